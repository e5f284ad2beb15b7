//! Chips: one choice among few, pressed or not.

use dioxus::prelude::*;

/// A choice that shows whether it is taken.
#[component]
pub(crate) fn Chip(label: String, pressed: bool, onpress: EventHandler<()>) -> Element {
    rsx! {
        button {
            class: "chip",
            r#type: "button",
            aria_pressed: if pressed { "true" } else { "false" },
            onclick: move |_| onpress.call(()),
            {label}
        }
    }
}
