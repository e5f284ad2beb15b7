//! « Mes documents »: what was received and made, the « attestation de droits » (D1, D5), the statements (P4, P5).

mod actions;
mod attestation;
mod list;
mod people;
mod statements;
mod viewer;

use dioxus::prelude::*;
use protocol::DocumentId;
use protocol::statements::StatementPeriod;
use protocol::sync::Tag;

use crate::bridge;
use crate::components::{ErrorState, Icon, PickHint, Screen, Skeleton, along_the_list, use_return_to_row};
use crate::context::use_navigation;
use crate::frame::ScreenHead;
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;
use attestation::Attestation;
use list::DocumentList;
use statements::{Statement, Statements};
use viewer::Viewer;

/// What stands beside the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Opened {
    /// An attestation to be made.
    Attestation,
    /// The list of statements.
    Statements,
    /// A statement to be made.
    Statement(StatementPeriod),
    /// A document.
    Document(DocumentId),
}

/// List and detail: side by side where there is room, one after the other on a phone.
#[component]
pub(crate) fn DocumentsScreen(open: Option<Opened>) -> Element {
    let words = use_words();
    let navigation = use_navigation();
    let documents = use_query(&[Tag::Documents], bridge::documents);
    let has_detail = open.is_some();
    use_return_to_row(open.as_ref().map(|open| match open {
        Opened::Attestation => Route::Attestation,
        Opened::Statements => Route::Statements,
        Opened::Statement(period) => Route::Statement(*period),
        Opened::Document(id) => Route::Document(id.clone()),
    }));
    rsx! {
        Screen {
            name: "documents",
            title: words.say("documents.title"),
            ready: documents.is_answered(),
            panes: true,
            detail: has_detail,
            section {
                class: "pane list-pane",
                aria_label: words.say("documents.title"),
                onkeydown: move |event| along_the_list(&event),
                ScreenHead { title: words.say("documents.title") }
                match documents.loaded() {
                    Loaded::Loading => rsx! { Skeleton {} },
                    Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| documents.retry() } },
                    Loaded::Ready(rows) => rsx! { DocumentList { rows, open: open.clone() } },
                }
            }
            section {
                class: "pane detail-pane",
                aria_label: words.say("documents.detail"),
                onkeydown: move |event| {
                    if event.key() == Key::Escape && has_detail {
                        navigation.back_to_list();
                    }
                },
                match open {
                    Some(Opened::Attestation) => rsx! { Attestation {} },
                    Some(Opened::Statements) => rsx! { Statements {} },
                    Some(Opened::Statement(period)) => rsx! { Statement { key: "{period:?}", period } },
                    Some(Opened::Document(id)) => rsx! {
                        Viewer {
                            key: "{id}",
                            row: documents.ready().and_then(|rows| rows.iter().find(|row| row.id == id).cloned()),
                            id,
                        }
                    },
                    None => rsx! {
                        PickHint {
                            icon: Icon::Documents,
                            title: words.say("documents.pick"),
                            text: words.say("documents.pick.text"),
                        }
                    },
                }
            }
        }
    }
}
