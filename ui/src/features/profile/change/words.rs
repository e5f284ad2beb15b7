//! The words of each form and of its entries.

use super::state::Entry;
use crate::route::Topic;

/// Title, explanation, and what is said when it is done.
pub(super) fn of_topic(topic: Topic) -> [&'static str; 3] {
    match topic {
        Topic::Email => ["profile.change.email", "profile.change.email.text", "profile.change.email.done"],
        Topic::Mobile => ["profile.change.mobile", "profile.change.phone.text", "profile.change.done"],
        Topic::Landline => ["profile.change.landline", "profile.change.phone.text", "profile.change.done"],
        Topic::Consents => ["profile.change.consents", "profile.change.consents.text", "profile.change.done"],
        Topic::Address => ["profile.change.address", "profile.change.address.text", "profile.change.done"],
        Topic::Bank => ["profile.change.bank", "profile.change.bank.text", "profile.change.bank.done"],
        Topic::Code => ["profile.change.code", "profile.change.code.text", "profile.change.code.done"],
    }
}

/// What the present value is called.
pub(super) fn name(topic: Topic) -> &'static str {
    match topic {
        Topic::Email => "profile.email",
        Topic::Mobile => "profile.mobile",
        Topic::Landline => "profile.landline",
        Topic::Consents => "profile.consents",
        Topic::Address => "profile.address",
        Topic::Bank => "profile.iban",
        Topic::Code => "profile.code",
    }
}

/// The label of an entry, and a hint.
pub(super) fn of_entry(entry: Entry) -> (&'static str, Option<&'static str>) {
    match entry {
        Entry::Email => ("profile.entry.email", Some("profile.entry.email.hint")),
        Entry::EmailAgain => ("profile.entry.email_again", None),
        Entry::Country => ("profile.entry.country", None),
        Entry::Number => ("profile.entry.number", None),
        Entry::ByEmail => ("profile.entry.by_email", None),
        Entry::ByPhone => ("profile.entry.by_phone", None),
        Entry::BySms => ("profile.entry.by_sms", None),
        Entry::Street => ("profile.entry.street", None),
        Entry::Complement => ("profile.entry.complement", Some("profile.entry.complement.hint")),
        Entry::PostalCode => ("profile.entry.postal_code", None),
        Entry::Town => ("profile.entry.town", None),
        Entry::Iban => ("profile.entry.iban", Some("profile.entry.iban.hint")),
        Entry::Code => ("profile.entry.code", Some("profile.entry.code.hint")),
        Entry::NewCode => ("profile.entry.new_code", Some("profile.entry.new_code.hint")),
        Entry::NewCodeAgain => ("profile.entry.new_code_again", None),
    }
}
