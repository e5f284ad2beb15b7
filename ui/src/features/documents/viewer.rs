//! A document: its pages, and what to do with it.

use dioxus::prelude::*;
use protocol::documents::DocumentRow;
use protocol::sync::Tag;
use protocol::{ApiError, DocumentId};

use super::actions::{Kept, PaperActions};
use super::list::{has_no_file, title_words};
use crate::bridge;
use crate::command::use_command;
use crate::components::{Button, DetailHead, EmptyState, ErrorState, Icon, Look, Pages, RemoveQuestion, Skeleton};
use crate::context::{use_changes, use_navigation, use_notice};
use crate::i18n::{problem_words, use_words};
use crate::query::{Loaded, use_query};
use crate::route::Route;

/// The document with this identifier; its row once the list is there.
#[component]
pub(super) fn Viewer(id: DocumentId, row: Option<DocumentRow>) -> Element {
    let words = use_words();
    let shown = id.clone();
    let view = use_query(&[Tag::Documents], move || bridge::view_document(shown.clone()));
    let mut asks = use_signal(|| false);
    let title = row.as_ref().map_or_else(|| words.say("documents.title").to_owned(), |row| title_words(words, row));
    let made_here = row.as_ref().is_some_and(|row| row.made_at.is_some());
    let kept = id.clone();
    rsx! {
        DetailHead { title: title.clone() }
        match view.loaded() {
            Loaded::Loading => rsx! { Skeleton { rows: 5 } },
            Loaded::Failed(ApiError::NotAvailableOffline) if row.as_ref().is_some_and(has_no_file) => rsx! {
                EmptyState {
                    icon: Icon::Letter,
                    title: words.say("documents.no_file"),
                    text: words.say("documents.no_file.text"),
                }
            },
            Loaded::Failed(ApiError::NotAvailableOffline) => rsx! { NotHere {} },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| view.retry() } },
            Loaded::Ready(view) => rsx! {
                Pages { view: (*view).clone(), title }
                PaperActions {
                    keep: Kept::new(move || {
                        let id = kept.clone();
                        Box::pin(async move { Ok(id) })
                    }),
                    if made_here {
                        Button {
                            label: words.say("documents.remove"),
                            look: Look::Quiet,
                            icon: Icon::Remove,
                            onpress: move |()| asks.set(true),
                        }
                    }
                }
                p { class: "muted xs centred", {words.say("documents.copy_note")} }
            },
        }
        if asks() {
            RemoveDocument { id, onclose: move |()| asks.set(false) }
        }
    }
}

/// The document is known, its content has not come yet: a normal state, with a way to ask for it.
#[component]
fn NotHere() -> Element {
    let words = use_words();
    let update = use_command();
    rsx! {
        EmptyState {
            icon: Icon::Offline,
            title: words.say("list.offline"),
            text: problem_words(words, &ApiError::NotAvailableOffline),
            Button {
                label: words.say("sync.now"),
                look: Look::Quiet,
                icon: Icon::Refresh,
                busy: update.is_busy(),
                onpress: move |()| update.run(bridge::sync_now(), |()| ()),
            }
        }
    }
}

#[component]
fn RemoveDocument(id: DocumentId, onclose: EventHandler<()>) -> Element {
    let words = use_words();
    let (changes, navigation, notice) = (use_changes(), use_navigation(), use_notice());
    let remove = use_command();
    rsx! {
        RemoveQuestion {
            title: words.say("documents.remove.title"),
            text: words.say("documents.remove.text"),
            remove,
            onremove: move |()| remove.run(bridge::remove_document(id.clone()), move |()| {
                navigation.replace(Route::Documents);
                changes.say(&[Tag::Documents]);
                notice.say(words.say("documents.removed").to_owned());
            }),
            onclose,
        }
    }
}
