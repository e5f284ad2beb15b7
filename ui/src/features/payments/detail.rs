//! One payment: what came, why so much, and how it is made up.

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::PaymentId;
use protocol::payments::{Payee, Payment, PaymentDetail};
use protocol::sync::Tag;

use super::arithmetic::Arithmetic;
use super::counters::Counters;
use super::explanation::Why;
use crate::components::{Amount, Button, DetailHead, ErrorState, Icon, Look, Skeleton, Tag as TagView};
use crate::i18n::{Words, use_words};
use crate::query::{Loaded, use_query};
use crate::{bridge, browser};

/// The payment with this identifier.
#[component]
pub(super) fn Detail(id: PaymentId) -> Element {
    let words = use_words();
    let detail = use_query(&[Tag::Payments, Tag::Profile], move || bridge::payment(id.clone()));
    rsx! {
        DetailHead { title: words.say("payments.detail") }
        match detail.loaded() {
            Loaded::Loading => rsx! { Skeleton {} },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| detail.retry() } },
            Loaded::Ready(detail) => rsx! { Content { detail } },
        }
    }
}

#[component]
fn Content(detail: Rc<PaymentDetail>) -> Element {
    let words = use_words();
    rsx! {
        article { class: "payment",
            p { class: "muted small", {payee_words(words, &detail.payment)} }
            p { class: "great", Amount { value: detail.payment.amount } }
            if detail.only_here {
                p { class: "only-here",
                    TagView { text: words.say("payments.only_here") }
                    span { class: "muted small", {words.say("payments.only_here.text")} }
                }
            }
            Why {
                explanation: detail.explanation.clone(),
                amount: detail.payment.amount,
                here: detail.payment.id.clone(),
            }
            Arithmetic { payment: detail.payment.clone(), people: detail.people.clone() }
            Counters { counters: detail.counters.clone(), people: detail.people.clone() }
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

fn payee_words(words: Words, payment: &Payment) -> String {
    let date = words.long_date(payment.paid_on);
    match &payment.payee {
        Payee::Member { account_end } => {
            words.fill("payments.detail.transfer", &[("date", &date), ("end", account_end)])
        }
        Payee::Provider { name } => words.fill("payments.detail.provider", &[("date", &date), ("name", name)]),
        Payee::Employer { name } => words.fill("payments.detail.employer", &[("date", &date), ("name", name)]),
    }
}
