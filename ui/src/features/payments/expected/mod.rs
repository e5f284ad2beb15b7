//! « Remboursements attendus » (P17): care that the member noted, what it should bring, and whether it has come.

mod arithmetic;
mod arrival;
mod draft;
mod form;
mod one;
mod receipt;
mod row_words;

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::expected::{ExpectedPage, ExpectedRow};
use protocol::sync::Tag;

use crate::bridge;
use crate::components::{Amount, DetailHead, EmptyState, ErrorState, Icon, Skeleton, Tag as TagView, WayRow};
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;
pub(super) use draft::use_draft_provider;
pub(super) use form::NoteCareForm;
pub(super) use one::OneExpected;
use row_words::{care_words, note_words, state_tag};

/// What is waited for, then what has come.
#[component]
pub(super) fn Expected() -> Element {
    let words = use_words();
    let page = use_query(&[Tag::Expected, Tag::Payments, Tag::Profile], bridge::expected);
    rsx! {
        DetailHead { title: words.say("expected.title") }
        match page.loaded() {
            Loaded::Loading => rsx! { Skeleton {} },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
            Loaded::Ready(page) => rsx! { Content { page } },
        }
    }
}

#[component]
fn Content(page: Rc<ExpectedPage>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "expected",
            p { class: "muted", {words.say("expected.intro")} }
            ul { class: "card list",
                li {
                    WayRow {
                        class: "item make",
                        to: Route::NoteCare,
                        icon: Icon::Add,
                        title: words.say("expected.note"),
                        note: words.say("expected.note.text"),
                    }
                }
            }
            if page.waiting.is_empty() && page.arrived.is_empty() {
                EmptyState {
                    icon: Icon::Payments,
                    title: words.say("expected.none"),
                    text: words.say("expected.none.text"),
                }
            }
            if !page.waiting.is_empty() {
                section { class: "month", aria_labelledby: "waiting-care",
                    div { class: "month-head",
                        h3 { id: "waiting-care", {words.say("expected.waiting")} }
                        p { class: "small", Amount { value: page.total } }
                    }
                    Rows { rows: page.waiting.clone() }
                }
            }
            if !page.arrived.is_empty() {
                section { class: "month", aria_labelledby: "arrived-care",
                    div { class: "month-head",
                        h3 { id: "arrived-care", {words.say("expected.arrived")} }
                    }
                    Rows { rows: page.arrived.clone() }
                }
            }
            p { class: "muted small", {words.say("expected.private")} }
        }
    }
}

#[component]
fn Rows(rows: Vec<ExpectedRow>) -> Element {
    let words = use_words();
    rsx! {
        ul { class: "card list",
            for row in rows {
                li { key: "{row.care.id}",
                    WayRow {
                        to: Route::ExpectedCare(row.care.id.clone()),
                        icon: Icon::Payments,
                        title: care_words(words, row.care.act, row.care.provider.as_deref()),
                        note: note_words(words, &row),
                        TagView { text: state_tag(words, &row.state).0, tone: state_tag(words, &row.state).1 }
                    }
                }
            }
        }
    }
}
