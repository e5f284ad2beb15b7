//! The pages of a document: pictures to see, words to hear; on paper a sheet each.

use dioxus::prelude::*;
use protocol::documents::DocumentView;

use crate::i18n::use_words;

/// All pages, one below the other.
#[component]
pub(crate) fn Pages(view: DocumentView, title: String) -> Element {
    let words = use_words();
    let count = view.pages.len().to_string();
    rsx! {
        section { class: "pages", aria_label: title,
            for (at , page) in view.pages.into_iter().enumerate() {
                img {
                    key: "{at}",
                    class: "page",
                    src: "data:image/png;base64,{page.png}",
                    width: page.width.to_string(),
                    height: page.height.to_string(),
                    alt: words.fill("documents.page", &[("number", &(at + 1).to_string()), ("count", &count)]),
                }
            }
            div { class: "heard",
                for (at , line) in view.text.into_iter().enumerate() {
                    p { key: "{at}", {line} }
                }
            }
        }
    }
}
