//! What the field says is wrong with an entry, as the screen says it.

use insurance::allowances::CourseError;
use insurance::code_policy::{CodeError, Weakness};
use insurance::{CentsError, EmailError, IbanError, NirError, PhoneError, PostalCodeError, VitaleSerialError};

use super::Problem;

impl From<CodeError> for Problem {
    fn from(error: CodeError) -> Self {
        match error {
            CodeError::Empty => Self::Empty,
            CodeError::NotDigits => Self::NotDigits,
            CodeError::TooShort => Self::TooShort,
            CodeError::TooLong => Self::TooLong,
            CodeError::Weak(Weakness::Repeated | Weakness::FewDigits) => Self::Repeated,
            CodeError::Weak(Weakness::Sequence | Weakness::SequenceInside) => Self::Sequence,
            CodeError::Weak(Weakness::BirthDate) => Self::BirthDate,
            CodeError::Weak(Weakness::OwnNumber) => Self::OwnNumber,
            CodeError::Weak(Weakness::Short) => Self::TooShort,
        }
    }
}

impl From<CourseError> for Problem {
    fn from(error: CourseError) -> Self {
        match error {
            CourseError::Backwards => Self::Impossible,
            CourseError::TooLong => Self::TooLong,
            CourseError::NotKnown => Self::NotKnown,
        }
    }
}

impl From<CentsError> for Problem {
    fn from(error: CentsError) -> Self {
        match error {
            CentsError::Empty => Self::Empty,
            CentsError::TooGreat => Self::TooLong,
            CentsError::NotAnAmount => Self::NotDigits,
        }
    }
}

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

impl From<NirError> for Problem {
    fn from(error: NirError) -> Self {
        match error {
            NirError::Empty => Self::Empty,
            NirError::TooShort => Self::TooShort,
            NirError::TooLong => Self::TooLong,
            NirError::NotDigits => Self::NotDigits,
            NirError::KeyMismatch => Self::KeyMismatch,
            NirError::Impossible => Self::Impossible,
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

impl From<VitaleSerialError> for Problem {
    fn from(error: VitaleSerialError) -> Self {
        match error {
            VitaleSerialError::Empty => Self::Empty,
            VitaleSerialError::TooShort => Self::TooShort,
            VitaleSerialError::TooLong => Self::TooLong,
            VitaleSerialError::NotDigits => Self::NotDigits,
        }
    }
}
