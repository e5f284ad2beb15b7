//! Our own mark.

use dioxus::prelude::*;

/// A tick in a rounded square.
#[component]
pub(crate) fn Logo() -> Element {
    rsx! {
        svg { class: "logo-mark", view_box: "0 0 32 32", "aria-hidden": "true",
            rect { class: "logo-ground", width: "32", height: "32", rx: "9" }
            path { class: "logo-tick", d: "M9 17.5 14 22l9-11" }
        }
    }
}
