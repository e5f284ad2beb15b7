//! Money: tabular figures, never broken over two lines.

use dioxus::prelude::*;
use insurance::Cents;

use crate::i18n::use_words;

/// An amount in the language of the moment.
#[component]
pub(crate) fn Amount(value: Cents) -> Element {
    let words = use_words();
    rsx! {
        span { class: "num", {words.money(value)} }
    }
}
