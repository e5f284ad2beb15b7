//! Documents as rows: made here, and received.

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::documents::{DocumentKind, DocumentRow};

use super::Opened;
use crate::components::{EmptyState, Icon, NotFetchedState, Tag, Tone, WayRow};
use crate::context::use_sync_status;
use crate::i18n::{Words, document_key, use_words};
use crate::route::Route;

/// The ways to an attestation and to the statements, then the documents.
#[component]
pub(super) fn DocumentList(rows: Rc<Vec<DocumentRow>>, open: Option<Opened>) -> Element {
    let words = use_words();
    let (made, received): (Vec<_>, Vec<_>) = rows.iter().cloned().partition(|row| row.made_at.is_some());
    let never_complete = use_sync_status().ready().is_some_and(|status| status.complete_at.is_none());
    rsx! {
        ul { class: "card list",
            li {
                WayRow {
                    class: "item make",
                    icon: Icon::Documents,
                    to: Route::Attestation,
                    current: open == Some(Opened::Attestation),
                    title: words.say("documents.make"),
                    note: words.say("documents.make.text"),
                }
            }
            li {
                WayRow {
                    class: "item make",
                    icon: Icon::Documents,
                    to: Route::Statements,
                    current: matches!(open, Some(Opened::Statements | Opened::Statement(_))),
                    title: words.say("statements.title"),
                    note: words.say("statements.link"),
                }
            }
        }
        if !made.is_empty() {
            Group { title: words.say("documents.made"), rows: made.clone(), open: open.clone() }
        }
        if !received.is_empty() {
            Group { title: words.say("documents.received"), rows: received, open }
        } else if never_complete {
            NotFetchedState {}
        } else if made.is_empty() {
            EmptyState {
                icon: Icon::Letter,
                title: words.say("documents.none"),
                text: words.say("documents.none.text"),
            }
        }
    }
}

#[component]
fn Group(title: String, rows: Vec<DocumentRow>, open: Option<Opened>) -> Element {
    let words = use_words();
    rsx! {
        section { class: "month",
            div { class: "month-head",
                h2 { {title} }
            }
            ul { class: "card list",
                for row in rows {
                    li { key: "{row.id}",
                        WayRow {
                            to: Route::Document(row.id.clone()),
                            current: open == Some(Opened::Document(row.id.clone())),
                            icon: if row.made_at.is_some() { Icon::Documents } else { Icon::Letter },
                            title: title_words(words, &row),
                            note: note_words(words, &row),
                            if has_no_file(&row) {
                                Tag { text: words.say("documents.no_file") }
                            } else if !row.available {
                                Tag { text: words.say("documents.not_here"), tone: Tone::Wait }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The caisse announced the document without a file: nothing to wait for.
pub(super) fn has_no_file(row: &DocumentRow) -> bool {
    !row.available && row.bytes.is_none()
}

/// The caisse's own title, or what it is.
pub(super) fn title_words(words: Words, row: &DocumentRow) -> String {
    row.title.clone().unwrap_or_else(|| words.say(document_key(row.kind)).to_owned())
}

/// « Toute la famille · 19 novembre 2026 · 32 ko ».
fn note_words(words: Words, row: &DocumentRow) -> String {
    let mut parts = Vec::new();
    if row.kind == DocumentKind::RightsAttestation {
        parts.push(if row.people.is_empty() {
            words.say("documents.for_family").to_owned()
        } else {
            row.people.join(", ")
        });
    } else if row.title.is_some() {
        parts.push(words.say(document_key(row.kind)).to_owned());
    }
    parts.push(words.long_date(row.date));
    if let Some(bytes) = row.bytes {
        parts.push(words.fill("documents.size", &[("size", &bytes.div_ceil(1000).to_string())]));
    }
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use protocol::DocumentId;
    use protocol::settings::Language;

    use super::*;

    #[test]
    fn says_for_whom_an_attestation_is() {
        let words = Words(Language::French);
        let row = DocumentRow {
            id: DocumentId::new("d"),
            kind: DocumentKind::RightsAttestation,
            title: None,
            people: Vec::new(),
            date: date(2026, 11, 19),
            made_at: None,
            available: true,
            bytes: Some(31_200),
        };
        assert_eq!(note_words(words, &row), "Toute la famille · 19 novembre 2026 · 32 ko");
        let one = DocumentRow { people: vec!["Noé".into()], ..row };
        assert!(note_words(words, &one).starts_with("Noé · "));
    }
}
