//! Payments by month, with their sums; months without a payment are there.

use std::rc::Rc;

use dioxus::prelude::*;
use insurance::Cents;
use protocol::PaymentId;
use protocol::payments::{Month, PaymentsPage, Totals};

use super::state::{PaymentsStore, count_active};
use crate::browser;
use crate::components::{Amount, Button, EmptyState, Icon, Look, Marks, NotFetchedState, PaymentList, Tag};
use crate::i18n::{Words, use_words};

/// The months, or why there are none.
#[component]
pub(super) fn Months(store: PaymentsStore, page: Rc<PaymentsPage>, open: Option<PaymentId>) -> Element {
    let words = use_words();
    let filter = store.filter();
    let filtered = count_active(&filter) > 0 || filter.person.is_some();
    let empty = page.months.iter().all(|month| month.rows.is_empty());
    if !page.fetched && empty && !filtered {
        return rsx! { NotFetchedState {} };
    }
    if empty && page.oldest_before.is_none() && !filtered {
        return rsx! {
            EmptyState {
                icon: Icon::Payments,
                title: words.say("payments.none"),
                text: words.say("payments.none.ever"),
            }
        };
    }
    rsx! {
        Sums { totals: page.totals }
        if empty && filtered {
            EmptyState {
                icon: Icon::Payments,
                title: words.say("payments.none"),
                text: words.say("payments.none.text"),
                Button {
                    label: words.say("payments.filters.clear"),
                    look: Look::Quiet,
                    onpress: move |()| {
                        store.clear();
                        browser::focus("#filters-button");
                    },
                }
            }
        } else {
            for month in page.months.iter().cloned() {
                MonthRows { key: "{month.year}-{month.month}", month, open: open.clone() }
            }
        }
        if let Some(oldest) = page.oldest_before {
            div { class: "more",
                p { class: "muted small",
                    {words.fill("payments.older", &[("date", &words.long_date(oldest))])}
                }
                Button {
                    label: words.say("payments.more"),
                    look: Look::Quiet,
                    onpress: move |()| store.show_more(),
                }
            }
        }
    }
}

/// What came to the member, and what went to others, over all that is shown.
#[component]
fn Sums(totals: Totals) -> Element {
    let words = use_words();
    rsx! {
        dl { class: "sums", aria_live: "polite",
            div {
                dt { {words.say("payments.received")} }
                dd { Amount { value: totals.received } }
            }
            div {
                dt { {words.say("payments.to_others")} }
                dd { Amount { value: totals.to_others } }
            }
        }
    }
}

#[component]
fn MonthRows(month: Month, open: Option<PaymentId>) -> Element {
    let words = use_words();
    let only_here = !month.rows.is_empty() && month.rows.iter().all(|row| row.only_here);
    let marks = if only_here { Marks::Above } else { Marks::OnRows };
    let id = format!("month-{}-{}", month.year, month.month);
    rsx! {
        section { class: "month", aria_labelledby: id.clone(),
            div { class: "month-head",
                h2 { id, {words.month_year(month.year, month.month)} }
                p { class: "muted small", {sum_words(words, &month)} }
            }
            if only_here {
                p { class: "only-here", title: words.say("payments.only_here.text"),
                    Tag { text: words.say("payments.only_here") }
                }
            }
            if !month.rows.is_empty() {
                PaymentList { rows: month.rows, open, marks }
            }
        }
    }
}

/// « 41,04 € reçus », « 12,62 € payés à des tiers », « Aucun paiement ».
fn sum_words(words: Words, month: &Month) -> String {
    if month.rows.is_empty() {
        return words.say("payments.month.none").to_owned();
    }
    let mut parts = Vec::new();
    let Totals { received, to_others } = month.totals;
    if received != Cents::ZERO || to_others == Cents::ZERO {
        parts.push(words.fill("payments.month.received", &[("amount", &words.money(received))]));
    }
    if to_others != Cents::ZERO {
        parts.push(words.fill("payments.month.to_others", &[("amount", &words.money(to_others))]));
    }
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use protocol::settings::Language;

    use super::*;

    #[test]
    fn a_month_without_a_payment_says_so() {
        let month = Month { year: 2026, month: 10, totals: Totals::default(), rows: Vec::new() };
        assert_eq!(sum_words(Words(Language::French), &month), "Aucun paiement");
    }
}
