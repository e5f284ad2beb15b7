//! Signing in, unlocking, logging out (A10, A15, A16).

mod code_entry;
mod code_twice;
mod device_code;
mod entering;
mod forgotten;
mod form;
mod keep_code;
mod locked;
mod member_words;
mod members;
mod outcome;
mod sign_out;
mod signed_out;
mod state;

use dioxus::prelude::*;
use protocol::sign_in::{Phase, Storage};
use protocol::sync::Tag;

use crate::command::use_command;
use crate::components::{Button, Dialog, FranceConnectButton, Icon, IconView, Look, OuterScreen, use_wait};
use crate::context::{Question, use_changes, use_questions, use_session};
use crate::i18n::use_words;
use crate::query::use_query;
use crate::{bridge, browser};

pub(crate) use device_code::DeviceCode;
pub(crate) use entering::Entering;
pub(crate) use forgotten::ForgottenCode;
pub(crate) use keep_code::KeepCodeQuestion;
pub(crate) use locked::Locked;
pub(crate) use members::Members;
pub(crate) use sign_out::SignOutQuestion;
pub(crate) use signed_out::SignedOut;

use form::SignInForm;
use member_words::{first_line, second_line};
use outcome::{OutcomeView, is_an_outcome};
use state::use_sign_in_store;

/// Nobody is signed in: number and code.
#[component]
pub(crate) fn SignIn() -> Element {
    let words = use_words();
    let questions = use_questions();
    let session = use_session().ready();
    let caisse = session.as_ref().and_then(|session| session.caisse.clone());
    let focus = if browser::is_touched() { "#screen-title" } else { "#nir" };
    let store = use_sign_in_store();
    let attempt = use_command();
    let (changes, back) = (use_changes(), use_command());
    let wait = use_wait(attempt);
    let is_opening = use_query(&[Tag::Session], bridge::opening).ready().is_some_and(|opening| opening.is_some());
    if let Some(outcome) = attempt.error().filter(is_an_outcome) {
        return rsx! { OutcomeView { outcome, wait, onback: move |()| attempt.forget_error() } };
    }
    let adds = session.as_ref().is_some_and(|session| session.phase == Phase::Members);
    let returning = session.as_ref().and_then(|session| session.member.clone());
    let known = session.as_ref().is_some_and(|session| !session.members.is_empty());
    let title = words.say(if adds { "members.add" } else { "sign_in.title" });
    rsx! {
        OuterScreen { name: "sign_in", title, focus,
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
            if let Some(card) = returning {
                p { class: "strong centred", {first_line(&card)} }
                p { class: "muted num centred", {second_line(&card)} }
                p { class: "muted small centred", {words.say("members.returning")} }
            }
            SignInForm { store, attempt, wait }
            FranceConnectButton {}
            Button {
                label: words.say(if is_opening { "opening.resume" } else { "opening.start" }),
                look: Look::Quiet,
                onpress: move |()| questions.ask(Question::OpenAccount),
            }
            Button {
                label: words.say("forgotten.link"),
                look: Look::Plain,
                onpress: move |()| questions.ask(Question::ForgottenCode),
            }
            if known {
                Button {
                    label: words.say("members.back"),
                    look: Look::Quiet,
                    busy: back.is_busy(),
                    onpress: move |()| back.run(bridge::show_members(), move |()| {
                        questions.close();
                        changes.say(&[Tag::Session]);
                    }),
                }
            }
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
    let store = use_sign_in_store();
    let attempt = use_command();
    let wait = use_wait(attempt);
    rsx! {
        Dialog {
            id: "sign-in-again",
            title: words.say("sign_in.again.title"),
            onclose: move |()| questions.close(),
            p { class: "muted", {words.say("sign_in.again.text")} }
            SignInForm { store, attempt, wait }
            FranceConnectButton {}
            Button { label: words.say("nav.close"), look: Look::Plain, onpress: move |()| questions.close() }
        }
    }
}
