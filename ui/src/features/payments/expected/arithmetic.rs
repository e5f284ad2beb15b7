//! How an expected refund comes about, line by line.

use dioxus::prelude::*;
use insurance::Cents;
use insurance::expected::{Base, Estimate};
use protocol::expected::NotedCare;

use super::super::arithmetic::kind_key;
use super::super::entry::{assessed_words, free_words};
use crate::components::Amount;
use crate::i18n::use_words;

/// Paid, base, rate, what is taken, and what is left.
#[component]
pub(super) fn Arithmetic(care: NotedCare, estimate: Estimate) -> Element {
    let words = use_words();
    let base = match estimate.base_from {
        Base::Told => "expected.base.told",
        Base::Tariff => "expected.base.tariff",
        Base::Price => "expected.base.price",
    };
    let rate = words.rate(estimate.rate);
    let of = words.money(estimate.base);
    rsx! {
        section { class: "act", aria_labelledby: "estimate-title",
            h3 { id: "estimate-title", {words.say("expected.arithmetic")} }
            dl { class: "calc",
                div {
                    dt { {words.say("payments.detail.paid")} }
                    dd { Amount { value: care.paid } }
                }
                div {
                    dt { {words.say(base)} }
                    dd { Amount { value: estimate.base } }
                }
                div {
                    dt { {words.fill("payments.detail.reimbursed", &[("rate", &rate), ("base", &of)])} }
                    dd { Amount { value: estimate.reimbursed } }
                }
                if let Some(taken) = estimate.taken {
                    div { class: "taken",
                        dt {
                            {words.say(kind_key(taken.unit.kind()))}
                            span { class: "muted small block", {assessed_words(words, taken)} }
                        }
                        dd { Amount { value: -taken.amount } }
                    }
                }
            }
            dl { class: "calc sum",
                div {
                    dt { {words.say("expected.sum")} }
                    dd { Amount { value: estimate.expected } }
                }
            }
            if let Some(why) = estimate.not_taken {
                p { class: "muted small", {free_words(words, insurance::ledger::Free::Not(why))} }
            }
            if estimate.base_from == Base::Price {
                p { class: "muted small", {words.say("expected.base.price.text")} }
            }
            if estimate.expected == Cents::ZERO {
                p { class: "muted small", {words.say("expected.sum.none")} }
            }
        }
    }
}
