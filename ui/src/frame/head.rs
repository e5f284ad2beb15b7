//! The head of a screen: its title, how fresh it is, and on a phone the way to the account's menu.

use dioxus::prelude::*;
use protocol::sync::SyncState;

use super::sync_words::freshness;
use crate::bridge;
use crate::command::use_command;
use crate::components::{BackButton, Face, Icon, IconView, Link};
use crate::context::{Question, use_navigation, use_questions, use_session, use_sync_status};
use crate::i18n::use_words;
use crate::route::Route;

/// The one heading of the first level, with what belongs beside it; on a phone with a way back where the navigation does
/// not name the screen.
#[component]
pub(crate) fn ScreenHead(title: String, above: Option<String>, #[props(default)] back: bool) -> Element {
    rsx! {
        header { class: "screen-head",
            if let Some(above) = above {
                p { class: "screen-above muted small", {above} }
            }
            if back {
                BackButton {}
            }
            div { class: "screen-title",
                h1 { id: "screen-title", tabindex: "-1", {title} }
            }
            div { class: "screen-tools",
                Freshness {}
                SearchLink {}
                MenuButton {}
            }
        }
    }
}

/// « À jour, il y a 2 min », and a press asks for an update.
#[component]
fn Freshness() -> Element {
    let words = use_words();
    let update = use_command();
    let Some(status) = use_sync_status().ready() else { return rsx! {} };
    let runs = update.is_busy() || matches!(status.state, SyncState::Running { .. });
    let fresh = matches!(status.state, SyncState::Idle).then(|| freshness(words, &status));
    let now = words.say("sync.now");
    let label = fresh.as_ref().map_or_else(|| now.to_owned(), |fresh| format!("{now}. {fresh}"));
    rsx! {
        button {
            class: "freshness",
            r#type: "button",
            title: now,
            aria_label: label,
            aria_busy: runs.then_some("true"),
            disabled: runs,
            onclick: move |_| update.run(bridge::sync_now(), |()| ()),
            if let Some(fresh) = fresh {
                span { class: "freshness-words", {fresh} }
            }
            IconView { icon: Icon::Refresh }
        }
    }
}

/// The way to the search, on a phone: larger windows have it in the navigation.
#[component]
fn SearchLink() -> Element {
    let words = use_words();
    if use_navigation().route() == Route::Search {
        return rsx! {};
    }
    rsx! {
        Link { to: Route::Search, class: "search-link", label: words.say("nav.search").to_owned(),
            IconView { icon: Icon::Search }
        }
    }
}

/// The initials, behind which a phone keeps the rest.
#[component]
fn MenuButton() -> Element {
    let words = use_words();
    let questions = use_questions();
    let Some(member) = use_session().ready().and_then(|session| session.member.clone()) else { return rsx! {} };
    rsx! {
        button {
            class: "menu-button",
            r#type: "button",
            aria_haspopup: "dialog",
            onclick: move |_| questions.ask(Question::Menu),
            span { class: "heard", {words.fill("nav.menu", &[("name", &member.name)])} }
            Face { initials: member.initials }
        }
    }
}
