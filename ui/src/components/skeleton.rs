//! The shape of what is coming.

use dioxus::prelude::*;

use crate::i18n::use_words;

/// So many grey rows.
#[component]
pub(crate) fn Skeleton(#[props(default = 4)] rows: u8) -> Element {
    let words = use_words();
    rsx! {
        div { class: "skeleton card", role: "status",
            span { class: "heard", {words.say("list.loading")} }
            for row in 0..rows {
                div { key: "{row}", class: "skeleton-row", aria_hidden: "true",
                    span { class: "skeleton-block" }
                    span { class: "skeleton-line" }
                    span { class: "skeleton-end" }
                }
            }
        }
    }
}
