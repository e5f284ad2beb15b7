//! A number of which only a part is shown, and the button to the rest.

use dioxus::prelude::*;
use protocol::profile::Masked;

use super::state::RevealStore;
use crate::components::{Button, ErrorNote, Icon, Look};
use crate::i18n::use_words;

/// A masked number; `what` names it for the button, with the person it belongs to.
#[component]
pub(super) fn Number(masked: Masked, what: String, store: RevealStore) -> Element {
    let words = use_words();
    let whole = store.whole(&masked.reveal);
    let is_whole = whole.is_some();
    let key = if is_whole { "profile.hide.what" } else { "profile.show.what" };
    let reveal = masked.reveal.clone();
    rsx! {
        div { class: "number",
            span { class: "number-text num", aria_live: "polite", {whole.unwrap_or(masked.shown)} }
            Button {
                label: words.fill(key, &[("what", &what)]),
                look: Look::Icon,
                icon: if is_whole { Icon::EyeOff } else { Icon::Eye },
                busy: store.is_busy(&reveal),
                onpress: move |()| if is_whole { store.hide() } else { store.show(masked.reveal.clone()) },
            }
        }
        ErrorNote { error: store.error(&reveal) }
    }
}
