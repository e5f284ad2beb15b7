//! The pane of a detail: its heading with a way back, or a word on what will stand there.

use dioxus::prelude::*;

use super::{Button, Icon, IconView, Look};
use crate::browser;
use crate::context::use_navigation;
use crate::i18n::use_words;

/// The heading of a detail. It takes the keyboard when it appears, so that reading goes on there.
#[component]
pub(crate) fn DetailHead(title: String) -> Element {
    let words = use_words();
    let navigation = use_navigation();
    use_effect(|| browser::focus("#detail-title"));
    rsx! {
        header { class: "detail-head",
            div { class: "detail-back",
                Button {
                    label: words.say("nav.back"),
                    look: Look::Icon,
                    icon: Icon::Back,
                    onpress: move |()| navigation.back_to_list(),
                }
            }
            h2 { id: "detail-title", tabindex: "-1", {title} }
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
