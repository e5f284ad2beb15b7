//! After the first sign-in: may this device keep the code?

use dioxus::prelude::*;
use protocol::sync::Tag;

use crate::bridge;
use crate::command::use_command;
use crate::components::{Button, Dialog, ErrorNote, Look};
use crate::context::use_changes;
use crate::i18n::use_words;

/// The question; closing it without an answer keeps the code out of the keyring.
#[component]
pub(crate) fn KeepCodeQuestion() -> Element {
    let words = use_words();
    let changes = use_changes();
    let answer = use_command();
    let say = move |keep: bool| answer.run(bridge::keep_code(keep), move |()| changes.say(&[Tag::Session]));
    rsx! {
        Dialog { id: "keep-code", title: words.say("sign_in.keep.title"), onclose: move |()| say(false),
            p { class: "muted", {words.say("sign_in.keep.text")} }
            ErrorNote { error: answer.error() }
            div { class: "dialog-actions",
                Button {
                    label: words.say("sign_in.keep.yes"),
                    busy: answer.is_busy(),
                    onpress: move |()| say(true),
                }
                Button {
                    label: words.say("sign_in.keep.no"),
                    look: Look::Quiet,
                    disabled: answer.is_busy(),
                    onpress: move |()| say(false),
                }
            }
        }
    }
}
