//! What stands where a list would: nothing there, nothing yet, or a reason and a way on.

use dioxus::prelude::*;
use protocol::ApiError;
use protocol::sync::SyncState;

use super::{Button, Icon, IconView, Look, Skeleton};
use crate::context::use_sync_status;
use crate::i18n::{problem_words, use_words};

/// Nothing there, and that is fine.
#[component]
pub(crate) fn EmptyState(icon: Icon, title: String, text: String, #[props(default)] children: Element) -> Element {
    rsx! {
        div { class: "state",
            IconView { icon }
            p { class: "strong", {title} }
            p { class: "muted", {text} }
            {children}
        }
    }
}

/// It cannot be shown; says why and offers to try again.
#[component]
pub(crate) fn ErrorState(error: ApiError, onretry: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "state", role: "alert",
            IconView { icon: Icon::Alert }
            p { class: "strong", {words.say("error.title")} }
            p { class: "muted", {problem_words(words, &error)} }
            Button {
                label: words.say("error.retry"),
                look: Look::Quiet,
                icon: Icon::Refresh,
                onpress: move |()| onretry.call(()),
            }
        }
    }
}

/// The first synchronisation has not brought it yet.
#[component]
pub(crate) fn NotFetchedState() -> Element {
    let words = use_words();
    let coming = match use_sync_status().ready() {
        Some(status) => matches!(status.state, SyncState::Running { .. } | SyncState::Idle),
        None => true,
    };
    if coming {
        return rsx! {
            div { class: "arriving",
                p { class: "strong", {words.say("list.arriving")} }
                p { class: "muted", {words.say("list.arriving.text")} }
                Skeleton {}
            }
        };
    }
    rsx! {
        EmptyState {
            icon: Icon::Offline,
            title: words.say("list.offline"),
            text: words.say("list.offline.text"),
        }
    }
}
