//! A person, by initials: names say who, never a colour.

use dioxus::prelude::*;

/// Two letters in a circle; the name stands beside it.
#[component]
pub(crate) fn Face(initials: String) -> Element {
    rsx! {
        span { class: "face", aria_hidden: "true", {initials} }
    }
}
