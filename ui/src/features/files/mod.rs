//! « Accidents du travail et maladies professionnelles »: each file on a time line, and what the member has to do (P10).

mod file;
mod words;

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::FileId;
use protocol::files::{FileView, FilesPage};
use protocol::sync::Tag;

use crate::bridge;
use crate::components::{
    EmptyState, ErrorState, Icon, NotFetchedState, PickHint, Screen, Skeleton, Tag as TagView, WayRow, along_the_list,
    use_return_to_row,
};
use crate::context::use_navigation;
use crate::frame::ScreenHead;
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;
use file::FileDetail;
use words as said;

/// List and detail.
#[component]
pub(crate) fn FilesScreen(open: Option<FileId>) -> Element {
    let words = use_words();
    let navigation = use_navigation();
    let page = use_query(&[Tag::Files, Tag::Profile], bridge::files);
    use_return_to_row(open.clone().map(Route::File));
    let has_detail = open.is_some();
    rsx! {
        Screen {
            name: "files",
            title: words.say("files.title"),
            ready: page.is_answered(),
            panes: true,
            detail: has_detail,
            section {
                class: "pane list-pane",
                aria_label: words.say("files.list"),
                onkeydown: move |event| along_the_list(&event),
                ScreenHead { title: words.say("files.title"), back: true }
                match page.loaded() {
                    Loaded::Loading => rsx! { Skeleton { rows: 3 } },
                    Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
                    Loaded::Ready(page) => rsx! { List { page, open: open.clone() } },
                }
            }
            section {
                class: "pane detail-pane",
                aria_label: words.say("files.file"),
                onkeydown: move |event| {
                    if event.key() == Key::Escape && has_detail {
                        navigation.back_to_list();
                    }
                },
                match open {
                    Some(id) => rsx! { FileDetail { key: "{id}", id, page } },
                    None => rsx! {
                        PickHint { icon: Icon::Files, title: words.say("files.pick"), text: words.say("files.pick.text") }
                    },
                }
            }
        }
    }
}

#[component]
fn List(page: Rc<FilesPage>, open: Option<FileId>) -> Element {
    let words = use_words();
    if page.files.is_empty() {
        return if page.fetched {
            rsx! {
                EmptyState { icon: Icon::Files, title: words.say("files.none"), text: words.say("files.none.text") }
            }
        } else {
            rsx! { NotFetchedState {} }
        };
    }
    rsx! {
        ul { class: "card list",
            for file in page.files.iter().cloned() {
                li { key: "{file.id}",
                    Row { current: open.as_ref() == Some(&file.id), file }
                }
            }
        }
        p { class: "muted small aside", {words.say("files.help")} }
    }
}

#[component]
fn Row(file: FileView, current: bool) -> Element {
    let words = use_words();
    let (outcome, tone) = said::outcome(words, &file);
    rsx! {
        WayRow {
            to: Route::File(file.id.clone()),
            icon: Icon::Files,
            title: said::title(words, &file),
            note: said::since(words, &file),
            current,
            TagView { text: outcome, tone }
        }
    }
}
