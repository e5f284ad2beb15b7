//! What went wrong, as a sentence that says what to do.

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
        ApiError::WrongCode { retry_in: 0 } => "error.wrong_code",
        ApiError::WrongCode { .. } => "error.wrong_code.wait",
        ApiError::Locked => "error.locked",
        ApiError::SignedOut => "error.signed_out",
        ApiError::NotFound => "error.not_found",
        ApiError::NotAvailableOffline => "error.not_available_offline",
        ApiError::NoSpace => "error.no_space",
        ApiError::Internal { reference } if reference.is_empty() => "error.internal.unknown",
        ApiError::Internal { reference } => return words.fill("error.internal", &[("reference", reference)]),
    };
    words.say(key).to_owned()
}

/// The entry that an error is about.
pub(crate) fn problem_field(problem: &ApiError) -> Option<Field> {
    match problem {
        ApiError::Invalid { field, .. } => Some(*field),
        _ => None,
    }
}

/// Seconds to wait before another attempt.
pub(crate) fn problem_wait(problem: &ApiError) -> u64 {
    match problem {
        ApiError::TooManyAttempts { retry_in } | ApiError::WrongCode { retry_in } => *retry_in,
        _ => 0,
    }
}

fn entry_key(field: Field, problem: Problem) -> &'static str {
    match (field, problem) {
        (Field::Nir, Problem::Empty) => "error.field.nir.empty",
        (Field::Nir, Problem::TooShort) => "error.field.nir.too_short",
        (Field::Nir, Problem::TooLong) => "error.field.nir.too_long",
        (Field::Nir, Problem::NotDigits) => "error.field.nir.not_digits",
        (Field::Nir, Problem::KeyMismatch) => "error.field.nir.key_mismatch",
        (Field::Nir, Problem::Impossible | Problem::Unknown) => "error.field.nir.impossible",
        (Field::Code, Problem::Empty) => "error.field.code.empty",
        (Field::Code, Problem::TooShort) => "error.field.code.too_short",
        (Field::Code, Problem::TooLong) => "error.field.code.too_long",
        (Field::Code, Problem::NotDigits) => "error.field.code.not_digits",
        (Field::Code, Problem::Repeated) => "error.field.code.repeated",
        (Field::Code, Problem::Sequence) => "error.field.code.sequence",
        (Field::Code, Problem::BirthDate) => "error.field.code.birth_date",
        (Field::Code, Problem::OwnNumber) => "error.field.code.own_number",
        (Field::PostalCode, Problem::Empty) => "error.field.postal_code.empty",
        (Field::PostalCode, Problem::TooShort) => "error.field.postal_code.too_short",
        (Field::PostalCode, Problem::TooLong) => "error.field.postal_code.too_long",
        (Field::PostalCode, Problem::NotDigits) => "error.field.postal_code.not_digits",
        (Field::PostalCode, Problem::Unknown) => "error.field.postal_code.unknown",
        (Field::PostalCode, _) => "error.field.postal_code.impossible",
        (Field::Period, Problem::Empty) => "error.field.period.empty",
        (Field::Period, Problem::NotDigits) => "error.field.period.not_digits",
        (Field::Period, _) => "error.field.period.impossible",
        (Field::Person, _) => "error.field.person.unknown",
        (Field::Caisse, _) => "error.field.caisse.unknown",
        (Field::Nir | Field::Code, _) => "error.field.other",
    }
}
