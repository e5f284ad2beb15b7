//! Dates in words and figures, in French and in English.

pub mod clear;
pub mod english;
pub mod french;
pub mod holidays;

use jiff::civil::Date;
use thiserror::Error;

/// A text that is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a day")]
pub struct DateError;

/// « 28/11/2026 », the same in both languages here.
pub fn numeric(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// Reads day, month and year of four digits, with slashes, dots or spaces: « 28/09/1984 », « 1.9.1984 ».
///
/// # Errors
/// When the text is anything else, or no day of the calendar.
pub fn parse(text: &str) -> Result<Date, DateError> {
    let parts: Vec<&str> = text.trim().split(['/', '.', ' ']).collect();
    let [day, month, year] = parts.as_slice() else { return Err(DateError) };
    if !(1..=2).contains(&day.len()) || !(1..=2).contains(&month.len()) || year.len() != 4 {
        return Err(DateError);
    }
    Date::new(
        number(year)?,
        i8::try_from(number(month)?).map_err(|_| DateError)?,
        i8::try_from(number(day)?).map_err(|_| DateError)?,
    )
    .map_err(|_| DateError)
}

fn number(digits: &str) -> Result<i16, DateError> {
    if digits.bytes().all(|c| c.is_ascii_digit()) { digits.parse().map_err(|_| DateError) } else { Err(DateError) }
}

fn named<'a>(names: &[&'a str; 12], month: i8) -> &'a str {
    usize::try_from(month - 1).ok().and_then(|at| names.get(at).copied()).unwrap_or_default()
}
