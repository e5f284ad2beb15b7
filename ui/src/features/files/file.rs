//! One file: what the member has to do, how it ends if nobody acts, and its steps.

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::files::{FileView, FilesPage};
use protocol::{ApiError, FileId};

use super::words as said;
use crate::components::{DetailHead, ErrorState, Icon, IconView, Skeleton, Steps, Tag};
use crate::i18n::use_words;
use crate::query::{Loaded, Query};

/// The file with this identifier.
#[component]
pub(super) fn FileDetail(id: FileId, page: Query<FilesPage>) -> Element {
    let words = use_words();
    let found = page.ready().and_then(|page| page.files.iter().find(|file| file.id == id).cloned());
    let title = found.as_ref().map_or_else(|| words.say("files.file"), |file| said::title(words, file));
    rsx! {
        DetailHead { title }
        match (page.loaded(), found) {
            (Loaded::Loading, _) => rsx! { Skeleton {} },
            (Loaded::Failed(error), _) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
            (Loaded::Ready(_), Some(file)) => rsx! { Content { file: Rc::new(file) } },
            (Loaded::Ready(_), None) => rsx! { ErrorState { error: ApiError::NotFound, onretry: move |()| page.retry() } },
        }
    }
}

#[component]
fn Content(file: Rc<FileView>) -> Element {
    let words = use_words();
    let (outcome, tone) = said::outcome(words, &file);
    let to_do = file.timeline.to_do().map(|step| said::to_do(words, file.kind, step));
    rsx! {
        article { class: "payment",
            p { class: "muted small", {said::since(words, &file)} }
            p { Tag { text: outcome, tone } }
            if let Some([title, text]) = to_do {
                section { class: "why blocked", aria_labelledby: "file-to-do",
                    h3 { id: "file-to-do",
                        IconView { icon: Icon::Alert }
                        span { {title} }
                    }
                    p { {text} }
                }
            }
            section { class: "why", aria_labelledby: "file-outcome",
                h3 { id: "file-outcome", {words.say("files.stands")} }
                p { {said::outcome_sentence(words, file.timeline.outcome)} }
            }
            section { class: "part", aria_labelledby: "file-steps",
                h3 { id: "file-steps", {words.say("files.steps")} }
                Steps {
                    label: words.say("files.steps"),
                    items: file.timeline.steps.iter().map(|step| said::step(words, file.kind, step)).collect::<Vec<_>>(),
                }
            }
            p { class: "muted small", {words.say("files.clear_days")} }
        }
    }
}
