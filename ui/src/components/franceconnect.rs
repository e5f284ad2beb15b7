//! The way to FranceConnect: words on a button, and no mark that is not ours.

use dioxus::prelude::*;

use super::{Button, Icon, Look};
use crate::context::{Question, use_questions};
use crate::i18n::use_words;

/// « S’identifier avec FranceConnect ». `opening`: on the way to an account.
#[component]
pub(crate) fn FranceConnectButton(#[props(default)] opening: bool, #[props(default)] disabled: bool) -> Element {
    let words = use_words();
    let questions = use_questions();
    rsx! {
        Button {
            label: words.say(if opening { "franceconnect.prove" } else { "franceconnect.sign_in" }),
            look: Look::Quiet,
            icon: Icon::Person,
            disabled,
            onpress: move |()| questions.ask(Question::FranceConnect { opening }),
        }
    }
}
