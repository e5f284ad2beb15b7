//! What only the person should know (A4), each with a drawing of where it stands, and the way out.

use dioxus::prelude::*;
use protocol::Field as Entry;
use protocol::opening::OpeningAnswer;

use super::figures::{CardFigure, StatementFigure};
use super::state::OpeningStore;
use super::step::{StepScreen, Told, id_of};
use crate::components::{Button, Field, Icon, IconView, Look};
use crate::i18n::use_words;

/// What an honest person may have got wrong: the same for everyone.
const CHECKED: [&str; 4] = [
    "opening.not_recognised.name",
    "opening.not_recognised.address",
    "opening.not_recognised.iban",
    "opening.not_recognised.card",
];

#[component]
pub(super) fn ProofStep(store: OpeningStore) -> Element {
    let words = use_words();
    let entries = store.entries();
    rsx! {
        StepScreen {
            name: "opening_proof",
            title: words.say("opening.proof.title"),
            text: words.say("opening.proof.text"),
            store,
            Field {
                id: id_of(Entry::IbanEnd),
                label: words.say("opening.iban"),
                hint: words.say("opening.iban.hint").to_owned(),
                value: entries.iban_end,
                error: store.error_of(Entry::IbanEnd),
                inputmode: "numeric",
                maxlength: 34,
                oninput: move |text| store.change(Entry::IbanEnd, |entries| entries.iban_end = text),
            }
            Help { id: "opening-iban-help", label: words.say("opening.iban.where"), text: words.say("opening.iban.help"),
                StatementFigure {}
            }
            Field {
                id: id_of(Entry::SerialEnd),
                label: words.say("opening.serial"),
                hint: words.say("opening.serial.hint").to_owned(),
                value: entries.serial_end,
                error: store.error_of(Entry::SerialEnd),
                inputmode: "numeric",
                maxlength: 30,
                oninput: move |text| store.change(Entry::SerialEnd, |entries| entries.serial_end = text),
            }
            Help { id: "opening-serial-help", label: words.say("opening.serial.where"), text: words.say("opening.serial.help"),
                CardFigure {}
            }
            Button {
                label: words.say("opening.without_serial"),
                look: Look::Plain,
                onpress: move |()| store.set_without_serial(true),
            }
            if store.answer() == Some(OpeningAnswer::NotRecognised) {
                Told { title: words.say("opening.not_recognised"),
                    p { {words.say("opening.not_recognised.text")} }
                    ul { class: "terms",
                        for key in CHECKED {
                            li { key: "{key}", {words.say(key)} }
                        }
                    }
                    p { {words.say("opening.not_recognised.letter")} }
                }
            }
        }
    }
}

/// A drawing and words, shown when asked for.
#[component]
fn Help(id: &'static str, label: String, text: String, children: Element) -> Element {
    let mut open = use_signal(|| false);
    rsx! {
        div { class: "help",
            button {
                class: "help-button",
                r#type: "button",
                aria_expanded: if open() { "true" } else { "false" },
                aria_controls: id,
                onclick: move |_| open.toggle(),
                IconView { icon: Icon::Info }
                span { {label} }
            }
            div { id, class: "help-text", hidden: !open(),
                {children}
                p { class: "small", {text} }
            }
        }
    }
}
