//! What the field says is wrong with an entry, as the screen says it.

use insurance::{EmailError, IbanError, PhoneError, PostalCodeError};

use super::Problem;

impl From<EmailError> for Problem {
    fn from(error: EmailError) -> Self {
        match error {
            EmailError::Empty => Self::Empty,
            EmailError::TooLong => Self::TooLong,
            EmailError::Impossible => Self::Impossible,
        }
    }
}

impl From<IbanError> for Problem {
    fn from(error: IbanError) -> Self {
        match error {
            IbanError::Empty => Self::Empty,
            IbanError::TooShort => Self::TooShort,
            IbanError::TooLong => Self::TooLong,
            IbanError::WrongCharacter => Self::Impossible,
            IbanError::NotFrench => Self::OtherCountry,
            IbanError::KeyMismatch => Self::KeyMismatch,
        }
    }
}

impl From<PhoneError> for Problem {
    fn from(error: PhoneError) -> Self {
        match error {
            PhoneError::Empty => Self::Empty,
            PhoneError::TooShort => Self::TooShort,
            PhoneError::TooLong => Self::TooLong,
            PhoneError::NotDigits => Self::NotDigits,
            PhoneError::OtherCountry => Self::OtherCountry,
            PhoneError::OtherKind => Self::OtherKind,
            PhoneError::Impossible => Self::Impossible,
        }
    }
}

impl From<PostalCodeError> for Problem {
    fn from(error: PostalCodeError) -> Self {
        match error {
            PostalCodeError::Empty => Self::Empty,
            PostalCodeError::TooShort => Self::TooShort,
            PostalCodeError::TooLong => Self::TooLong,
            PostalCodeError::NotDigits => Self::NotDigits,
            PostalCodeError::Impossible => Self::Impossible,
        }
    }
}
