//! The policy of the numeric code: 8 to 13 digits, 12 or more advised, and what makes one easy to guess.
//!
//! One place for it: the interface shows it while a code is typed, the core and the service refuse by it. A code that
//! was chosen earlier opens its account whatever the policy says: only new codes are held to it.

mod digits;

use jiff::civil::Date;
use thiserror::Error;

use crate::Nir;
use digits::{is_one_pattern, is_one_run, longest_run, longest_same, shares, written};

/// Digits of the shortest code.
pub const SHORTEST: usize = 8;
/// Digits of the longest code.
pub const LONGEST: usize = 13;
/// From so many digits on a code is long enough to be called strong.
pub const ADVISED: usize = 12;

/// From so many digits on a code is fair.
const FAIR: usize = 10;
/// So many neighbours that follow one another, or are the same, are worth a word.
const NOTICED: usize = 4;
/// So many digits of the number in a row give it away.
const OF_THE_NUMBER: usize = 6;

/// Why a text cannot be a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CodeError {
    /// Nothing was typed.
    #[error("no code")]
    Empty,
    /// Something that is not a digit.
    #[error("a character that is not a digit")]
    NotDigits,
    /// Fewer than 8 digits.
    #[error("too few digits")]
    TooShort,
    /// More than 13 digits.
    #[error("too many digits")]
    TooLong,
    /// A weakness that [`Weakness::refuses`].
    #[error("too easy to guess")]
    Weak(Weakness),
}

/// What makes a code easy to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weakness {
    /// One digit, or a few digits over and over: `11111111`, `12121212`, `190719071907`. Refused.
    Repeated,
    /// Digits that follow one another from the first to the last, up or down: `12345678`, `9876543210`. Refused.
    Sequence,
    /// The birth date, in any of the ways in which people write one. Refused.
    BirthDate,
    /// Six or more digits in a row of the member's own number. Refused.
    OwnNumber,
    /// Fewer than 12 digits: allowed, and said.
    Short,
    /// Four or more digits that follow one another, somewhere: allowed, and said.
    SequenceInside,
    /// Four or more times the same digit in a row, somewhere, or fewer than four different ones in all: allowed, and
    /// said.
    FewDigits,
}

impl Weakness {
    /// Whether a code with it is refused; otherwise it is only said.
    pub fn refuses(self) -> bool {
        match self {
            Self::Repeated | Self::Sequence | Self::BirthDate | Self::OwnNumber => true,
            Self::Short | Self::SequenceInside | Self::FewDigits => false,
        }
    }
}

/// How hard an allowed code is to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Refused: something in it is the first that anybody would try.
    Refused,
    /// Allowed.
    Weak,
    /// Ten digits or more without a weakness but their number, or twelve with one weakness.
    Fair,
    /// Twelve digits or more, without a weakness.
    Strong,
}

/// What is known about the person who chooses: the more, the more is found.
#[derive(Clone, Copy, Default)]
pub struct Chooser<'a> {
    /// Their birth date.
    pub birth_date: Option<Date>,
    /// Their number.
    pub nir: Option<&'a Nir>,
}

/// What is to be said about a code of 8 to 13 digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// How hard it is to guess.
    pub strength: Strength,
    /// In the order of [`Weakness`]: those that refuse come first.
    pub weaknesses: Vec<Weakness>,
}

impl Assessment {
    /// The weakness for which the code is refused.
    pub fn refused_for(&self) -> Option<Weakness> {
        self.weaknesses.iter().copied().find(|weakness| weakness.refuses())
    }
}

/// Whether this may become a code of this person.
///
/// # Errors
/// See [`CodeError`]: what is wrong with it.
pub fn check(code: &str, chooser: Chooser<'_>) -> Result<Assessment, CodeError> {
    let assessment = assess(code, chooser)?;
    match assessment.refused_for() {
        Some(weakness) => Err(CodeError::Weak(weakness)),
        None => Ok(assessment),
    }
}

/// What is to be said about a code, refused or not.
///
/// # Errors
/// When it has not 8 to 13 digits; never [`CodeError::Weak`].
pub fn assess(code: &str, chooser: Chooser<'_>) -> Result<Assessment, CodeError> {
    if code.is_empty() {
        return Err(CodeError::Empty);
    }
    if !code.bytes().all(|c| c.is_ascii_digit()) {
        return Err(CodeError::NotDigits);
    }
    match code.len() {
        0..SHORTEST => return Err(CodeError::TooShort),
        SHORTEST..=LONGEST => {}
        _ => return Err(CodeError::TooLong),
    }
    let digits = code.as_bytes();
    let own_number = chooser.nir.map(Nir::with_key);
    let found = [
        (Weakness::Repeated, is_one_pattern(digits)),
        (Weakness::Sequence, is_one_run(digits)),
        (Weakness::BirthDate, chooser.birth_date.is_some_and(|born| written(born).any(|date| code.contains(&date)))),
        (Weakness::OwnNumber, own_number.is_some_and(|number| shares(digits, number.as_bytes(), OF_THE_NUMBER))),
        (Weakness::Short, digits.len() < ADVISED),
        (Weakness::SequenceInside, longest_run(digits) >= NOTICED && !is_one_run(digits)),
        (Weakness::FewDigits, !is_one_pattern(digits) && has_few(digits)),
    ];
    let weaknesses: Vec<Weakness> = found.into_iter().filter(|(_, is)| *is).map(|(weakness, _)| weakness).collect();
    Ok(Assessment { strength: strength(digits.len(), &weaknesses), weaknesses })
}

fn has_few(digits: &[u8]) -> bool {
    let different = (b'0'..=b'9').filter(|digit| digits.contains(digit)).count();
    longest_same(digits) >= NOTICED || different < NOTICED
}

fn strength(length: usize, weaknesses: &[Weakness]) -> Strength {
    let mut others = weaknesses.iter().filter(|weakness| **weakness != Weakness::Short);
    if weaknesses.iter().any(|weakness| weakness.refuses()) {
        return Strength::Refused;
    }
    match (length, others.next(), others.next()) {
        (ADVISED.., None, _) => Strength::Strong,
        (FAIR.., None, _) | (ADVISED.., Some(_), None) => Strength::Fair,
        _ => Strength::Weak,
    }
}
