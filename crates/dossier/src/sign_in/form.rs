//! What the member typed, checked before anything is sent.

use insurance::{Nir, NirError};
use protocol::{ApiError, Field, Problem, Secret};
use zeroize::Zeroizing;

/// Lengths of a numeric code.
const SHORTEST: usize = 8;
const LONGEST: usize = 13;

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

/// The numeric code, without the spaces of a paste.
pub(super) fn code(typed: &Secret) -> Result<Secret, ApiError> {
    let digits: Zeroizing<String> =
        Zeroizing::new(typed.expose().chars().filter(|character| !character.is_whitespace()).collect());
    let problem = match digits.chars().count() {
        0 => Problem::Empty,
        _ if !digits.bytes().all(|byte| byte.is_ascii_digit()) => Problem::NotDigits,
        length if length < SHORTEST => Problem::TooShort,
        length if length > LONGEST => Problem::TooLong,
        _ => return Ok(Secret::new(digits.as_str())),
    };
    Err(ApiError::Invalid { field: Field::Code, problem })
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
    fn a_code_is_8_to_13_digits_and_may_be_pasted_with_spaces() {
        assert_eq!(code(&Secret::new(" 1234 5678\u{a0}9012 3\n")).ok().unwrap().expose(), "1234567890123");
        assert_eq!(problem(code(&Secret::new("  "))), Problem::Empty);
        assert_eq!(problem(code(&Secret::new("1234567"))), Problem::TooShort);
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
