//! Telephone numbers: ten digits for France and its departments overseas, prefix and number for other countries.
//!
//! Lengths of national numbers: numbering plans published by the ITU (E.164); kinds of French numbers: plan national de
//! numérotation of ARCEP (06 and 07 mobile, 01 to 05 and 09 landline).

use std::fmt;

use thiserror::Error;

use crate::typed;

/// Where a number belongs, by the prefix that is dialled from abroad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PhoneCountry {
    /// ISO 3166 code, lower-case: `fr`.
    pub code: &'static str,
    /// Digits after the « + ».
    pub prefix: &'static str,
    /// Fewest and most digits after the prefix, without the 0 dialled at home.
    digits: (usize, usize),
}

/// Countries to choose from: France first, then the other territories, then neighbours and the Maghreb.
pub const PHONE_COUNTRIES: &[PhoneCountry] = &[
    of("fr", "33", 9, 9),
    of("pm", "508", 6, 9),
    of("wf", "681", 6, 6),
    of("nc", "687", 6, 6),
    of("pf", "689", 6, 8),
    of("de", "49", 6, 11),
    of("ad", "376", 6, 9),
    of("be", "32", 8, 9),
    of("es", "34", 9, 9),
    of("it", "39", 6, 11),
    of("lu", "352", 5, 11),
    of("mc", "377", 8, 9),
    of("pt", "351", 9, 9),
    of("gb", "44", 9, 10),
    of("ch", "41", 9, 9),
    of("dz", "213", 8, 9),
    of("ma", "212", 9, 9),
    of("tn", "216", 8, 8),
];

const fn of(code: &'static str, prefix: &'static str, fewest: usize, most: usize) -> PhoneCountry {
    PhoneCountry { code, prefix, digits: (fewest, most) }
}

/// What a number is for. Abroad the number does not always tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneKind {
    /// It can take an SMS.
    Mobile,
    /// It cannot.
    Landline,
}

/// A number that may exist. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone {
    country: PhoneCountry,
    /// Without the 0 dialled at home.
    digits: String,
}

/// Why a text is not a number of this kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PhoneError {
    /// Nothing was typed.
    #[error("no number")]
    Empty,
    /// Fewer digits than the country's numbers have.
    #[error("too few digits")]
    TooShort,
    /// More digits than the country's numbers have.
    #[error("too many digits")]
    TooLong,
    /// Something that is not a digit.
    #[error("a character that is not a digit")]
    NotDigits,
    /// A prefix of no country that can be chosen, or another one than the one chosen.
    #[error("another country")]
    OtherCountry,
    /// A landline where a mobile is asked, or the other way round.
    #[error("a number of the other kind")]
    OtherKind,
    /// A French number that is nobody's: 00 or 08.
    #[error("not a person's number")]
    Impossible,
}

impl Phone {
    /// Reads a number as typed: at home, or with « + » or « 00 » and this country's prefix.
    ///
    /// # Errors
    /// See [`PhoneError`].
    pub fn parse(country: PhoneCountry, kind: PhoneKind, typed: &str) -> Result<Self, PhoneError> {
        let text: String = typed::characters(typed).filter(|c| !matches!(c, '(' | ')' | '/')).collect();
        let international = text.strip_prefix('+').or_else(|| text.strip_prefix("00"));
        let rest = match international {
            Some(rest) => rest.strip_prefix(country.prefix).ok_or(PhoneError::OtherCountry)?,
            None => text.as_str(),
        };
        if rest.is_empty() {
            return Err(PhoneError::Empty);
        }
        if !rest.chars().all(|c| c.is_ascii_digit()) {
            return Err(PhoneError::NotDigits);
        }
        // Italian numbers keep their 0 abroad.
        let digits = if country.code == "it" { rest } else { rest.strip_prefix('0').unwrap_or(rest) };
        let (fewest, most) = country.digits;
        match digits.len() {
            length if length < fewest => return Err(PhoneError::TooShort),
            length if length > most => return Err(PhoneError::TooLong),
            _ => {}
        }
        let phone = Self { country, digits: digits.to_owned() };
        if country.code == "fr" { phone.of_kind(kind) } else { Ok(phone) }
    }

    /// Reads a number as it is kept; see [`Phone::kept`].
    pub fn read(kept: &str) -> Option<Self> {
        let country = |prefix: &str| PHONE_COUNTRIES.iter().find(|country| prefix.starts_with(country.prefix)).copied();
        let (country, digits) = match kept.strip_prefix('+') {
            Some(international) => {
                let country = country(international)?;
                (country, international.strip_prefix(country.prefix)?)
            }
            None => (country("33")?, kept.strip_prefix('0')?),
        };
        let is_right = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
        is_right.then(|| Self { country, digits: digits.to_owned() })
    }

    fn of_kind(self, kind: PhoneKind) -> Result<Self, PhoneError> {
        let is = match self.digits.chars().next() {
            Some('6' | '7') => PhoneKind::Mobile,
            Some('1'..='5' | '9') => PhoneKind::Landline,
            _ => return Err(PhoneError::Impossible),
        };
        if is == kind { Ok(self) } else { Err(PhoneError::OtherKind) }
    }

    /// As services keep it: « 0639981234 » for France, « +32470123456 » for another country.
    pub fn kept(&self) -> String {
        if self.country.code == "fr" {
            format!("0{}", self.digits)
        } else {
            format!("+{}{}", self.country.prefix, self.digits)
        }
    }

    /// Where it belongs.
    pub fn country(&self) -> PhoneCountry {
        self.country
    }

    /// As people read it: « 06 39 98 12 34 », « +32 470 12 34 56 ».
    pub fn grouped(&self) -> String {
        if self.country.code == "fr" {
            return typed::grouped(&self.kept(), [2; 5]);
        }
        let first = 2 + self.digits.len() % 2;
        let groups = std::iter::once(first).chain(std::iter::repeat_n(2, 5));
        format!("+{} {}", self.country.prefix, typed::grouped(&self.digits, groups))
    }

    /// « •• •• •• •• 34 », « +32 •• •• •• 56 »: the last two digits only.
    pub fn masked(&self) -> String {
        let end = self.digits.get(self.digits.len().saturating_sub(2)..).unwrap_or_default();
        if self.country.code == "fr" {
            format!("•• •• •• •• {end}")
        } else {
            format!("+{} •• •• •• {end}", self.country.prefix)
        }
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Phone(…)")
    }
}
