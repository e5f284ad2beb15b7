//! What the member typed, checked before anything is sent.

use std::ops::RangeInclusive;

use insurance::code_policy::{self, Chooser};
use insurance::{Nir, NirError};
use protocol::{ApiError, Field, Problem, Secret};
use zeroize::Zeroizing;

/// Lengths of a code that signs in: a provisional one has 4 or 8 digits.
const SIGNS_IN: RangeInclusive<usize> = 4..=13;
/// Lengths of a code that the member chose.
const CHOSEN: RangeInclusive<usize> = 8..=13;

/// The NIR, typed with spaces or not, with its key or not.
pub(super) fn nir(typed: &Secret) -> Result<Nir, ApiError> {
    Nir::parse(typed.expose()).map_err(|error| ApiError::Invalid {
        field: Field::Nir,
        problem: match error {
            NirError::Empty => Problem::Empty,
            NirError::TooShort => Problem::TooShort,
            NirError::TooLong => Problem::TooLong,
            NirError::NotDigits => Problem::NotDigits,
            NirError::KeyMismatch => Problem::KeyMismatch,
            NirError::Impossible => Problem::Impossible,
        },
    })
}

/// A code that signs in, without the spaces of a paste.
pub(super) fn code(typed: &Secret) -> Result<Secret, ApiError> {
    digits(typed, SIGNS_IN, Field::Code)
}

/// The code that opens a file: the member chose it.
pub(crate) fn own_code(typed: &Secret) -> Result<Secret, ApiError> {
    digits(typed, CHOSEN, Field::Code)
}

/// The same, for another entry.
pub(super) fn own_code_as(typed: &Secret, field: Field) -> Result<Secret, ApiError> {
    digits(typed, CHOSEN, field)
}

/// A code to be chosen, as far as it can be judged here: the service knows the birth date.
pub(super) fn new_code(typed: &Secret) -> Result<Secret, ApiError> {
    let code = digits(typed, CHOSEN, Field::NewCode)?;
    match code_policy::check(code.expose(), Chooser::default()) {
        Ok(_) => Ok(code),
        Err(error) => Err(ApiError::Invalid { field: Field::NewCode, problem: error.into() }),
    }
}

/// Digits of this length.
pub(super) fn digits(typed: &Secret, lengths: RangeInclusive<usize>, field: Field) -> Result<Secret, ApiError> {
    let digits: Zeroizing<String> =
        Zeroizing::new(typed.expose().chars().filter(|character| !character.is_whitespace()).collect());
    let problem = match digits.chars().count() {
        0 => Problem::Empty,
        _ if !digits.bytes().all(|byte| byte.is_ascii_digit()) => Problem::NotDigits,
        length if length < *lengths.start() => Problem::TooShort,
        length if length > *lengths.end() => Problem::TooLong,
        _ => return Ok(Secret::new(digits.as_str())),
    };
    Err(ApiError::Invalid { field, problem })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(result: Result<impl Sized, ApiError>) -> Problem {
        match result {
            Err(ApiError::Invalid { problem, .. }) => problem,
            _ => panic!("accepted, or refused otherwise"),
        }
    }

    #[test]
    fn a_code_is_4_to_13_digits_a_chosen_one_8_to_13_and_it_may_be_pasted_with_spaces() {
        assert_eq!(code(&Secret::new(" 1234 5678\u{a0}9012 3\n")).ok().unwrap().expose(), "1234567890123");
        assert_eq!(problem(code(&Secret::new("  "))), Problem::Empty);
        assert_eq!(code(&Secret::new("4821")).ok().unwrap().expose(), "4821");
        assert_eq!(problem(code(&Secret::new("123"))), Problem::TooShort);
        assert_eq!(problem(own_code(&Secret::new("1234567"))), Problem::TooShort);
        assert_eq!(problem(new_code(&Secret::new("1234567"))), Problem::TooShort);
        assert_eq!(problem(code(&Secret::new("12345678901234"))), Problem::TooLong);
        assert_eq!(problem(code(&Secret::new("1234567é"))), Problem::NotDigits);
    }

    #[test]
    fn a_nir_says_what_is_wrong_with_it() {
        assert_eq!(nir(&Secret::new("2 06 12 75 111 005 64")).ok().unwrap().body(), "2061275111005");
        assert_eq!(problem(nir(&Secret::new("2 06 12 75 111 005 65"))), Problem::KeyMismatch);
        assert_eq!(problem(nir(&Secret::new("2 06 12"))), Problem::TooShort);
        assert_eq!(problem(nir(&Secret::new(""))), Problem::Empty);
    }
}
