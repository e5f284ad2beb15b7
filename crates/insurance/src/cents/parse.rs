//! Reading an amount written the French way.

use thiserror::Error;

use super::Cents;

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CentsError {
    /// Nothing is there.
    #[error("no amount")]
    Empty,
    /// Not one amount, or more than two decimals.
    #[error("not an amount")]
    NotAnAmount,
    /// More than can be counted.
    #[error("too great an amount")]
    TooGreat,
}

const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

pub(super) fn french(text: &str) -> Result<Cents, CentsError> {
    let text = text.trim();
    let text = text.strip_suffix('€').unwrap_or(text).trim_end();
    if text.is_empty() {
        return Err(CentsError::Empty);
    }
    let (sign, number) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(number) => (-1, number.trim_start()),
        None => (1, text),
    };
    let (euros, decimals) = number.split_once([',', '.']).map_or((number, None), |(whole, part)| (whole, Some(part)));
    let euros = whole(euros)?;
    let cents = decimals.map_or(Ok(0), hundredths)?;
    let total = euros.checked_mul(100).and_then(|total| total.checked_add(cents)).and_then(|total| {
        let signed = total.checked_mul(sign)?;
        i64::try_from(signed).ok()
    });
    total.map(Cents::new).ok_or(CentsError::TooGreat)
}

fn whole(text: &str) -> Result<i128, CentsError> {
    let mut groups = text.split(SPACES);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let first_fits = are_digits(first) && (rest.is_empty() || first.len() <= 3);
    if !first_fits || !rest.iter().all(|group| group.len() == 3 && are_digits(group)) {
        return Err(CentsError::NotAnAmount);
    }
    [first].iter().chain(&rest).copied().collect::<String>().parse().map_err(|_| CentsError::TooGreat)
}

fn hundredths(text: &str) -> Result<i128, CentsError> {
    if !are_digits(text) || text.len() > 2 {
        return Err(CentsError::NotAnAmount);
    }
    format!("{text:0<2}").parse().map_err(|_| CentsError::NotAnAmount)
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit())
}
