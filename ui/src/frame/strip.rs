//! The strip above every screen: offline, updating, or why an update failed and what to do.

use dioxus::prelude::*;
use protocol::sync::{SyncFailure, SyncState};

use super::sync_words::strip;
use crate::bridge;
use crate::command::use_command;
use crate::components::{Button, Icon, IconView, Look};
use crate::context::{Question, use_questions, use_sync_status};
use crate::i18n::use_words;

/// The state of synchronisation, where it is worth a line. Screen readers hear it change.
#[component]
pub(crate) fn SyncStrip() -> Element {
    let words = use_words();
    let questions = use_questions();
    let update = use_command();
    let status = use_sync_status().ready();
    let shown = status.as_ref().and_then(|status| strip(words, status));
    let state = status.as_ref().map(|status| status.state.clone());
    let icon = match state {
        Some(SyncState::Offline) => Icon::Offline,
        Some(SyncState::Failed { .. }) => Icon::Alert,
        _ => Icon::Refresh,
    };
    let runs = matches!(state, Some(SyncState::Running { .. }));
    rsx! {
        div { class: "strips", role: "status", aria_live: "polite",
            if let Some((name, text)) = shown {
                div { class: "strip", "data-state": if runs { "running" } else { "waiting" },
                    IconView { icon }
                    p {
                        if !name.is_empty() {
                            b { {name} }
                            " "
                        }
                        {text}
                    }
                    if let Some(SyncState::Failed { because: SyncFailure::SessionEnded }) = state {
                        Button {
                            label: words.say("sync.sign_in"),
                            look: Look::Plain,
                            onpress: move |()| questions.ask(Question::SignInAgain),
                        }
                    } else if !runs {
                        Button {
                            label: words.say("sync.retry"),
                            look: Look::Plain,
                            busy: update.is_busy(),
                            onpress: move |()| update.run(bridge::sync_now(), |()| ()),
                        }
                    }
                }
            }
        }
    }
}
