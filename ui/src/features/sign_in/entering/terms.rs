//! The terms of use (A5): what accepting means, and what refusing means.

use dioxus::prelude::*;
use protocol::entrance::Act;

use super::{Back, StepScreen, use_way};
use crate::components::{Button, Look};
use crate::i18n::use_words;

const SAID: [&str; 4] = ["entering.terms.1", "entering.terms.2", "entering.terms.3", "entering.terms.4"];

#[component]
pub(super) fn Terms() -> Element {
    let words = use_words();
    let way = use_way();
    rsx! {
        StepScreen {
            name: "step_terms",
            title: words.say("entering.terms.title"),
            text: words.say("entering.terms.text"),
            way,
            back: Back::Elsewhere,
            div { class: "card card-form",
                ul { class: "terms",
                    for key in SAID {
                        li { key: "{key}", {words.say(key)} }
                    }
                }
                Button {
                    label: words.say("entering.terms.accept"),
                    busy: way.attempt.is_busy(),
                    onpress: move |()| way.go_on(Act::AcceptTerms),
                }
                Button {
                    label: words.say("entering.terms.refuse"),
                    look: Look::Quiet,
                    disabled: way.attempt.is_busy(),
                    onpress: move |()| way.leave(),
                }
                p { class: "muted small", {words.say("entering.terms.refuse.text")} }
            }
        }
    }
}
