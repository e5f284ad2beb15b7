//! Signing in, unlocking, logging out (A10, A15, A16).

mod code_entry;
mod form;
mod keep_code;
mod locked;
mod sign_out;
mod signed_out;
mod state;
mod wait;

use dioxus::prelude::*;
use protocol::sign_in::Storage;

use crate::browser;
use crate::components::{Button, Dialog, Icon, IconView, Look, OuterScreen};
use crate::context::{Question, use_questions, use_session};
use crate::i18n::use_words;

pub(crate) use keep_code::KeepCodeQuestion;
pub(crate) use locked::Locked;
pub(crate) use sign_out::SignOutQuestion;
pub(crate) use signed_out::SignedOut;

use form::SignInForm;

/// Nobody is signed in: number and code.
#[component]
pub(crate) fn SignIn() -> Element {
    let words = use_words();
    let questions = use_questions();
    let session = use_session().ready();
    let caisse = session.as_ref().and_then(|session| session.caisse.clone());
    let focus = if browser::is_touched() { "#screen-title" } else { "#nir" };
    rsx! {
        OuterScreen { name: "sign_in", title: words.say("sign_in.title"), focus,
            if let Some(caisse) = caisse {
                div { class: "outer-note",
                    span { class: "muted", {caisse.name} }
                    Button {
                        label: words.say("sign_in.change_caisse"),
                        look: Look::Plain,
                        onpress: move |()| questions.ask(Question::ChangeCaisse),
                    }
                }
            }
            SignInForm {}
            if session.is_some_and(|session| session.storage == Storage::SessionOnly) {
                p { class: "outer-warning",
                    IconView { icon: Icon::Info }
                    span { {words.say("sign_in.session_only")} }
                }
            }
            p { class: "muted xs centred", {words.say("sign_in.note")} " " {words.say("app.demonstration")} }
        }
    }
}

/// The session is over while the account is open: what is here stays readable behind this question.
#[component]
pub(crate) fn SignInAgain() -> Element {
    let words = use_words();
    let questions = use_questions();
    rsx! {
        Dialog {
            id: "sign-in-again",
            title: words.say("sign_in.again.title"),
            onclose: move |()| questions.close(),
            p { class: "muted", {words.say("sign_in.again.text")} }
            SignInForm {}
            Button { label: words.say("nav.close"), look: Look::Plain, onpress: move |()| questions.close() }
        }
    }
}
