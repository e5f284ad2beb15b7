//! The present value, and the lines to type the new one in.

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::ApiError;
use protocol::profile::ProfileView;

use super::super::member::Fact;
use super::state::{Entry, Form};
use super::words;
use crate::components::{Field, FieldKind, PhoneCountry};
use crate::i18n::use_words;
use crate::route::Topic;

/// What the caisse knows today, masked.
#[component]
pub(super) fn Present(topic: Topic, profile: Rc<ProfileView>) -> Element {
    let words = use_words();
    let shown = match topic {
        Topic::Email => profile.email.as_ref(),
        Topic::Mobile => profile.mobile.as_ref(),
        Topic::Landline => profile.landline.as_ref(),
        Topic::Bank => profile.iban.as_ref(),
        Topic::Consents | Topic::Address | Topic::Code => None,
    };
    let lines: Vec<String> = match topic {
        Topic::Consents | Topic::Code => return rsx! {},
        Topic::Address => profile.address.clone(),
        _ => vec![shown.map_or_else(|| words.say("profile.none").to_owned(), |masked| masked.shown.clone())],
    };
    rsx! {
        dl { class: "present",
            Fact { name: words.fill("profile.change.now", &[("what", words.say(words::name(topic)))]),
                for (at , line) in lines.into_iter().enumerate() {
                    span { key: "{at}", class: "block num", {line} }
                }
            }
        }
    }
}

/// One entry: a line to type in, a list, or a box.
#[component]
pub(super) fn EntryLine(
    form: Form,
    entry: Entry,
    profile: Rc<ProfileView>,
    error: Option<ApiError>,
    ontype: EventHandler<()>,
) -> Element {
    let words = use_words();
    let value = form.text(entry, &profile);
    let (label, hint) = words::of_entry(entry);
    let label = words.say(label);
    let put = move |text: String| {
        ontype.call(());
        form.put(entry, text);
    };
    match entry {
        Entry::Country => rsx! {
            PhoneCountry { id: entry.id(), label, value, onchoose: put }
        },
        Entry::ByEmail | Entry::ByPhone | Entry::BySms => rsx! {
            label { class: "choice",
                input {
                    id: entry.id(),
                    r#type: "checkbox",
                    checked: !value.is_empty(),
                    onchange: move |event| put(if event.checked() { "yes".to_owned() } else { String::new() }),
                }
                span { {label} }
            }
        },
        _ => {
            let (kind, inputmode, autocomplete) = typed_as(entry);
            rsx! {
                Field {
                    id: entry.id(),
                    label,
                    hint: hint.map(|hint| words.say(hint).to_owned()),
                    value,
                    error,
                    kind,
                    inputmode,
                    autocomplete,
                    oninput: put,
                }
            }
        }
    }
}

fn typed_as(entry: Entry) -> (FieldKind, &'static str, &'static str) {
    match entry {
        Entry::Email | Entry::EmailAgain => (FieldKind::Words, "email", "off"),
        Entry::Number => (FieldKind::Words, "tel", "off"),
        Entry::PostalCode => (FieldKind::Words, "numeric", "postal-code"),
        Entry::Street => (FieldKind::Words, "text", "address-line1"),
        Entry::Complement => (FieldKind::Words, "text", "address-line2"),
        Entry::Town => (FieldKind::Words, "text", "address-level2"),
        Entry::Code => (FieldKind::Secret, "numeric", "current-password"),
        Entry::NewCode | Entry::NewCodeAgain => (FieldKind::Secret, "numeric", "new-password"),
        _ => (FieldKind::Capitals, "text", "off"),
    }
}
