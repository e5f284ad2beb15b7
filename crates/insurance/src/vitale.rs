//! The serial number of a Vitale card.

use std::fmt;

use thiserror::Error;

use crate::typed;

/// A serial number: the last 11 digits are what is asked, more may be printed. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct VitaleSerial {
    digits: String,
}

/// Why a text is not a serial number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum VitaleSerialError {
    /// Nothing was typed.
    #[error("no serial number")]
    Empty,
    /// Fewer than 11 digits.
    #[error("too few digits")]
    TooShort,
    /// More than 21 digits.
    #[error("too many digits")]
    TooLong,
    /// Something that is not a digit.
    #[error("a character that is not a digit")]
    NotDigits,
}

const ASKED: usize = 11;
const PRINTED: usize = 21;

impl VitaleSerial {
    /// Reads a number as typed, with spaces of any kind.
    ///
    /// # Errors
    /// See [`VitaleSerialError`].
    pub fn parse(typed: &str) -> Result<Self, VitaleSerialError> {
        let digits: String = typed::characters(typed).collect();
        if digits.is_empty() {
            Err(VitaleSerialError::Empty)
        } else if !digits.chars().all(|c| c.is_ascii_digit()) {
            Err(VitaleSerialError::NotDigits)
        } else if digits.len() < ASKED {
            Err(VitaleSerialError::TooShort)
        } else if digits.len() > PRINTED {
            Err(VitaleSerialError::TooLong)
        } else {
            Ok(Self { digits })
        }
    }

    /// All the digits.
    pub fn as_str(&self) -> &str {
        &self.digits
    }

    /// The 11 digits that are asked.
    pub fn last_11(&self) -> &str {
        self.last(ASKED)
    }

    /// « •••• 4471 »: the last four digits only.
    pub fn masked(&self) -> String {
        format!("•••• {}", self.last(4))
    }

    fn last(&self, count: usize) -> &str {
        self.digits.get(self.digits.len().saturating_sub(count)..).unwrap_or_default()
    }
}

impl fmt::Debug for VitaleSerial {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("VitaleSerial(…)")
    }
}
