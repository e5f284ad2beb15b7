//! « Participations forfaitaires et franchises »: counters for each person and year, what waits, and each deduction with the
//! care that it repays (P6, P14).

use std::rc::Rc;

use dioxus::prelude::*;
use insurance::Cents;
use protocol::deductions::{DeductionsPage, Entry, PersonYear};
use protocol::sync::Tag;

use super::counters::OneCounter;
use super::entry::{EntryLine, exempt_words};
use crate::bridge;
use crate::components::{Chip, DetailHead, ErrorState, NotFetchedState, Skeleton};
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};

/// This year first, and the others by a press.
#[component]
pub(super) fn Deductions() -> Element {
    let words = use_words();
    let year = use_signal(|| None::<i16>);
    let page = use_query(&[Tag::Payments, Tag::Profile], move || bridge::deductions(year()));
    rsx! {
        DetailHead { title: words.say("deductions.title") }
        match page.loaded() {
            Loaded::Loading => rsx! { Skeleton {} },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
            Loaded::Ready(page) if !page.fetched && page.years.len() < 2 => rsx! { NotFetchedState {} },
            Loaded::Ready(page) => rsx! { Content { page, year } },
        }
    }
}

#[component]
fn Content(page: Rc<DeductionsPage>, year: Signal<Option<i16>>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "payment",
            p { class: "muted", {words.say("deductions.intro")} }
            Waiting { entries: page.waiting.clone() }
            if page.years.len() > 1 {
                div { class: "chips", role: "group", aria_label: words.say("deductions.year"),
                    for each in page.years.iter().copied() {
                        Chip {
                            key: "{each}",
                            label: each.to_string(),
                            pressed: each == page.year,
                            onpress: move |()| year.set(Some(each)),
                        }
                    }
                }
            }
            for of in page.people.iter().cloned() {
                OnePerson { key: "{of.person.id}", of, year: page.year }
            }
        }
    }
}

/// What the next payments to the member will bear, whatever the year.
#[component]
fn Waiting(entries: Vec<Entry>) -> Element {
    let words = use_words();
    if entries.is_empty() {
        return rsx! {
            p { {words.say("deductions.waiting.none")} }
        };
    }
    let sum: Cents = entries.iter().map(|entry| entry.waiting).sum();
    rsx! {
        section { class: "why", aria_labelledby: "waiting-title",
            h3 { id: "waiting-title", {words.fill("deductions.waiting", &[("amount", &words.money(sum))])} }
            p { class: "small", {words.say("deductions.waiting.text")} }
            Entries { entries }
        }
    }
}

#[component]
fn OnePerson(of: PersonYear, year: i16) -> Element {
    let words = use_words();
    let id = format!("deductions-{}", of.person.id);
    rsx! {
        section { class: "counters", aria_labelledby: id.clone(),
            h3 { id, {words.fill("deductions.person", &[("name", &of.person.name), ("year", &year.to_string())])} }
            if let Some(reason) = of.exempt {
                p { class: "muted", {exempt_words(words, reason)} }
            }
            for (at , counter) in of.counters.iter().cloned().enumerate() {
                OneCounter { key: "{at}", name: of.person.short_name.clone(), counter }
            }
            if !of.entries.is_empty() {
                Entries { entries: of.entries }
            } else if !of.counters.is_empty() {
                p { class: "muted small", {words.say("deductions.none")} }
            }
        }
    }
}

#[component]
fn Entries(entries: Vec<Entry>) -> Element {
    rsx! {
        ul { class: "entries",
            for entry in entries {
                li { key: "{entry.care.id}",
                    EntryLine { amount: entry.due, entry, here: None }
                }
            }
        }
    }
}
