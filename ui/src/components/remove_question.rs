//! « Supprimer … ? »: asked before something that was made here is removed.

use dioxus::prelude::*;

use super::{Button, Dialog, ErrorNote, Look};
use crate::command::Command;
use crate::i18n::use_words;

/// The question; `remove` is the action, which `onremove` starts.
#[component]
pub(crate) fn RemoveQuestion(
    title: String,
    text: String,
    remove: Command,
    onremove: EventHandler<()>,
    onclose: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        Dialog { id: "remove", title, onclose,
            p { class: "muted", {text} }
            ErrorNote { error: remove.error() }
            div { class: "dialog-actions",
                Button {
                    label: words.say("documents.remove.confirm"),
                    look: Look::Danger,
                    busy: remove.is_busy(),
                    onpress: move |()| onremove.call(()),
                }
                Button {
                    label: words.say("documents.remove.cancel"),
                    look: Look::Quiet,
                    onpress: move |()| onclose.call(()),
                }
            }
        }
    }
}
