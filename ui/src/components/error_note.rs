//! What went wrong with an action, said at once to everybody.

use dioxus::prelude::*;
use protocol::ApiError;

use super::{Icon, IconView};
use crate::i18n::{problem_words, use_words};

/// The sentence for an error; a place for one while there is none, so that screen readers hear it come.
#[component]
pub(crate) fn ErrorNote(id: Option<&'static str>, error: Option<ApiError>) -> Element {
    let words = use_words();
    rsx! {
        div { id, class: "error-note", role: "alert",
            if let Some(error) = error {
                p {
                    IconView { icon: Icon::Alert }
                    span { {problem_words(words, &error)} }
                }
            }
        }
    }
}
