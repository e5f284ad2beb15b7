//! What is typed into the forms of « Mes informations ». It outlives the form and a lock, not a log-out; codes are wiped
//! when the form goes.

use dioxus::prelude::*;
use protocol::phone::PhoneEntry;
use protocol::profile::{Consents, PostalAddress, ProfileChange, ProfileView};
use protocol::{ApiError, Field, Problem, Secret};

use crate::route::Topic;

/// An entry of one of the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Email,
    EmailAgain,
    Country,
    Number,
    ByEmail,
    ByPhone,
    BySms,
    Street,
    Complement,
    PostalCode,
    Town,
    Iban,
    Code,
    NewCode,
    NewCodeAgain,
}

impl Entry {
    /// The entries of a form, from top to bottom.
    pub(super) fn of(topic: Topic) -> &'static [Self] {
        match topic {
            Topic::Email => &[Self::Email, Self::EmailAgain, Self::Code],
            Topic::Mobile | Topic::Landline => &[Self::Country, Self::Number],
            Topic::Consents => &[Self::ByEmail, Self::ByPhone, Self::BySms],
            Topic::Address => &[Self::Street, Self::Complement, Self::PostalCode, Self::Town, Self::Code],
            Topic::Bank => &[Self::Iban, Self::Code],
            Topic::Code => &[Self::Code, Self::NewCode, Self::NewCodeAgain],
        }
    }

    /// The entry that an error is about.
    pub(super) fn of_error(error: &ApiError) -> Option<Self> {
        match error {
            ApiError::WrongCode { .. } => Some(Self::Code),
            ApiError::Invalid { field, .. } => Some(match field {
                Field::Email => Self::Email,
                Field::EmailAgain => Self::EmailAgain,
                Field::Mobile | Field::Landline => Self::Number,
                Field::Street => Self::Street,
                Field::Complement => Self::Complement,
                Field::PostalCode => Self::PostalCode,
                Field::Town => Self::Town,
                Field::Iban => Self::Iban,
                Field::Code => Self::Code,
                Field::NewCode => Self::NewCode,
                Field::NewCodeAgain => Self::NewCodeAgain,
                _ => return None,
            }),
            _ => None,
        }
    }

    pub(super) fn is_secret(self) -> bool {
        matches!(self, Self::Code | Self::NewCode | Self::NewCodeAgain)
    }

    /// Its name in the page.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::EmailAgain => "email-again",
            Self::Country => "country",
            Self::Number => "number",
            Self::ByEmail => "by-email",
            Self::ByPhone => "by-phone",
            Self::BySms => "by-sms",
            Self::Street => "street",
            Self::Complement => "complement",
            Self::PostalCode => "postal-code",
            Self::Town => "town",
            Self::Iban => "iban",
            Self::Code => "present-code",
            Self::NewCode => "new-code",
            Self::NewCodeAgain => "new-code-again",
        }
    }
}

/// Everything typed and not sent yet, of every form.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Drafts(Signal<Vec<(Topic, Entry, String)>>);

/// Keeps drafts as long as the app runs.
pub(crate) fn use_drafts_provider() -> Drafts {
    use_context_provider(|| Drafts(Signal::new(Vec::new())))
}

impl Drafts {
    /// Nobody's any more: the next to sign in may be somebody else.
    pub(crate) fn forget_all(mut self) {
        if !self.0.peek().is_empty() {
            self.0.set(Vec::new());
        }
    }
}

/// The draft of one form.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Form {
    pub(super) topic: Topic,
    drafts: Drafts,
}

/// The form of a topic; its codes are wiped when it goes.
pub(super) fn use_form(topic: Topic) -> Form {
    let form = Form { topic, drafts: use_context() };
    use_drop(move || form.forget_codes());
    form
}

impl Form {
    /// What the entry holds; at first what the caisse knows, where it need not be masked.
    pub(super) fn text(self, entry: Entry, profile: &ProfileView) -> String {
        let known = |is: bool| if is { "yes" } else { "" };
        let typed = self.typed(entry, &self.drafts.0.read());
        typed.unwrap_or_else(|| {
            match entry {
                Entry::ByEmail => known(profile.consents.email),
                Entry::ByPhone => known(profile.consents.phone),
                Entry::BySms => known(profile.consents.sms),
                Entry::Country => "fr",
                _ => "",
            }
            .to_owned()
        })
    }

    /// Another text was typed.
    pub(super) fn put(mut self, entry: Entry, text: String) {
        let mut drafts = self.drafts.0.write();
        match drafts.iter_mut().find(|(topic, of, _)| *topic == self.topic && *of == entry) {
            Some((_, _, known)) => drop(Secret::new(std::mem::replace(known, text))),
            None => drafts.push((self.topic, entry, text)),
        }
    }

    /// All of it was sent, or given up.
    pub(super) fn forget(mut self) {
        self.forget_codes();
        self.drafts.0.write().retain(|(topic, _, _)| *topic != self.topic);
    }

    /// Wipes the codes.
    pub(super) fn forget_codes(mut self) {
        for (_, _, text) in self.drafts.0.write().extract_if(.., |(_, entry, _)| entry.is_secret()) {
            drop(Secret::new(text));
        }
    }

    /// What to send.
    pub(super) fn change(self, profile: &ProfileView) -> Result<ProfileChange, ApiError> {
        let text = |entry| self.text(entry, profile);
        let code = || Secret::new(text(Entry::Code));
        let same = |one, other, field| {
            if text(one).trim() == text(other).trim() {
                Ok(text(one))
            } else {
                Err(ApiError::Invalid { field, problem: Problem::Different })
            }
        };
        let number = || Some(PhoneEntry { country: text(Entry::Country), number: text(Entry::Number) });
        let agrees = |entry| !text(entry).is_empty();
        Ok(match self.topic {
            Topic::Email => {
                ProfileChange::Email { email: same(Entry::Email, Entry::EmailAgain, Field::EmailAgain)?, code: code() }
            }
            Topic::Mobile => ProfileChange::Mobile { number: number() },
            Topic::Landline => ProfileChange::Landline { number: number() },
            Topic::Consents => ProfileChange::Consents {
                consents: Consents {
                    email: agrees(Entry::ByEmail),
                    phone: agrees(Entry::ByPhone),
                    sms: agrees(Entry::BySms),
                },
            },
            Topic::Address => ProfileChange::Address {
                address: PostalAddress {
                    complement: text(Entry::Complement),
                    street: text(Entry::Street),
                    postal_code: text(Entry::PostalCode),
                    town: text(Entry::Town),
                },
                code: code(),
            },
            Topic::Bank => ProfileChange::Bank { iban: text(Entry::Iban), code: code() },
            Topic::Code => ProfileChange::Code {
                present: code(),
                new: Secret::new(same(Entry::NewCode, Entry::NewCodeAgain, Field::NewCodeAgain)?),
            },
        })
    }

    fn typed(self, entry: Entry, drafts: &[(Topic, Entry, String)]) -> Option<String> {
        let found = drafts.iter().find(|(topic, of, _)| *topic == self.topic && *of == entry);
        found.map(|(_, _, text)| text.clone())
    }
}
