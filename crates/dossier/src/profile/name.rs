//! How persons are named on screen.

use protocol::profile::Beneficiary;

/// The usual first name: the first one.
pub(crate) fn usual_first_name(person: &Beneficiary) -> &str {
    person.first_name.split([' ', ',']).next().unwrap_or_default()
}

/// « Camille Morel »: usual first name, and usage name before birth name.
pub(crate) fn full_name(person: &Beneficiary) -> String {
    format!("{} {}", usual_first_name(person), last_name(person))
}

/// « CM ».
pub(crate) fn initials(person: &Beneficiary) -> String {
    let letters = [usual_first_name(person), last_name(person)].into_iter().filter_map(|name| name.chars().next());
    letters.flat_map(char::to_uppercase).collect()
}

fn last_name(person: &Beneficiary) -> &str {
    person.usage_name.as_deref().unwrap_or(&person.birth_name)
}
