//! The terms of use (A5): what accepting means, and what refusing means.

use dioxus::prelude::*;
use protocol::Field as Entry;
use protocol::opening::TermsAnswer;

use super::state::OpeningStore;
use super::step::{StepScreen, id_of};
use crate::i18n::{problem_words, use_words};

const SAID: [&str; 4] = ["entering.terms.1", "entering.terms.2", "entering.terms.3", "entering.terms.4"];

#[component]
pub(super) fn TermsStep(store: OpeningStore) -> Element {
    let words = use_words();
    let chosen = store.entries().terms;
    let answers = [
        (TermsAnswer::Accepted, "entering.terms.accept", "opening.terms.accept.text"),
        (TermsAnswer::Refused, "entering.terms.refuse", "opening.terms.refuse.text"),
    ];
    rsx! {
        StepScreen {
            name: "opening_terms",
            title: words.say("entering.terms.title"),
            text: words.say("entering.terms.text"),
            store,
            ul { class: "terms",
                for key in SAID {
                    li { key: "{key}", {words.say(key)} }
                }
            }
            fieldset { class: "choices",
                legend { class: "strong", {words.say("opening.terms.question")} }
                for (at , (answer , label , text)) in answers.into_iter().enumerate() {
                    label { key: "{label}", class: "choice",
                        input {
                            id: if at == 0 { id_of(Entry::Terms) },
                            r#type: "radio",
                            name: "terms",
                            checked: chosen == answer,
                            onchange: move |_| store.change(Entry::Terms, |entries| entries.terms = answer),
                        }
                        span {
                            span { class: "strong", {words.say(label)} }
                            span { class: "muted small block", {words.say(text)} }
                        }
                    }
                }
                div { class: "field-error", role: "alert",
                    if let Some(error) = store.error_of(Entry::Terms) {
                        p { {problem_words(words, &error)} }
                    }
                }
            }
        }
    }
}
