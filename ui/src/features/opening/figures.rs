//! Drawings of where a number stands: plain shapes of ours, like no real card or bank statement.

use dioxus::prelude::*;

/// A bank's slip, the end of its long number marked.
#[component]
pub(super) fn StatementFigure() -> Element {
    rsx! {
        svg { class: "figure", view_box: "0 0 320 150", "aria-hidden": "true",
            rect { class: "figure-paper", x: "2", y: "2", width: "316", height: "146", rx: "10" }
            path { class: "figure-line", d: "M20 28h90M20 48h150M20 66h120" }
            text { class: "figure-text", x: "20", y: "100", "IBAN" }
            text { class: "figure-number", x: "20", y: "126", "FR•• •••• •••• ••••" }
            rect { class: "figure-mark", x: "190", y: "106", width: "112", height: "30", rx: "7" }
            text { class: "figure-number marked", x: "199", y: "126", "12 345 67" }
        }
    }
}

/// A card, the end of its long number marked.
#[component]
pub(super) fn CardFigure() -> Element {
    rsx! {
        svg { class: "figure", view_box: "0 0 320 190", "aria-hidden": "true",
            rect { class: "figure-paper", x: "2", y: "2", width: "316", height: "186", rx: "16" }
            rect { class: "figure-photo", x: "22", y: "28", width: "64", height: "78", rx: "8" }
            path { class: "figure-line", d: "M108 40h120M108 62h90M108 84h150" }
            text { class: "figure-number", x: "22", y: "160", "80250 •••••" }
            rect { class: "figure-mark", x: "142", y: "140", width: "158", height: "30", rx: "7" }
            text { class: "figure-number marked", x: "151", y: "160", "123 4567 8901" }
        }
    }
}
