//! How the member is reached (A7): e-mail twice, telephones by country, three consents that are off.

use dioxus::prelude::*;
use protocol::Field as Entry;
use protocol::opening::OpeningEntries;
use protocol::phone::PhoneEntry;

use super::state::OpeningStore;
use super::step::{StepScreen, id_of};
use crate::components::{Field, FieldKind, PhoneCountry};
use crate::i18n::use_words;

#[component]
pub(super) fn ContactStep(store: OpeningStore) -> Element {
    let words = use_words();
    let entries = store.entries();
    let consents = entries.consents;
    rsx! {
        StepScreen {
            name: "opening_contact",
            title: words.say("opening.contact.title"),
            text: words.say("entering.email.text"),
            store,
            continue_label: words.say("opening.finish").to_owned(),
            Field {
                id: id_of(Entry::Email),
                label: words.say("entering.email.label"),
                hint: words.say("entering.email.hint").to_owned(),
                value: entries.email.clone(),
                error: store.error_of(Entry::Email),
                inputmode: "email",
                autocomplete: "email",
                maxlength: 254,
                kind: FieldKind::Words,
                oninput: move |text| store.change(Entry::Email, |entries| entries.email = text),
            }
            Field {
                id: id_of(Entry::EmailAgain),
                label: words.say("entering.email.again"),
                value: entries.email_again.clone(),
                error: store.error_of(Entry::EmailAgain),
                inputmode: "email",
                maxlength: 254,
                kind: FieldKind::Words,
                oninput: move |text| store.change(Entry::EmailAgain, |entries| entries.email_again = text),
            }
            Phone {
                store,
                field: Entry::Mobile,
                country_id: "opening-mobile-country",
                label: words.say("opening.mobile"),
                country_label: words.say("opening.mobile.country"),
                typed: entries.mobile.clone(),
            }
            Phone {
                store,
                field: Entry::Landline,
                country_id: "opening-landline-country",
                label: words.say("opening.landline"),
                country_label: words.say("opening.landline.country"),
                typed: entries.landline.clone(),
            }
            fieldset { class: "choices",
                legend { class: "strong", {words.say("opening.consents")} }
                p { class: "muted small", {words.say("opening.consents.text")} }
                Consent {
                    label: words.say("opening.consents.email"),
                    given: consents.email,
                    onchange: move |given| store.consent(|consents| consents.email = given),
                }
                Consent {
                    label: words.say("opening.consents.phone"),
                    given: consents.phone,
                    onchange: move |given| store.consent(|consents| consents.phone = given),
                }
                Consent {
                    label: words.say("opening.consents.sms"),
                    given: consents.sms,
                    onchange: move |given| store.consent(|consents| consents.sms = given),
                }
            }
        }
    }
}

#[component]
fn Phone(
    store: OpeningStore,
    field: Entry,
    country_id: &'static str,
    label: String,
    country_label: String,
    typed: PhoneEntry,
) -> Element {
    let words = use_words();
    rsx! {
        div { class: "phone",
            PhoneCountry {
                id: country_id,
                label: country_label,
                value: typed.country,
                onchoose: move |country| store.change(field, |entries| phone(entries, field).country = country),
            }
            Field {
                id: id_of(field),
                label,
                hint: words.say("opening.phone.hint").to_owned(),
                value: typed.number,
                error: store.error_of(field),
                inputmode: "tel",
                autocomplete: "tel",
                maxlength: 30,
                oninput: move |number| store.change(field, |entries| phone(entries, field).number = number),
            }
        }
    }
}

#[component]
fn Consent(label: String, given: bool, onchange: EventHandler<bool>) -> Element {
    rsx! {
        label { class: "choice",
            input { r#type: "checkbox", checked: given, onchange: move |event| onchange.call(event.checked()) }
            span { {label} }
        }
    }
}

fn phone(entries: &mut OpeningEntries, field: Entry) -> &mut PhoneEntry {
    if field == Entry::Mobile { &mut entries.mobile } else { &mut entries.landline }
}
