//! The code (A6): typed twice, its strength said while it is typed. It never comes back to the screen.

use dioxus::prelude::*;
use protocol::Field as Entry;

use super::state::OpeningStore;
use super::step::{StepScreen, id_of};
use crate::components::{Button, CodeStrength, Field, FieldKind, Icon, IconView, Look};
use crate::i18n::use_words;

#[component]
pub(super) fn CodeStep(store: OpeningStore) -> Element {
    let words = use_words();
    let entries = store.entries();
    rsx! {
        StepScreen {
            name: "opening_code",
            title: words.say("opening.code.title"),
            text: words.say("opening.code.text"),
            store,
            if let Some(length) = store.code_length() {
                p { class: "told-good",
                    IconView { icon: Icon::Check }
                    span { {words.count("opening.code.chosen", u64::from(length))} }
                }
                Button {
                    label: words.say("opening.code.another"),
                    look: Look::Plain,
                    onpress: move |()| store.choose_another_code(),
                }
            } else {
                Field {
                    id: id_of(Entry::NewCode),
                    label: words.say("opening.code"),
                    hint: words.say("entering.new_code.hint").to_owned(),
                    value: store.code(),
                    error: store.error_of(Entry::NewCode),
                    inputmode: "numeric",
                    autocomplete: "new-password",
                    maxlength: 26,
                    kind: FieldKind::Secret,
                    oninput: move |text: String| store.type_code(&text),
                }
                CodeStrength { code: store.code(), birth_date: entries.birth_date, nir: entries.nir }
                Field {
                    id: id_of(Entry::NewCodeAgain),
                    label: words.say("entering.new_code.again"),
                    value: store.again(),
                    error: store.error_of(Entry::NewCodeAgain),
                    inputmode: "numeric",
                    autocomplete: "new-password",
                    maxlength: 26,
                    kind: FieldKind::Secret,
                    oninput: move |text: String| store.type_again(&text),
                }
            }
        }
    }
}
