//! Who (A3): name at birth, number, birth date, postal code.

use dioxus::prelude::*;
use protocol::Field as Entry;

use super::state::OpeningStore;
use super::step::{StepScreen, id_of};
use crate::components::{Field, FieldKind};
use crate::i18n::use_words;

#[component]
pub(super) fn IdentityStep(store: OpeningStore) -> Element {
    let words = use_words();
    let entries = store.entries();
    rsx! {
        StepScreen {
            name: "opening_identity",
            title: words.say("opening.identity.title"),
            text: words.say("opening.identity.text"),
            store,
            Field {
                id: id_of(Entry::BirthName),
                label: words.say("opening.birth_name"),
                hint: words.say("opening.birth_name.hint").to_owned(),
                value: entries.birth_name,
                error: store.error_of(Entry::BirthName),
                autocomplete: "family-name",
                maxlength: 100,
                kind: FieldKind::Words,
                oninput: move |text| store.change(Entry::BirthName, |entries| entries.birth_name = text),
            }
            Field {
                id: id_of(Entry::Nir),
                label: words.say("sign_in.nir"),
                hint: words.say("sign_in.nir.hint").to_owned(),
                value: entries.nir,
                error: store.error_of(Entry::Nir),
                maxlength: 30,
                oninput: move |text| store.change(Entry::Nir, |entries| entries.nir = text),
            }
            Field {
                id: id_of(Entry::BirthDate),
                label: words.say("forgotten.birth_date"),
                hint: words.say("forgotten.birth_date.hint").to_owned(),
                value: entries.birth_date,
                error: store.error_of(Entry::BirthDate),
                inputmode: "numeric",
                autocomplete: "bday",
                maxlength: 12,
                oninput: move |text| store.change(Entry::BirthDate, |entries| entries.birth_date = text),
            }
            Field {
                id: id_of(Entry::PostalCode),
                label: words.say("account.postal_code"),
                hint: words.say("opening.postal_code.hint").to_owned(),
                value: entries.postal_code,
                error: store.error_of(Entry::PostalCode),
                inputmode: "numeric",
                autocomplete: "postal-code",
                maxlength: 10,
                oninput: move |text| store.change(Entry::PostalCode, |entries| entries.postal_code = text),
            }
        }
    }
}
