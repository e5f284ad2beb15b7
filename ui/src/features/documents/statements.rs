//! « Relevés mensuels » and the annual ones: the list, and one of them before it is kept (P4, P5).

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::ApiError;
use protocol::statements::{OFFICIAL_STATEMENTS, StatementMonth, StatementPeriod, StatementsPage};
use protocol::sync::Tag;

use super::actions::{Kept, PaperActions};
use crate::bridge;
use crate::components::{
    Button, DetailHead, EmptyState, ErrorState, Icon, IconView, Look, NotFetchedState, Pages, Skeleton, Tag as TagView,
    WayRow,
};
use crate::i18n::{Words, use_words};
use crate::kept::use_kept;
use crate::query::{Loaded, use_query};
use crate::route::Route;

/// Months, newest first, then years.
#[component]
pub(super) fn Statements() -> Element {
    let words = use_words();
    let months = use_kept("statements", || OFFICIAL_STATEMENTS);
    let page = use_query(&[Tag::Payments], move || bridge::statements(months()));
    rsx! {
        DetailHead { title: words.say("statements.title") }
        match page.loaded() {
            Loaded::Loading => rsx! { Skeleton { rows: 6 } },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
            Loaded::Ready(page) if !page.fetched && page.years.is_empty() => rsx! { NotFetchedState {} },
            Loaded::Ready(page) => rsx! { Lists { page, months } },
        }
    }
}

#[component]
fn Lists(page: Rc<StatementsPage>, months: Signal<u16>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "attestation",
            p { class: "muted", {words.say("statements.intro")} }
            ul { class: "card list",
                for month in page.months.iter().copied() {
                    li { key: "{month.year}-{month.month}",
                        MonthRow { month }
                    }
                }
            }
            if let Some(oldest) = page.oldest_before {
                div { class: "more",
                    p { class: "muted small", {words.fill("payments.older", &[("date", &words.long_date(oldest))])} }
                    Button {
                        label: words.say("statements.more"),
                        look: Look::Quiet,
                        onpress: move |()| months += OFFICIAL_STATEMENTS,
                    }
                }
            }
            section { class: "month", aria_labelledby: "annual-title",
                div { class: "month-head",
                    h3 { id: "annual-title", {words.say("statements.annual")} }
                    p { class: "muted small", {words.say("statements.annual.text")} }
                }
                ul { class: "card list",
                    for year in page.years.iter().copied() {
                        li { key: "{year}",
                            WayRow {
                                to: Route::Statement(StatementPeriod::Year { year }),
                                icon: Icon::Documents,
                                title: year.to_string(),
                                note: words.say("statements.computed"),
                            }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn MonthRow(month: StatementMonth) -> Element {
    let words = use_words();
    let title = words.month_year(month.year, month.month);
    if month.payments == 0 {
        return rsx! {
            div { class: "item",
                span { class: "item-sign", IconView { icon: Icon::Documents } }
                span { class: "item-what",
                    span { class: "item-title", {title} }
                    span { class: "item-note", {words.say("payments.month.none")} }
                }
            }
        };
    }
    let received = words.fill("payments.month.received", &[("amount", &words.money(month.received))]);
    let mut note = format!("{} · {received}", words.count("statements.payments", u64::from(month.payments)));
    if month.running {
        note = format!("{note} · {}", words.say("statements.running"));
    }
    rsx! {
        WayRow {
            to: Route::Statement(StatementPeriod::Month { year: month.year, month: month.month }),
            icon: Icon::Documents,
            title,
            note,
            if month.only_here {
                TagView { text: words.say("payments.only_here") }
            }
        }
    }
}

/// A statement: its pages, and what to do with them. It is kept when it is saved.
#[component]
pub(super) fn Statement(period: StatementPeriod) -> Element {
    let words = use_words();
    let preview = use_query(&[Tag::Payments, Tag::Profile], move || bridge::preview_statement(period));
    let title = title_words(words, period);
    rsx! {
        DetailHead { title: title.clone() }
        match preview.loaded() {
            Loaded::Loading => rsx! { Skeleton { rows: 5 } },
            Loaded::Failed(ApiError::NotFound) => rsx! {
                EmptyState {
                    icon: Icon::Documents,
                    title: words.say("payments.month.none"),
                    text: words.say("statements.none"),
                }
            },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| preview.retry() } },
            Loaded::Ready(view) => rsx! {
                Pages { view: (*view).clone(), title }
                PaperActions { keep: Kept::new(move || Box::pin(bridge::make_statement(period))) }
                p { class: "muted xs centred", {words.say("statements.note")} " " {words.say("documents.copy_note")} }
            },
        }
    }
}

/// « Relevé mensuel, Novembre 2026 ».
fn title_words(words: Words, period: StatementPeriod) -> String {
    match period {
        StatementPeriod::Month { year, month } => {
            words.fill("statements.month", &[("month", &words.month_year_within(year, month))])
        }
        StatementPeriod::Year { year } => words.fill("statements.year", &[("year", &year.to_string())]),
    }
}
