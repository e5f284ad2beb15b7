//! Signed in without a code (A9): one is chosen for this device, which opens the file here.

use dioxus::prelude::*;
use protocol::sync::Tag;

use super::code_twice::CodeTwice;
use crate::command::use_command;
use crate::components::{Button, ErrorNote, Look, OuterScreen};
use crate::context::use_changes;
use crate::i18n::{problem_field, use_words};
use crate::{bridge, browser};

/// The code, typed twice.
#[component]
pub(crate) fn DeviceCode() -> Element {
    let words = use_words();
    let changes = use_changes();
    let attempt = use_command();
    let focus = if browser::is_touched() { "#screen-title" } else { "#new-code" };
    rsx! {
        OuterScreen { name: "device_code", title: words.say("device_code.title"), focus,
            p { class: "muted centred", {words.say("device_code.text")} }
            CodeTwice {
                attempt,
                onchoose: move |code| {
                    attempt.run(bridge::choose_device_code(code), move |()| changes.say(&[Tag::Session, Tag::Sync]));
                },
            }
            p { class: "muted small centred", {words.say("device_code.account")} }
            ErrorNote { error: attempt.error().filter(|error| problem_field(error).is_none()) }
            Button {
                label: words.say("nav.back"),
                look: Look::Plain,
                disabled: attempt.is_busy(),
                onpress: move |()| attempt.run(bridge::leave_entrance(), move |()| changes.say(&[Tag::Session])),
            }
        }
    }
}
