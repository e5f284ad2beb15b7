//! Patterns in a row of digits.

use jiff::civil::Date;

/// The longest pattern that still counts as one digit group over and over.
const PATTERN: usize = 4;

/// One to four digits over and over, to the end; the last time may be cut short.
pub(super) fn is_one_pattern(digits: &[u8]) -> bool {
    (1..=PATTERN).any(|length| digits.iter().zip(digits.iter().skip(length)).all(|(one, next)| one == next))
}

/// Each digit follows the one before, all up or all down; 0 follows 9.
pub(super) fn is_one_run(digits: &[u8]) -> bool {
    longest_run(digits) == digits.len()
}

/// The length of the longest part in which each digit follows the one before, all up or all down; 0 follows 9.
pub(super) fn longest_run(digits: &[u8]) -> usize {
    longest(digits, |one, next| (one + 1) % 10 == next).max(longest(digits, |one, next| (next + 1) % 10 == one))
}

/// The length of the longest part of one digit.
pub(super) fn longest_same(digits: &[u8]) -> usize {
    longest(digits, |one, next| one == next)
}

/// The birth date as people write one in digits alone: day, month and year in any usual order, year in full or not.
pub(super) fn written(born: Date) -> impl Iterator<Item = String> {
    let (day, month, year) = (born.day(), born.month(), born.year());
    let short = year.rem_euclid(100);
    [
        format!("{day:02}{month:02}{year:04}"),
        format!("{month:02}{day:02}{year:04}"),
        format!("{year:04}{month:02}{day:02}"),
        format!("{year:04}{day:02}{month:02}"),
        format!("{day:02}{month:02}{short:02}"),
        format!("{month:02}{day:02}{short:02}"),
        format!("{short:02}{month:02}{day:02}"),
        format!("{short:02}{day:02}{month:02}"),
    ]
    .into_iter()
}

/// Whether both hold the same part of this length.
pub(super) fn shares(digits: &[u8], other: &[u8], length: usize) -> bool {
    digits.windows(length).any(|part| other.windows(length).any(|known| known == part))
}

fn longest(digits: &[u8], goes_on: impl Fn(u8, u8) -> bool) -> usize {
    let mut digits = digits.iter().map(|digit| digit.wrapping_sub(b'0'));
    let Some(mut before) = digits.next() else { return 0 };
    let (mut longest, mut here) = (1, 1);
    for digit in digits {
        here = if goes_on(before, digit) { here + 1 } else { 1 };
        longest = longest.max(here);
        before = digit;
    }
    longest
}
