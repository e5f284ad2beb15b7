//! What went wrong, as a sentence that says what to do.

use protocol::entrance::Refusal;
use protocol::{ApiError, Field, Problem};

use super::words::Words;

/// The sentence for an error.
pub(crate) fn problem_words(words: Words, problem: &ApiError) -> String {
    let key = match problem {
        ApiError::Invalid { field, problem } => entry_key(*field, *problem),
        ApiError::Offline => "error.offline",
        ApiError::ServiceUnavailable => "error.service_unavailable",
        ApiError::WrongCredentials => "error.wrong_credentials",
        ApiError::TooManyAttempts { .. } => "error.too_many_attempts",
        ApiError::ProvisionalCodeExpired => "error.provisional_code_expired",
        ApiError::NoLongerInScheme { .. } => "error.no_longer_in_scheme",
        ApiError::EntranceEnded => "error.entrance_ended",
        ApiError::Refused { refusal } => return refusal_words(words, refusal),
        ApiError::WrongCode { retry_in: 0 } => "error.wrong_code",
        ApiError::WrongCode { .. } => "error.wrong_code.wait",
        ApiError::Locked => "error.locked",
        ApiError::SignedOut => "error.signed_out",
        ApiError::SessionEnded => "error.session_ended",
        ApiError::NotFound => "error.not_found",
        ApiError::NotAvailableOffline => "error.not_available_offline",
        ApiError::NoSpace => "error.no_space",
        ApiError::Internal { reference } if reference.is_empty() => "error.internal.unknown",
        ApiError::Internal { reference } => return words.fill("error.internal", &[("reference", reference)]),
    };
    words.say(key).to_owned()
}

/// Why a step of the way in was refused.
fn refusal_words(words: Words, refusal: &Refusal) -> String {
    let key = match refusal {
        Refusal::WrongEmailCode { left: 0 } => "error.refused.email_code_void",
        Refusal::WrongEmailCode { left } => return words.count("error.refused.wrong_email_code", u64::from(*left)),
        Refusal::EmailCodeVoid => "error.refused.email_code_void",
        Refusal::TooSoon { .. } => "error.refused.too_soon",
        Refusal::Entry { field, problem } => entry_key(*field, *problem),
        Refusal::NotYet => "error.refused.not_yet",
        Refusal::OutOfPlace => "error.refused.out_of_place",
    };
    words.say(key).to_owned()
}

/// The entry that an error is about.
pub(crate) fn problem_field(problem: &ApiError) -> Option<Field> {
    match problem {
        ApiError::Invalid { field, .. } => Some(*field),
        ApiError::Refused { refusal } => match refusal {
            Refusal::WrongEmailCode { .. } | Refusal::EmailCodeVoid => Some(Field::EmailCode),
            Refusal::Entry { field, .. } => Some(*field),
            Refusal::TooSoon { .. } | Refusal::NotYet | Refusal::OutOfPlace => None,
        },
        _ => None,
    }
}

/// Seconds to wait before another attempt.
pub(crate) fn problem_wait(problem: &ApiError) -> u64 {
    match problem {
        ApiError::TooManyAttempts { retry_in }
        | ApiError::WrongCode { retry_in }
        | ApiError::Refused { refusal: Refusal::TooSoon { retry_in } } => *retry_in,
        _ => 0,
    }
}

fn entry_key(field: Field, problem: Problem) -> &'static str {
    match field {
        Field::Nir => nir_key(problem),
        Field::NewCode if problem == Problem::TooShort => "error.field.new_code.too_short",
        Field::NewCodeAgain if problem == Problem::Empty => "error.field.new_code.again",
        Field::Code | Field::NewCode | Field::NewCodeAgain => code_key(problem),
        Field::PostalCode => match problem {
            Problem::Empty => "error.field.postal_code.empty",
            Problem::TooShort => "error.field.postal_code.too_short",
            Problem::TooLong => "error.field.postal_code.too_long",
            Problem::NotDigits => "error.field.postal_code.not_digits",
            Problem::Unknown => "error.field.postal_code.unknown",
            _ => "error.field.postal_code.impossible",
        },
        Field::Period => match problem {
            Problem::Empty => "error.field.period.empty",
            Problem::NotDigits => "error.field.period.not_digits",
            Problem::TooLong => "error.field.period.too_long",
            Problem::NotKnown => "error.field.period.not_known",
            _ => "error.field.period.impossible",
        },
        Field::Person if problem == Problem::Empty => "error.field.person.empty",
        Field::Wage => match problem {
            Problem::Empty => "error.field.wage.empty",
            Problem::TooLong => "error.field.wage.too_long",
            _ => "error.field.wage.not_digits",
        },
        Field::Person => "error.field.person.unknown",
        Field::Act => "error.field.act.empty",
        Field::CareDate => match problem {
            Problem::Empty => "error.field.care_date.empty",
            Problem::NotDigits => "error.field.care_date.not_digits",
            _ => "error.field.care_date.impossible",
        },
        Field::Paid | Field::Base => match problem {
            Problem::Empty => "error.field.paid.empty",
            Problem::NotDigits => "error.field.paid.not_digits",
            Problem::TooLong => "error.field.paid.too_long",
            _ => "error.field.paid.impossible",
        },
        Field::Quantity => "error.field.quantity.impossible",
        Field::Receipt => match problem {
            Problem::TooLong => "error.field.receipt.too_long",
            _ => "error.field.receipt.impossible",
        },
        Field::Caisse => "error.field.caisse.unknown",
        Field::Scheme => "error.field.scheme.empty",
        Field::Terms => "error.field.terms.empty",
        Field::BirthName => "error.field.birth_name.empty",
        Field::IbanEnd => match problem {
            Problem::Empty => "error.field.iban_end.empty",
            Problem::NotDigits => "error.field.iban_end.not_digits",
            _ => "error.field.iban_end.length",
        },
        Field::SerialEnd => match problem {
            Problem::Empty => "error.field.serial_end.empty",
            Problem::NotDigits => "error.field.serial_end.not_digits",
            _ => "error.field.serial_end.length",
        },
        Field::Email | Field::EmailAgain => match problem {
            Problem::Empty => "error.field.email.empty",
            Problem::Different => "error.field.email.different",
            Problem::Same => "error.field.email.same",
            _ => "error.field.email.impossible",
        },
        Field::EmailCode => match problem {
            Problem::Empty => "error.field.email_code.empty",
            _ => "error.field.email_code.other",
        },
        Field::BirthDate => match problem {
            Problem::Empty => "error.field.birth_date.empty",
            Problem::NotDigits => "error.field.birth_date.not_digits",
            _ => "error.field.birth_date.impossible",
        },
        Field::Mobile | Field::Landline => phone_key(field, problem),
        Field::Street | Field::Complement | Field::Town => match problem {
            Problem::Empty if field == Field::Town => "error.field.town.empty",
            Problem::Empty => "error.field.street.empty",
            _ => "error.field.street.too_long",
        },
        Field::Iban => match problem {
            Problem::Empty => "error.field.iban.empty",
            Problem::TooShort => "error.field.iban.too_short",
            Problem::TooLong => "error.field.iban.too_long",
            Problem::KeyMismatch => "error.field.iban.key_mismatch",
            Problem::OtherCountry => "error.field.iban.other_country",
            Problem::Same => "error.field.iban.same",
            _ => "error.field.iban.impossible",
        },
    }
}

fn nir_key(problem: Problem) -> &'static str {
    match problem {
        Problem::Empty => "error.field.nir.empty",
        Problem::TooShort => "error.field.nir.too_short",
        Problem::TooLong => "error.field.nir.too_long",
        Problem::NotDigits => "error.field.nir.not_digits",
        Problem::KeyMismatch => "error.field.nir.key_mismatch",
        _ => "error.field.nir.impossible",
    }
}

fn code_key(problem: Problem) -> &'static str {
    match problem {
        Problem::Empty => "error.field.code.empty",
        Problem::TooShort => "error.field.code.too_short",
        Problem::TooLong => "error.field.code.too_long",
        Problem::NotDigits => "error.field.code.not_digits",
        Problem::Different => "error.field.code.different",
        Problem::Same => "error.field.code.same",
        Problem::Repeated => "error.field.code.repeated",
        Problem::Sequence => "error.field.code.sequence",
        Problem::BirthDate => "error.field.code.birth_date",
        Problem::OwnNumber => "error.field.code.own_number",
        _ => "error.field.other",
    }
}

fn phone_key(field: Field, problem: Problem) -> &'static str {
    match problem {
        Problem::Empty => "error.field.phone.empty",
        Problem::TooShort => "error.field.phone.too_short",
        Problem::TooLong => "error.field.phone.too_long",
        Problem::NotDigits => "error.field.phone.not_digits",
        Problem::OtherCountry => "error.field.phone.other_country",
        Problem::OtherKind if field == Field::Mobile => "error.field.phone.not_mobile",
        Problem::OtherKind => "error.field.phone.not_landline",
        Problem::Same => "error.field.phone.same",
        _ => "error.field.phone.impossible",
    }
}
