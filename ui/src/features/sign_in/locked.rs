//! A locked account: the code opens it, with or without the network.

use dioxus::prelude::*;
use protocol::sync::Tag;
use protocol::{ApiError, Field as Entry};

use super::code_entry::CodeEntry;
use super::sign_out::SignOutQuestion;
use super::state::{SignInStore, is_used, use_sign_in_store};
use crate::command::use_command;
use crate::components::{
    Button, ButtonKind, ErrorNote, FranceConnectButton, Look, OtherMember, OuterScreen, WaitNote, use_wait,
};
use crate::context::{Question, use_changes, use_questions, use_session};
use crate::i18n::{problem_field, use_words};
use crate::{bridge, browser};

/// The locked screen.
#[component]
pub(crate) fn Locked() -> Element {
    let words = use_words();
    let changes = use_changes();
    let questions = use_questions();
    let store = use_sign_in_store();
    let attempt = use_command();
    let wait = use_wait(attempt);
    let error = attempt.error();
    let about_code = error.clone().filter(|error| problem_field(error) == Some(Entry::Code));
    let member = use_session().ready().and_then(|session| session.member.clone());
    let first_name = member.as_ref().and_then(|member| member.name.split(' ').next()).unwrap_or_default().to_owned();
    let title = if first_name.is_empty() {
        words.say("sign_in.locked.title").to_owned()
    } else {
        words.fill("sign_in.hello", &[("name", &first_name)])
    };
    let focus = if browser::is_touched() { "#screen-title" } else { "#code" };
    rsx! {
        OuterScreen { name: "locked", title, focus,
            div { class: "outer-note",
                if let Some(member) = member {
                    span { class: "muted num", {member.masked_nir} }
                }
                OtherMember { look: Look::Plain }
            }
            p { class: "muted small centred", {words.say("sign_in.locked.text")} }
            form {
                class: "sign-in-form",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    if wait == 0 {
                        attempt.run(send(store), move |()| changes.say(&[Tag::Session, Tag::Sync]));
                    }
                },
                CodeEntry {
                    store,
                    error: about_code.clone(),
                    ontype: move |()| {
                        if wait == 0 {
                            attempt.forget_error();
                        }
                    },
                }
                ErrorNote { error: error.filter(|_| about_code.is_none()) }
                WaitNote { seconds: wait }
                Button {
                    label: words.say("sign_in.unlock"),
                    kind: ButtonKind::Submit,
                    busy: attempt.is_busy(),
                    busy_label: words.say("sign_in.unlocking").to_owned(),
                    disabled: wait > 0,
                }
                Button {
                    label: words.say("nav.sign_out"),
                    look: Look::Quiet,
                    onpress: move |()| questions.ask(Question::SignOut),
                }
            }
            FranceConnectButton {}
            Button {
                label: words.say("forgotten.link"),
                look: Look::Plain,
                onpress: move |()| questions.ask(Question::ForgottenCode),
            }
            p { class: "muted xs centred", {words.say("app.demonstration")} }
            if questions.asked() == Some(Question::SignOut) {
                SignOutQuestion {}
            }
        }
    }
}

async fn send(store: SignInStore) -> Result<(), ApiError> {
    let outcome = bridge::unlock(store.code_secret()).await;
    if is_used(&outcome) {
        store.forget_code();
    }
    if outcome.is_err() {
        browser::focus("#code");
    }
    outcome
}
