//! Payments as rows: day, what it is for, amount.

use dioxus::prelude::*;
use protocol::PaymentId;
use protocol::payments::PaymentRow;

use super::payment_words::{note, sentence, title};
use super::{Amount, Link, Tag};
use crate::i18n::use_words;
use crate::route::Route;

/// Rows, each a link to its payment. `marks` says whether a row shows that only this device has it.
#[component]
pub(crate) fn PaymentList(rows: Vec<PaymentRow>, open: Option<PaymentId>, #[props(default)] marks: Marks) -> Element {
    rsx! {
        ul { class: "card list",
            for row in rows {
                li { key: "{row.id}",
                    PaymentLine { open: open.as_ref() == Some(&row.id), row, marks }
                }
            }
        }
    }
}

/// Where « visible ici seulement » stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Marks {
    /// On each row that it is true for.
    #[default]
    OnRows,
    /// Above the rows already.
    Above,
}

/// One row, a link to its payment.
#[component]
pub(crate) fn PaymentLine(row: PaymentRow, open: bool, #[props(default)] marks: Marks) -> Element {
    let words = use_words();
    rsx! {
        Link {
            to: Route::Payment(row.id.clone()),
            class: "item",
            current: open.then_some("true"),
            // Heard as one sentence; seen as a row.
            span { class: "heard", {sentence(words, &row)} }
            span { class: "item-date", aria_hidden: "true",
                span { class: "item-day num", {format!("{:02}", row.paid_on.day())} }
                span { class: "item-month", {words.short_month(row.paid_on.month())} }
            }
            span { class: "item-what", aria_hidden: "true",
                span { class: "item-title", {title(words, &row)} }
                span { class: "item-note", {note(words, &row)} }
                if row.only_here && marks == Marks::OnRows {
                    Tag { text: words.say("payments.only_here") }
                }
            }
            span { class: "item-amount", aria_hidden: "true", Amount { value: row.amount } }
        }
    }
}
