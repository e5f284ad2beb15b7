//! Flat contributions and franchises of the year, against their cap.

use dioxus::prelude::*;
use insurance::{Cents, DeductionKind};
use protocol::deductions::Counter;
use protocol::payments::Person;

use crate::components::Meter;
use crate::i18n::use_words;

/// One bar a person and kind.
#[component]
pub(super) fn Counters(counters: Vec<Counter>, people: Vec<Person>) -> Element {
    let words = use_words();
    if counters.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "counters", aria_labelledby: "counters-title",
            h3 { id: "counters-title", {words.say("payments.detail.counters")} }
            for (at , counter) in counters.into_iter().enumerate() {
                OneCounter { key: "{at}", name: short_name(&people, &counter), counter }
            }
        }
    }
}

/// A bar, and the same in words.
#[component]
pub(super) fn OneCounter(counter: Counter, name: String) -> Element {
    let words = use_words();
    let title = match counter.kind {
        DeductionKind::FlatContribution => "payments.detail.counter.flat_contribution",
        DeductionKind::Franchise => "payments.detail.counter.franchise",
    };
    let percent = share(counter.taken, counter.cap);
    rsx! {
        div { class: "counter",
            p { class: "counter-title", {words.fill(title, &[("name", &name), ("year", &counter.year.to_string())])} }
            p { class: "counter-words muted small",
                span { class: "num",
                    {words.fill("payments.detail.counter.text", &[
                        ("taken", &words.money(counter.taken)),
                        ("cap", &words.money(counter.cap)),
                    ])}
                }
                if counter.waiting > Cents::ZERO {
                    span { class: "num",
                        {words.fill("deductions.waits", &[("amount", &words.money(counter.waiting))])}
                    }
                }
                span { class: "num", {words.percent(percent)} }
            }
            Meter { percent }
        }
    }
}

fn short_name(people: &[Person], counter: &Counter) -> String {
    people.iter().find(|person| person.id == counter.person).map(|person| person.short_name.clone()).unwrap_or_default()
}

/// Whole per cent of the cap, at most 100.
fn share(taken: Cents, cap: Cents) -> u8 {
    if cap <= Cents::ZERO {
        return 0;
    }
    let percent = taken.get().max(0).saturating_mul(100) / cap.get();
    u8::try_from(percent.min(100)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_never_passes_the_whole() {
        assert_eq!(share(Cents::new(2200), Cents::new(5000)), 44);
        assert_eq!(share(Cents::new(6000), Cents::new(5000)), 100);
        assert_eq!(share(Cents::new(100), Cents::ZERO), 0);
    }
}
