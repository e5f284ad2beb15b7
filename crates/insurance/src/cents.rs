//! Amounts of money in euro cents: arithmetic that cannot overflow, French and English forms.

mod parse;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

pub use parse::CentsError;

/// An amount in euro cents. On the wire a whole number. `+`, `-` and sums stop at the greatest amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Cents(i64);

impl Cents {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many cents.
    pub const fn new(cents: i64) -> Self {
        Self(cents)
    }

    /// The number of cents.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The sum, or none when it is too great.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or none when it is too great.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// So many times the amount.
    #[must_use]
    pub fn times(self, count: u32) -> Self {
        Self(self.0.saturating_mul(i64::from(count)))
    }

    /// Reads « 1 234,56 € »: thousands by U+0020, U+00A0 or U+202F, a comma or a dot, euro sign or none, minus or
    /// hyphen. One decimal is tenths.
    ///
    /// # Errors
    /// See [`CentsError`]; what is not plainly one amount is refused.
    pub fn parse(text: &str) -> Result<Self, CentsError> {
        parse::french(text)
    }

    /// « 1 234,56 € », with narrow no-break spaces and a real minus sign.
    pub fn french(self) -> String {
        let (sign, euros, cents) = self.parts();
        format!("{sign}{},{cents:02}\u{202f}€", in_thousands(euros, "\u{202f}"))
    }

    /// « €1,234.56 », with a real minus sign.
    pub fn english(self) -> String {
        let (sign, euros, cents) = self.parts();
        format!("{sign}€{}.{cents:02}", in_thousands(euros, ","))
    }

    fn parts(self) -> (&'static str, u64, u64) {
        let absolute = self.0.unsigned_abs();
        (if self.0 < 0 { "\u{2212}" } else { "" }, absolute / 100, absolute % 100)
    }
}

fn in_thousands(number: u64, separator: &str) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{}{separator}{:03}", in_thousands(number / 1000, separator), number % 1000)
    }
}

/// The French form.
impl fmt::Display for Cents {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.french())
    }
}

impl Add for Cents {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Cents {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Cents {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Cents {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Cents {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Self> for Cents {
    fn sum<I: Iterator<Item = &'a Self>>(amounts: I) -> Self {
        amounts.copied().sum()
    }
}
