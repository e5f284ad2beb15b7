//! List and detail: the keyboard's way along a list and back to it, the heading of a detail with a way back, and a word
//! on what will stand there.

use dioxus::prelude::*;

use super::{Button, Icon, IconView, Look};
use crate::browser::{self, Step};
use crate::context::use_navigation;
use crate::i18n::use_words;
use crate::route::Route;

/// The heading of a detail. It takes the keyboard when it appears, so that reading goes on there.
#[component]
pub(crate) fn DetailHead(title: String) -> Element {
    use_effect(|| browser::focus("#detail-title"));
    rsx! {
        header { class: "detail-head",
            BackButton {}
            h2 { id: "detail-title", tabindex: "-1", {title} }
        }
    }
}

/// Leads from a place to the one that it belongs to; only where the window is narrow.
#[component]
pub(crate) fn BackButton() -> Element {
    let words = use_words();
    let navigation = use_navigation();
    rsx! {
        div { class: "detail-back",
            Button {
                label: words.say("nav.back"),
                look: Look::Icon,
                icon: Icon::Back,
                onpress: move |()| navigation.back_to_list(),
            }
        }
    }
}

/// What the empty pane is for; only where there is room for two panes.
#[component]
pub(crate) fn PickHint(icon: Icon, title: String, text: String) -> Element {
    rsx! {
        div { class: "pick-hint",
            IconView { icon }
            p { class: "strong", {title} }
            p { class: "muted", {text} }
        }
    }
}

/// Arrows lead from row to row. In an entry they move the caret, as everywhere.
pub(crate) fn along_the_list(event: &Event<KeyboardData>) {
    let step = match event.key() {
        Key::ArrowDown => Step::Next,
        Key::ArrowUp => Step::Previous,
        Key::Home => Step::First,
        Key::End => Step::Last,
        _ => return,
    };
    if browser::is_on("input, select") {
        return;
    }
    event.prevent_default();
    browser::focus_neighbour(".list-pane .item", step);
}

/// When a detail closes, the keyboard is on its row again; on the heading when the row is gone.
pub(crate) fn use_return_to_row(open: Option<Route>) {
    let mut last = use_signal(|| open.clone());
    use_effect(use_reactive!(|open| {
        let before = last.peek().clone();
        if let (Some(detail), None) = (&before, &open) {
            browser::focus("#screen-title");
            browser::focus(&format!(".list-pane .item[href='{}']", detail.path()));
        }
        if before != open {
            last.set(open);
        }
    }));
}
