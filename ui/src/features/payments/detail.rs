//! One payment: what came, why so much, and how it is made up.

use std::rc::Rc;

use dioxus::prelude::*;
use jiff::civil::Date;
use protocol::PaymentId;
use protocol::forwarding::Transmission;
use protocol::payments::{Payee, Payment, PaymentDetail};
use protocol::sync::Tag;

use super::arithmetic::Arithmetic;
use super::counters::Counters;
use super::explanation::Why;
use crate::components::{Amount, Button, DetailHead, ErrorState, Icon, Link, Look, Skeleton, Tag as TagView};
use crate::i18n::{Words, use_words};
use crate::query::{Loaded, use_query};
use crate::route::Route;
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
            if let Some(transmission) = detail.payment.transmission.clone() {
                Insurer { transmission, forwarded_on: detail.forwarded_on }
            }
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

/// What the complementary insurer got of it.
#[component]
fn Insurer(transmission: Transmission, forwarded_on: Option<Date>) -> Element {
    let words = use_words();
    let said = match &transmission {
        Transmission::Sent { insurer, on } => {
            words.fill("forwarding.sent", &[("insurer", insurer), ("date", &words.long_date(*on))])
        }
        Transmission::NotSent { insurer, .. } => words.fill("forwarding.not_sent", &[("insurer", insurer)]),
    };
    rsx! {
        section { class: "counters", aria_labelledby: "insurer-title",
            h3 { id: "insurer-title", {words.say("profile.complementary")} }
            p { class: "small",
                {said}
                if let Some(day) = forwarded_on {
                    " "
                    {words.fill("forwarding.sent_on", &[("date", &words.long_date(day))])}
                    "."
                }
            }
            if matches!(transmission, Transmission::NotSent { .. }) && forwarded_on.is_none() {
                Link { to: Route::Forwarding, class: "button quiet", {words.say("forwarding.title")} }
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
