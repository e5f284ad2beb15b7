//! The NIR, « numéro de sécurité sociale »: 13 characters and a key of two digits.
//!
//! Sex 1, year 2, month 2, department 2, commune 3, order 3 (overseas: department 3, commune 2; abroad: 99, country
//! 3). The key is 97 − (N mod 97), where 2A counts as 19 and 2B as 18. Source: INSEE, instruction générale du
//! Répertoire national d’identification des personnes physiques; Code de la sécurité sociale, R. 161-1.
//!
//! **What the key finds.** 97 is prime and greater than any change of one digit, so every wrong character, and every
//! two characters that changed places, is found when the key was typed. It cannot find several errors that together
//! change N by a multiple of 97 (such as department 19 typed for 2A), nor anything when it was left out.

use std::fmt;

use thiserror::Error;

use crate::typed;

/// A number that can exist. Its `Debug` does not show it, and it has no `Display`: say which form you need.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nir {
    body: String,
}

/// Why a text is not a NIR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NirError {
    /// Nothing was typed.
    #[error("no number")]
    Empty,
    /// Fewer than 13 characters, or half a key.
    #[error("too few characters")]
    TooShort,
    /// More than 13 characters and a key.
    #[error("too many characters")]
    TooLong,
    /// A character that cannot be at its place.
    #[error("a character that is not a digit")]
    NotDigits,
    /// The key does not fit: something is mistyped.
    #[error("the key does not fit")]
    KeyMismatch,
    /// A sex, month, department, commune or order that no number has.
    #[error("no such number can exist")]
    Impossible,
}

const BODY: usize = 13;
const WITH_KEY: usize = 15;
const CORSICA: usize = 6;

impl Nir {
    /// Reads a number as typed: spaces of any kind, dots and hyphens, lower-case 2a and 2b, with or without the key.
    ///
    /// # Errors
    /// See [`NirError`]; a key that does not fit is said before anything else about a complete number.
    pub fn parse(typed: &str) -> Result<Self, NirError> {
        let text: String = typed::characters(typed).map(|c| c.to_ascii_uppercase()).collect();
        if text.is_empty() {
            return Err(NirError::Empty);
        }
        if !text.char_indices().all(|(at, c)| c.is_ascii_digit() || (at == CORSICA && is_corsican(&text))) {
            return Err(NirError::NotDigits);
        }
        match text.len() {
            WITH_KEY | BODY => {}
            length if length > WITH_KEY => return Err(NirError::TooLong),
            _ => return Err(NirError::TooShort),
        }
        let (body, typed_key) = text.split_at_checked(BODY).ok_or(NirError::NotDigits)?;
        let nir = Self { body: body.to_owned() };
        if !typed_key.is_empty() && typed_key != format!("{:02}", nir.key()) {
            return Err(NirError::KeyMismatch);
        }
        if nir.is_possible() { Ok(nir) } else { Err(NirError::Impossible) }
    }

    /// The 13 characters.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// 1 to 97.
    pub fn key(&self) -> u8 {
        let corsica = match self.department() {
            "2A" => Some(["1", "9"]),
            "2B" => Some(["1", "8"]),
            _ => None,
        };
        let number: String = match corsica {
            Some(digits) => [self.part(0, 5), &digits.concat(), self.part(7, 6)].concat(),
            None => self.body.clone(),
        };
        let rest = number.bytes().fold(0_u16, |rest, digit| (rest * 10 + u16::from(digit - b'0')) % 97);
        u8::try_from(97 - rest).unwrap_or(97)
    }

    /// The 15 characters.
    pub fn with_key(&self) -> String {
        format!("{}{:02}", self.body, self.key())
    }

    /// « 1 84 07 31 555 012 34 ».
    pub fn grouped(&self) -> String {
        typed::grouped(&self.with_key(), [1, 2, 2, 2, 3, 3, 2])
    }

    /// « 1 84 07 •• ••• ••• •• »: sex, year and month only.
    pub fn masked(&self) -> String {
        typed::grouped(&format!("{}••••••••••", self.part(0, 5)), [1, 2, 2, 2, 3, 3, 2])
    }

    /// Department of birth: `31`, `2A`, `971`; `99` for abroad.
    pub fn department(&self) -> &str {
        match self.part(5, 2) {
            "97" | "98" => self.part(5, 3),
            department => department,
        }
    }

    /// Place of birth, five characters: the commune's code, or `99` and the country.
    pub fn birth_place(&self) -> &str {
        self.part(5, 5)
    }

    fn is_possible(&self) -> bool {
        let sex = matches!(self.part(0, 1), "1" | "2" | "3" | "4" | "7" | "8");
        // 20 to 42 and 50 to 99 stand in incomplete civil records.
        let month = matches!(self.number(3, 2), 1..=12 | 20..=42 | 50..=99);
        let department = matches!(self.department(), "2A" | "2B") || !matches!(self.part(5, 2), "00");
        let commune = match self.part(5, 2) {
            "97" | "98" => self.number(7, 1) != 0 && self.number(8, 2) != 0,
            _ => self.number(7, 3) != 0,
        };
        sex && month && department && commune && self.number(10, 3) != 0
    }

    fn part(&self, from: usize, length: usize) -> &str {
        self.body.get(from..from + length).unwrap_or_default()
    }

    fn number(&self, from: usize, length: usize) -> u16 {
        self.part(from, length).parse().unwrap_or(0)
    }
}

fn is_corsican(text: &str) -> bool {
    matches!(text.get(CORSICA - 1..=CORSICA), Some("2A" | "2B"))
}

impl fmt::Debug for Nir {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Nir(…)")
    }
}
