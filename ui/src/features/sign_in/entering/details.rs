//! « Confirmer mes coordonnées », which may wait.

use dioxus::prelude::*;
use insurance::Phone;
use protocol::entrance::{Act, Details};

use super::{StepScreen, use_way};
use crate::components::{Button, Look};
use crate::i18n::use_words;

#[component]
pub(super) fn ConfirmDetails(details: Details) -> Element {
    let words = use_words();
    let way = use_way();
    let Details { address, email, mobile, landline } = details;
    let lines = [
        ("entering.details.address", Some(address.join("\n"))),
        ("entering.details.email", email),
        ("entering.details.mobile", mobile.map(grouped)),
        ("entering.details.landline", landline.map(grouped)),
    ];
    rsx! {
        StepScreen {
            name: "step_details",
            title: words.say("entering.details.title"),
            text: words.say("entering.details.text"),
            way,
            div { class: "card card-form",
                dl { class: "details-list",
                    for (key, value) in lines {
                        div { key: "{key}",
                            dt { class: "muted small", {words.say(key)} }
                            dd { {value.unwrap_or_else(|| words.say("entering.details.none").to_owned())} }
                        }
                    }
                }
                Button {
                    label: words.say("entering.details.right"),
                    busy: way.attempt.is_busy(),
                    onpress: move |()| way.go_on(Act::ConfirmDetails),
                }
                Button {
                    label: words.say("entering.details.later"),
                    look: Look::Quiet,
                    disabled: way.attempt.is_busy(),
                    onpress: move |()| way.go_on(Act::Later),
                }
                p { class: "muted small", {words.say("entering.details.wrong")} }
            }
        }
    }
}

fn grouped(kept: String) -> String {
    Phone::read(&kept).map_or(kept, |phone| phone.grouped())
}
