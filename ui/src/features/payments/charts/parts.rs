//! Who, and what kind of care: each part in words and as a bar of the greatest.

use std::rc::Rc;

use dioxus::prelude::*;
use insurance::Cents;
use protocol::charts::{ChartsPage, Sums};

use super::act_words;
use crate::components::{Amount, Meter};
use crate::i18n::use_words;

/// Persons, then kinds of care.
#[component]
pub(super) fn Parts(page: Rc<ChartsPage>) -> Element {
    let words = use_words();
    let people = page.by_person.iter().map(|part| {
        let name = part.person.as_ref().map_or_else(|| words.say("charts.other").to_owned(), |one| one.name.clone());
        (name, part.sums)
    });
    let acts = page.by_act.iter().map(|part| (act_words(words, part.act).to_owned(), part.sums));
    rsx! {
        List { id: "by-person", title: words.say("charts.by_person"), parts: people.collect::<Vec<_>>() }
        List { id: "by-act", title: words.say("charts.by_act"), parts: acts.collect::<Vec<_>>() }
    }
}

#[component]
fn List(id: &'static str, title: String, parts: Vec<(String, Sums)>) -> Element {
    let words = use_words();
    let greatest = parts.iter().map(|(_, sums)| sums.refunded()).max().unwrap_or_default();
    rsx! {
        section { class: "chart-parts", aria_labelledby: "charts-{id}",
            h3 { id: "charts-{id}", {title} }
            ul {
                for (at , (name , sums)) in parts.into_iter().enumerate() {
                    li { key: "{at}", class: "chart-part",
                        p { class: "entry-head",
                            span { class: "strong", {name} }
                            Amount { value: sums.refunded() }
                        }
                        Meter { percent: share(sums.refunded(), greatest) }
                        if sums.spent > Cents::ZERO {
                            p { class: "muted small",
                                {words.fill("charts.part.spent", &[("amount", &words.money(sums.spent))])}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Whole per cent of the greatest.
fn share(part: Cents, greatest: Cents) -> u8 {
    if greatest <= Cents::ZERO {
        return 0;
    }
    u8::try_from((part.get().max(0).saturating_mul(100) / greatest.get()).min(100)).unwrap_or(100)
}
