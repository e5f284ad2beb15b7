//! « Dépenses et remboursements »: sums over a period, drawn by month or year, by person and by kind of care (P15).

mod choices;
mod drawing;
mod parts;
mod table;

use std::rc::Rc;

use dioxus::prelude::*;
use insurance::ActKind;
use protocol::BeneficiaryId;
use protocol::charts::{ChartPeriod, ChartsPage, ChartsRequest, Sums};
use protocol::sync::Tag;

use self::choices::Choices;
use self::drawing::Drawing;
use self::parts::Parts;
use self::table::Table;
use crate::components::{Amount, Button, DetailHead, EmptyState, ErrorState, Icon, Look, NotFetchedState, Skeleton};
use crate::i18n::{Words, act_key, use_words};
use crate::kept::use_kept;
use crate::query::{Loaded, use_query};
use crate::{bridge, browser};

/// What is to be drawn.
#[derive(Clone, Copy, PartialEq)]
struct ChartsStore {
    period: Signal<ChartPeriod>,
    person: Signal<Option<BeneficiaryId>>,
    act: Signal<Option<ActKind>>,
}

impl ChartsStore {
    fn request(self) -> ChartsRequest {
        ChartsRequest { period: *self.period.read(), person: self.person.read().clone(), act: *self.act.read() }
    }
}

/// Twelve months of the whole family first; the rest by choice.
#[component]
pub(super) fn Charts(act: Option<ActKind>) -> Element {
    let words = use_words();
    let store = ChartsStore {
        period: use_kept("charts-period", || ChartPeriod::LastMonths { months: 12 }),
        person: use_kept("charts-person", || None),
        act: use_kept("charts-act", || act),
    };
    let page = use_query(&[Tag::Payments, Tag::Profile], move || bridge::charts(store.request()));
    rsx! {
        DetailHead { title: words.say("charts.title") }
        match page.loaded() {
            Loaded::Loading => rsx! { Skeleton { rows: 5 } },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
            Loaded::Ready(page) if !page.fetched && page.totals == Sums::default() => rsx! { NotFetchedState {} },
            Loaded::Ready(page) => rsx! { Content { store, page } },
        }
    }
}

#[component]
fn Content(store: ChartsStore, page: Rc<ChartsPage>) -> Element {
    let words = use_words();
    let empty = page.totals == Sums::default();
    rsx! {
        div { class: "charts",
            p { class: "muted", {words.say("charts.intro")} }
            Choices { store, page: Rc::clone(&page) }
            Totals { sums: page.totals }
            if empty {
                EmptyState {
                    icon: Icon::Chart,
                    title: words.say("payments.month.none"),
                    text: words.say("charts.none"),
                }
            } else {
                Drawing { columns: page.columns.clone() }
                Table { columns: page.columns.clone(), totals: page.totals }
                Parts { page: Rc::clone(&page) }
                p { class: "muted small", {words.say("charts.note")} }
                div { class: "actions",
                    Button {
                        label: words.say("payments.detail.print"),
                        look: Look::Quiet,
                        icon: Icon::Print,
                        onpress: move |()| browser::print(),
                    }
                }
            }
        }
    }
}

/// The same words as above the list of payments, whose sums these are.
#[component]
fn Totals(sums: Sums) -> Element {
    let words = use_words();
    let figures =
        [("charts.spent", sums.spent), ("payments.received", sums.received), ("payments.to_others", sums.to_others)];
    rsx! {
        dl { class: "sums", aria_live: "polite",
            for (name , value) in figures {
                div { key: "{name}",
                    dt { span { class: "key", "data-of": name, aria_hidden: "true" } {words.say(name)} }
                    dd { Amount { value } }
                }
            }
        }
    }
}

/// « Octobre 2026 », or « 2026 ».
fn column_words(words: Words, year: i16, month: Option<i8>) -> String {
    month.map_or_else(|| year.to_string(), |month| words.month_year(year, month))
}

/// What kind of care; what names none is said so.
fn act_words(words: Words, act: Option<ActKind>) -> &'static str {
    words.say(act.map_or("charts.other", act_key))
}
