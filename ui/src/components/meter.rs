//! A part of a whole; the words beside it say the same.

use dioxus::prelude::*;

/// `percent` of a bar.
#[component]
pub(crate) fn Meter(percent: u8) -> Element {
    rsx! {
        div { class: "meter", aria_hidden: "true",
            div { class: "meter-part", width: "{percent}%" }
        }
    }
}
