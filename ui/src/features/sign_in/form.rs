//! Number and code, sent to the service.

use dioxus::prelude::*;
use protocol::sync::Tag;
use protocol::{ApiError, Field as Entry};

use super::code_entry::CodeEntry;
use super::state::{SignInStore, is_used};
use crate::command::Command;
use crate::components::{Button, ButtonKind, ErrorNote, Field, WaitNote};
use crate::context::{use_changes, use_questions};
use crate::i18n::{problem_field, use_words};
use crate::{bridge, browser};

/// The form of a sign-in; `wait`: seconds until the next attempt is looked at.
#[component]
pub(super) fn SignInForm(store: SignInStore, attempt: Command, wait: u64) -> Element {
    let words = use_words();
    let changes = use_changes();
    let questions = use_questions();
    let error = attempt.error();
    // What is typed anew is not wrong yet; a wait goes on.
    let forget = move || {
        if wait == 0 {
            attempt.forget_error();
        }
    };
    let of = |entry: Entry| error.clone().filter(|error| problem_field(error) == Some(entry));
    rsx! {
        form {
            class: "sign-in-form",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                if wait == 0 {
                    attempt.run(send(store), move |()| {
                        questions.close();
                        changes.say(&[Tag::Session, Tag::Sync]);
                    });
                }
            },
            Field {
                id: "nir",
                label: words.say("sign_in.nir"),
                hint: words.say("sign_in.nir.hint").to_owned(),
                value: store.nir(),
                error: of(Entry::Nir),
                maxlength: 30,
                oninput: move |text| {
                    forget();
                    store.type_nir(text);
                },
            }
            CodeEntry { store, error: of(Entry::Code), ontype: move |()| forget() }
            ErrorNote { error: error.clone().filter(|error| problem_field(error).is_none()) }
            WaitNote { seconds: wait }
            Button {
                label: words.say("sign_in.open"),
                kind: ButtonKind::Submit,
                busy: attempt.is_busy(),
                busy_label: words.say("sign_in.opening").to_owned(),
                disabled: wait > 0,
            }
        }
    }
}

async fn send(store: SignInStore) -> Result<(), ApiError> {
    let form = protocol::sign_in::SignInForm { nir: store.nir_secret(), code: store.code_secret() };
    let outcome = bridge::sign_in(form).await;
    if is_used(&outcome) {
        store.forget_code();
    }
    match outcome.as_ref().err().and_then(problem_field) {
        Some(Entry::Nir) => browser::focus("#nir"),
        Some(Entry::Code) => browser::focus("#code"),
        _ => {}
    }
    outcome
}
