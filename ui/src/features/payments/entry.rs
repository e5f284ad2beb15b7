//! One act's deduction in words: which care, whose, how the amount comes about, and where it was taken.

use dioxus::prelude::*;
use insurance::Cents;
use insurance::deductions::{Assessed, Cap, ExemptReason, NotDue, Unit};
use insurance::ledger::Free;
use protocol::PaymentId;
use protocol::deductions::Entry;
use protocol::payments::CareRef;

use super::arithmetic::kind_key;
use crate::components::{Amount, Link, Tag, Tone};
use crate::i18n::{Words, act_key, use_words};
use crate::route::Route;

/// An entry as a line of a list. `here` is the payment on the screen: nothing leads to it.
#[component]
pub(super) fn EntryLine(entry: Entry, amount: Cents, here: Option<PaymentId>) -> Element {
    let words = use_words();
    let takings = entry.takings.clone().into_iter().filter(|taking| here.as_ref() != Some(&taking.payment));
    let repaid = entry.repaid_by.clone().filter(|payment| {
        here.as_ref() != Some(payment) && entry.takings.iter().all(|taking| taking.payment != *payment)
    });
    rsx! {
        div { class: "entry",
            div { class: "entry-head",
                span { class: "strong", {care_words(words, &entry.care)} }
                Amount { value: amount }
            }
            p { class: "muted small", {about_words(words, &entry)} }
            for taking in takings {
                p { key: "{taking.payment}", class: "small",
                    Link { to: Route::Payment(taking.payment),
                        {words.fill("deductions.taken", &[
                            ("amount", &words.money(taking.amount)),
                            ("date", &words.long_date(taking.on)),
                        ])}
                    }
                }
            }
            if entry.waiting > Cents::ZERO {
                Tag {
                    text: words.fill("deductions.waits", &[("amount", &words.money(entry.waiting))]),
                    tone: Tone::Wait,
                }
            }
            if let Some(payment) = repaid {
                p { class: "small",
                    Link { to: Route::Payment(payment), {words.say("deductions.repaid")} }
                }
            }
        }
    }
}

/// « Radiologie, Centre d’imagerie du Canal ».
pub(super) fn care_words(words: Words, care: &CareRef) -> String {
    let act = words.say(act_key(care.act));
    care.provider.as_ref().map_or_else(|| act.to_owned(), |provider| format!("{act}, {provider}"))
}

/// « Camille, 21 août 2026 · Participation forfaitaire : 1 acte à 2,00 € ».
fn about_words(words: Words, entry: &Entry) -> String {
    let kind = words.say(kind_key(entry.kind));
    let whose = format!("{}, {}", entry.name, words.long_date(entry.care.date));
    match entry.assessed {
        Some(assessed) => {
            let amount = assessed_words(words, assessed);
            format!("{whose} · {}", words.fill("deductions.about", &[("kind", kind), ("amount", &amount)]))
        }
        None => format!("{whose} · {kind}"),
    }
}

/// « 3 boîtes à 1,00 €, limité à 1,00 € par le plafond de l’année ».
pub(super) fn assessed_words(words: Words, assessed: Assessed) -> String {
    let unit = match assessed.unit {
        Unit::DoctorAct => "deductions.unit.doctor_act",
        Unit::Box => "deductions.unit.box",
        Unit::ParamedicalAct => "deductions.unit.paramedical_act",
        Unit::Transport => "deductions.unit.transport",
    };
    let price = words.money(assessed.price);
    let text = words.count_and_fill(unit, u64::from(assessed.quantity), &[("price", &price)]);
    let due = words.money(assessed.amount);
    match assessed.cap {
        None => text,
        Some(Cap::Day) => words.fill("deductions.capped.day", &[("text", &text), ("due", &due)]),
        Some(Cap::Year) => words.fill("deductions.capped.year", &[("text", &text), ("due", &due)]),
    }
}

/// Why an act bears nothing.
pub(super) fn free_words(words: Words, why: Free) -> &'static str {
    words.say(match why {
        Free::Not(NotDue::NotBorne) => "deductions.free.not_borne",
        Free::Not(NotDue::TooEarly) => "deductions.free.too_early",
        Free::Not(NotDue::Exempt(reason)) => return exempt_words(words, reason),
        Free::Not(NotDue::Capped(Cap::Day)) => "deductions.free.day",
        Free::Not(NotDue::Capped(Cap::Year)) => "deductions.free.year",
        Free::NotAsked | Free::Unknown => "deductions.free.not_asked",
    })
}

/// Why nothing is due from a person.
pub(super) fn exempt_words(words: Words, reason: ExemptReason) -> &'static str {
    words.say(match reason {
        ExemptReason::Minor => "deductions.free.minor",
        ExemptReason::Pregnancy => "deductions.free.pregnancy",
        ExemptReason::C2s => "deductions.free.c2s",
        ExemptReason::Ame => "deductions.free.ame",
    })
}

#[cfg(test)]
mod tests {
    use protocol::settings::Language;

    use super::*;

    const FRENCH: Words = Words(Language::French);

    #[test]
    fn says_how_an_amount_comes_about() {
        let three =
            Assessed { unit: Unit::Box, price: Cents::new(100), quantity: 3, amount: Cents::new(300), cap: None };
        assert_eq!(assessed_words(FRENCH, three), "3 boîtes à 1,00\u{202f}€");
        let capped = Assessed { amount: Cents::new(100), cap: Some(Cap::Year), ..three };
        assert_eq!(
            assessed_words(FRENCH, capped),
            "3 boîtes à 1,00\u{202f}€, limité à 1,00\u{202f}€ par le plafond de l’année"
        );
    }
}
