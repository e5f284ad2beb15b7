//! Postal codes: they lead to a department, and so to a caisse.

use std::fmt;

use thiserror::Error;

use crate::typed;

/// Five digits that may be a postal code of France or of its overseas territories.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostalCode(String);

/// Why a text is not a postal code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PostalCodeError {
    /// Nothing was typed.
    #[error("no postal code")]
    Empty,
    /// Fewer than five digits.
    #[error("too few digits")]
    TooShort,
    /// More than five digits.
    #[error("too many digits")]
    TooLong,
    /// Something that is not a digit.
    #[error("a character that is not a digit")]
    NotDigits,
    /// No department has such codes.
    #[error("no department has such codes")]
    Impossible,
}

const LENGTH: usize = 5;

impl PostalCode {
    /// Reads a code as typed, spaces allowed.
    ///
    /// # Errors
    /// See [`PostalCodeError`].
    pub fn parse(typed: &str) -> Result<Self, PostalCodeError> {
        let digits: String = typed::characters(typed).collect();
        if digits.is_empty() {
            return Err(PostalCodeError::Empty);
        }
        if !digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(PostalCodeError::NotDigits);
        }
        match digits.len() {
            LENGTH => {}
            length if length > LENGTH => return Err(PostalCodeError::TooLong),
            _ => return Err(PostalCodeError::TooShort),
        }
        let code = Self(digits);
        match code.first(2) {
            "00" | "96" | "99" => Err(PostalCodeError::Impossible),
            "97" | "98" if code.first(3).ends_with(['0', '9']) => Err(PostalCodeError::Impossible),
            _ => Ok(code),
        }
    }

    /// The five digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The departments that the first digits name. Some postal codes near a border lie elsewhere: the list of communes
    /// knows which.
    pub fn departments(&self) -> Vec<&str> {
        match self.first(2) {
            "20" => vec!["2A", "2B"],
            "97" | "98" => vec![self.first(3)],
            department => vec![department],
        }
    }

    fn first(&self, count: usize) -> &str {
        self.0.get(..count).unwrap_or_default()
    }
}

impl fmt::Display for PostalCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
