//! Where an opening may end before there is an account, each with what to do next.

use dioxus::prelude::*;

use super::state::OpeningStore;
use crate::bridge;
use crate::command::use_command;
use crate::components::{Button, ErrorNote, FranceConnectButton, Icon, IconView, Look, OuterScreen};
use crate::context::{Question, use_questions};
use crate::i18n::use_words;

/// There is an account already.
#[component]
pub(super) fn AlreadyOpen(store: OpeningStore) -> Element {
    let words = use_words();
    let questions = use_questions();
    rsx! {
        OuterScreen { name: "opening_already", title: words.say("opening.already.title"),
            p { class: "centred", {words.say("opening.already.text")} }
            ErrorNote { error: store.attempt.error() }
            Button {
                label: words.say("opening.already.sign_in"),
                busy: store.attempt.is_busy(),
                onpress: move |()| store.leave(),
            }
            Button {
                label: words.say("forgotten.link"),
                look: Look::Quiet,
                onpress: move |()| questions.ask(Question::ForgottenCode),
            }
        }
    }
}

/// The terms were refused.
#[component]
pub(super) fn TermsRefused(store: OpeningStore) -> Element {
    let words = use_words();
    rsx! {
        OuterScreen { name: "opening_refused", title: words.say("opening.refused.title"),
            p { class: "centred", {words.say("opening.refused.text")} }
            ErrorNote { error: store.attempt.error() }
            Button {
                label: words.say("sign_in.back"),
                busy: store.attempt.is_busy(),
                onpress: move |()| store.leave(),
            }
        }
    }
}

/// « Je ne dispose pas du numéro de série »: a provisional code by post.
#[component]
pub(super) fn WithoutSerial(store: OpeningStore) -> Element {
    let words = use_words();
    let letter = use_command();
    let mut sent = use_signal(|| false);
    let title = if sent() { "opening.letter.sent" } else { "opening.letter.title" };
    rsx! {
        OuterScreen { name: "opening_letter", title: words.say(title),
            div { class: "card card-form",
                if sent() {
                    p { class: "told-good",
                        IconView { icon: Icon::Letter }
                        span { {words.say("opening.letter.sent.text")} }
                    }
                    p { {words.say("opening.letter.then")} }
                    Button { label: words.say("sign_in.back"), onpress: move |()| store.leave() }
                } else {
                    p { {words.say("opening.letter.text")} }
                    p { {words.say("opening.letter.then")} }
                    ErrorNote { error: letter.error() }
                    Button {
                        label: words.say("opening.letter.send"),
                        busy: letter.is_busy(),
                        onpress: move |()| letter.run(bridge::opening_letter(), move |()| sent.set(true)),
                    }
                    p { {words.say("opening.letter.or")} }
                    FranceConnectButton { opening: true }
                    Button {
                        label: words.say("nav.back"),
                        look: Look::Quiet,
                        icon: Icon::Back,
                        onpress: move |()| store.set_without_serial(false),
                    }
                }
            }
            p { class: "muted xs centred", {words.say("app.demonstration")} }
        }
    }
}
