//! Logging out, with the question about the file.

use dioxus::prelude::*;
use protocol::sign_in::FileOnSignOut;
use protocol::sync::Tag;

use crate::bridge;
use crate::command::use_command;
use crate::components::{Button, Dialog, ErrorNote, Look};
use crate::context::{use_changes, use_navigation, use_questions};
use crate::i18n::use_words;
use crate::route::Route;

/// Log out, and does the file go too?
#[component]
pub(crate) fn SignOutQuestion() -> Element {
    let words = use_words();
    let changes = use_changes();
    let navigation = use_navigation();
    let questions = use_questions();
    let leave = use_command();
    let mut file = use_signal(|| FileOnSignOut::Keep);
    rsx! {
        Dialog { id: "sign-out", title: words.say("sign_in.out.title"), onclose: move |()| questions.close(),
            fieldset { class: "choices",
                legend { class: "muted", {words.say("sign_in.out.text")} }
                FileChoice {
                    label: words.say("sign_in.out.keep"),
                    text: words.say("sign_in.out.keep.text"),
                    checked: file() == FileOnSignOut::Keep,
                    onchoose: move |()| file.set(FileOnSignOut::Keep),
                }
                FileChoice {
                    label: words.say("sign_in.out.remove"),
                    text: words.say("sign_in.out.remove.text"),
                    checked: file() == FileOnSignOut::Remove,
                    onchoose: move |()| file.set(FileOnSignOut::Remove),
                }
            }
            ErrorNote { error: leave.error() }
            div { class: "dialog-actions",
                Button {
                    label: words.say("sign_in.out.confirm"),
                    look: Look::Danger,
                    busy: leave.is_busy(),
                    onpress: move |()| leave.run(bridge::sign_out(file()), move |()| {
                        questions.close();
                        navigation.replace(Route::Home);
                        changes.say(&[Tag::Session]);
                    }),
                }
                Button {
                    label: words.say("sign_in.out.cancel"),
                    look: Look::Quiet,
                    disabled: leave.is_busy(),
                    onpress: move |()| questions.close(),
                }
            }
        }
    }
}

#[component]
fn FileChoice(label: String, text: String, checked: bool, onchoose: EventHandler<()>) -> Element {
    rsx! {
        label { class: "choice",
            input { r#type: "radio", name: "file", checked, onchange: move |_| onchoose.call(()) }
            span {
                span { class: "strong", {label} }
                span { class: "muted small block", {text} }
            }
        }
    }
}
