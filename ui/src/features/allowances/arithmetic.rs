//! How a day comes to what it is worth, and what is levied, as arithmetic that can be checked by hand.

use dioxus::prelude::*;
use insurance::Cents;
use insurance::allowances::{Daily, Levies, Wages};
use insurance::parameters::{AllowanceRate, allowance_rate};
use jiff::civil::Date;

use crate::components::Amount;
use crate::i18n::{Words, use_words};

/// From the wages to the allowance of a day; for a work accident also to that of a later day.
#[component]
pub(super) fn DailyLines(wages: Wages, first: Daily, later: Option<Daily>) -> Element {
    let words = use_words();
    let (title, wage, divided) = match wages {
        Wages::Sickness { three_months } => {
            ("allowances.wages.three_months", three_months, "allowances.divided.three_months")
        }
        Wages::WorkAccident { month } => ("allowances.wages.month", month, "allowances.divided.month"),
    };
    rsx! {
        dl { class: "calc",
            Line { title: words.say(title), amount: wage }
            Line { title: words.say(divided), amount: first.base }
            OneDaily { title: "allowances.daily", daily: first, wages }
            if let Some(later) = later {
                OneDaily { title: "allowances.daily.later", daily: later, wages }
            }
        }
    }
}

/// The part of the wage that is paid, and the cap where it decides.
#[component]
fn OneDaily(title: &'static str, daily: Daily, wages: Wages) -> Element {
    let words = use_words();
    let cap = cap_words(words, wages, daily.cap);
    rsx! {
        Line {
            title: words.fill(title, &[("rate", &words.rate(daily.rate))]),
            note: (!daily.is_capped()).then(|| cap.clone()),
            amount: daily.uncapped,
        }
        if daily.is_capped() {
            Line { title: words.say("allowances.capped"), note: cap, amount: daily.amount }
        }
    }
}

/// Gross, what is levied at the rates of a day, and what is left. Levies that are not named stand as one.
#[component]
pub(super) fn LevyLines(gross: Cents, levies: Levies, net: Cents, on: Date) -> Element {
    let words = use_words();
    let rate = |thing| allowance_rate(thing, on).map(|rate| words.rate(rate)).unwrap_or_default();
    let taken = [
        (words.fill("allowances.csg", &[("rate", &rate(AllowanceRate::Csg))]), levies.csg),
        (words.fill("allowances.crds", &[("rate", &rate(AllowanceRate::Crds))]), levies.crds),
        (words.say("allowances.levies").to_owned(), gross - levies.sum() - net),
    ];
    rsx! {
        dl { class: "calc",
            Line { title: words.say("allowances.gross"), amount: gross }
            for (title , amount) in taken {
                if amount != Cents::ZERO {
                    Line { key: "{title}", title, amount: -amount }
                }
            }
        }
        dl { class: "calc sum",
            Line { title: words.say("allowances.net"), amount: net }
        }
    }
}

/// A line of a calculation; what is taken away is negative.
#[component]
pub(super) fn Line(title: String, note: Option<String>, amount: Cents) -> Element {
    rsx! {
        div { class: if amount < Cents::ZERO { "taken" },
            dt {
                span { {title} }
                if let Some(note) = note {
                    span { class: "muted small block", {note} }
                }
            }
            dd { Amount { value: amount } }
        }
    }
}

fn cap_words(words: Words, wages: Wages, cap: Cents) -> String {
    let key = match wages {
        Wages::Sickness { .. } => "allowances.cap.sickness",
        Wages::WorkAccident { .. } => "allowances.cap.work_accident",
    };
    words.fill(key, &[("cap", &words.money(cap))])
}
