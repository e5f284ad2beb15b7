//! The IBAN of a French account: FR, 2 check digits, 23 characters (bank 5, branch 5, account 11, key 2).
//!
//! Check digits: ISO 13616, ISO 7064 mod 97-10. **What they find:** every digit typed for another digit, every letter
//! typed for another letter, every two neighbours that changed places. They miss 1 in 97 of the cases where a letter
//! stands for a digit, or a digit for a letter; that can only be in the account's 11 characters, the rest is digits.

use std::fmt;

use thiserror::Error;

use crate::typed;

/// A French account number whose check digits fit. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Iban {
    text: String,
}

/// Why a text is not the IBAN of a French account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum IbanError {
    /// Nothing was typed.
    #[error("no account number")]
    Empty,
    /// Fewer than 27 characters.
    #[error("too few characters")]
    TooShort,
    /// More than 27 characters.
    #[error("too many characters")]
    TooLong,
    /// A character that cannot be at its place.
    #[error("a character that cannot be there")]
    WrongCharacter,
    /// It does not begin with FR.
    #[error("not a French account")]
    NotFrench,
    /// The check digits do not fit: something is mistyped.
    #[error("the check digits do not fit")]
    KeyMismatch,
}

const LENGTH: usize = 27;

impl Iban {
    /// Reads a number as typed, with spaces of any kind and lower-case letters.
    ///
    /// # Errors
    /// See [`IbanError`].
    pub fn parse(typed: &str) -> Result<Self, IbanError> {
        let text: String = typed::characters(typed).map(|c| c.to_ascii_uppercase()).collect();
        if text.is_empty() {
            return Err(IbanError::Empty);
        }
        if !text.chars().all(|c| c.is_ascii_alphanumeric()) {
            return Err(IbanError::WrongCharacter);
        }
        if !text.starts_with("FR") && text.len() >= 2 {
            return Err(IbanError::NotFrench);
        }
        match text.len() {
            LENGTH => {}
            length if length > LENGTH => return Err(IbanError::TooLong),
            _ => return Err(IbanError::TooShort),
        }
        let digits = [text.get(2..14), text.get(25..27)];
        if !digits.iter().flatten().all(|part| part.bytes().all(|c| c.is_ascii_digit())) {
            return Err(IbanError::WrongCharacter);
        }
        if text.get(2..4) == Some(&check_digits(text.get(4..).unwrap_or_default())) {
            Ok(Self { text })
        } else {
            Err(IbanError::KeyMismatch)
        }
    }

    /// The account with this bank, branch (5 digits each) and account number (11 digits), with both keys computed.
    ///
    /// # Errors
    /// When a part has not its length or holds anything but digits.
    pub fn of_account(bank: &str, branch: &str, account: &str) -> Result<Self, IbanError> {
        let parts = [(bank, 5), (branch, 5), (account, 11)];
        if parts.iter().any(|(part, length)| part.len() != *length) {
            return Err(IbanError::TooShort);
        }
        let national = [bank, branch, account].concat();
        let key = 97 - remainder(&format!("{national}00"));
        let national = format!("{national}{key:02}");
        Self::parse(&format!("FR{}{national}", check_digits(&national)))
    }

    /// The 27 characters.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// « FR76 3000 4000 0312 3456 7890 143 ».
    pub fn grouped(&self) -> String {
        typed::grouped(&self.text, [4; 7])
    }

    /// « FR•• •••• … 4471 »: the last four characters only.
    pub fn masked(&self) -> String {
        format!("FR•• •••• … {}", self.last_4())
    }

    /// The last four characters, by which statements name an account.
    pub fn last_4(&self) -> &str {
        self.text.get(LENGTH - 4..).unwrap_or_default()
    }

    /// The bank's five digits.
    pub fn bank_code(&self) -> &str {
        self.text.get(4..9).unwrap_or_default()
    }
}

fn check_digits(national: &str) -> String {
    format!("{:02}", 98 - remainder(&format!("{national}FR00")))
}

fn remainder(text: &str) -> u32 {
    text.chars().fold(0, |rest, c| {
        let value = c.to_digit(36).unwrap_or(0);
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    })
}

impl fmt::Debug for Iban {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Iban(…)")
    }
}
