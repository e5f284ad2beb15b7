//! Rates of reimbursement.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Cents;

/// A rate in hundredths of a per cent: 7000 is 70 %. On the wire a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Rate(u16);

/// A text that is not a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a rate")]
pub struct RateError;

impl Rate {
    /// 100 %.
    pub const FULL: Self = Self(10_000);

    /// So many hundredths of a per cent.
    pub const fn basis_points(value: u16) -> Self {
        Self(value)
    }

    /// So many per cent, at most 655.
    pub const fn percent(value: u8) -> Self {
        Self(value as u16 * 100)
    }

    /// Hundredths of a per cent.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// This part of an amount, to the cent, halves away from zero: what is taken back is what was given.
    pub fn of(self, amount: Cents) -> Cents {
        let exact = i128::from(amount.get()) * i128::from(self.0);
        let cents = (exact.abs() + 5_000) / 10_000 * exact.signum();
        Cents::new(i64::try_from(cents).unwrap_or(if cents < 0 { i64::MIN } else { i64::MAX }))
    }

    /// Reads « 70 % », « 6,2 % », with or without the sign.
    ///
    /// # Errors
    /// When the text is anything else, or above 655.35 %.
    pub fn parse(text: &str) -> Result<Self, RateError> {
        let number = text.trim();
        let number = number.strip_suffix('%').unwrap_or(number);
        let hundredths = Cents::parse(number).map_err(|_| RateError)?;
        if number.contains('€') {
            return Err(RateError);
        }
        u16::try_from(hundredths.get()).map(Self).map_err(|_| RateError)
    }

    /// « 70 % », « 6,2 % », with a narrow no-break space.
    pub fn french(self) -> String {
        format!("{}\u{202f}%", self.number(','))
    }

    /// « 70% », « 6.2% ».
    pub fn english(self) -> String {
        format!("{}%", self.number('.'))
    }

    fn number(self, point: char) -> String {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => whole.to_string(),
            (whole, part) if part % 10 == 0 => format!("{whole}{point}{}", part / 10),
            (whole, part) => format!("{whole}{point}{part:02}"),
        }
    }
}

/// The French form.
impl fmt::Display for Rate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.french())
    }
}
