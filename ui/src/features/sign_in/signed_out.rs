//! The page after logging out.

use dioxus::prelude::*;
use protocol::sign_in::SignedOutBy;
use protocol::sync::Tag;

use crate::bridge;
use crate::command::use_command;
use crate::components::{Button, ErrorNote, OuterScreen};
use crate::context::{use_changes, use_session};
use crate::i18n::use_words;

/// « Vous êtes déconnecté de votre compte ». It stays until the member asks for more.
#[component]
pub(crate) fn SignedOut() -> Element {
    let words = use_words();
    let changes = use_changes();
    let leave = use_command();
    let by = use_session().ready().and_then(|session| session.signed_out);
    let (title, thanks) = match by {
        Some(SignedOutBy::Closing) => ("close.done", "close.done.text"),
        Some(SignedOutBy::ClosedElsewhere) => ("close.done", "close.done.elsewhere"),
        Some(SignedOutBy::OtherDevice) => ("sign_in.signed_out.title", "sign_in.signed_out.elsewhere"),
        _ => ("sign_in.signed_out.title", "sign_in.signed_out.thanks"),
    };
    let is_closed = matches!(by, Some(SignedOutBy::Closing | SignedOutBy::ClosedElsewhere));
    rsx! {
        OuterScreen { name: "signed_out", title: words.say(title),
            p { class: "centred", {words.say(thanks)} }
            if !is_closed {
                p { class: "muted centred", {words.say("sign_in.signed_out.again")} }
            }
            ErrorNote { error: leave.error() }
            Button {
                label: words.say(if is_closed { "close.done.leave" } else { "sign_in.signed_out.open" }),
                busy: leave.is_busy(),
                onpress: move |()| leave.run(bridge::leave_signed_out(), move |()| changes.say(&[Tag::Session])),
            }
        }
    }
}
