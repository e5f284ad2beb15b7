//! « Délais de traitement »: an estimate for each of the member's open leaves and files, and how long the caisse takes for
//! each kind of thing (P12).

mod words;

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::delays::{DelaysPage, Open, OpenThing, ProcessingTimes};
use protocol::sync::Tag;

use crate::bridge;
use crate::components::{EmptyState, ErrorState, Icon, NotFetchedState, Screen, Skeleton, WayRow};
use crate::frame::ScreenHead;
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;
use words as said;

/// The screen.
#[component]
pub(crate) fn DelaysScreen() -> Element {
    let words = use_words();
    let page = use_query(&[Tag::Allowances, Tag::Files, Tag::Payments, Tag::Profile], bridge::delays);
    rsx! {
        Screen { name: "delays", title: words.say("delays.title"), ready: page.is_answered(),
            ScreenHead { title: words.say("delays.title"), back: true }
            match page.loaded() {
                Loaded::Loading => rsx! { Skeleton { rows: 5 } },
                Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
                Loaded::Ready(page) if page.times.is_none() && page.mine.is_empty() && !page.fetched => {
                    rsx! { NotFetchedState {} }
                }
                Loaded::Ready(page) => rsx! {
                    div { class: "access",
                        Mine { page: Rc::clone(&page) }
                        Times { page }
                    }
                },
            }
        }
    }
}

/// What is open, with an estimate.
#[component]
fn Mine(page: Rc<DelaysPage>) -> Element {
    let words = use_words();
    rsx! {
        section { aria_labelledby: "delays-mine",
            h2 { id: "delays-mine", {words.say("delays.mine")} }
            if page.mine.is_empty() {
                p { class: "muted", {words.say("delays.mine.none")} }
            } else {
                ul { class: "card list",
                    for (at , open) in page.mine.iter().cloned().enumerate() {
                        li { key: "{at}", OneOpen { open } }
                    }
                }
                p { class: "muted small", {words.say("delays.mine.text")} }
            }
        }
    }
}

#[component]
fn OneOpen(open: Open) -> Element {
    let words = use_words();
    let (to, icon) = match &open.what {
        OpenThing::Leave { id, .. } => (Route::Leave(id.clone()), Icon::Leaves),
        OpenThing::File { id, .. } => (Route::File(id.clone()), Icon::Files),
    };
    rsx! {
        WayRow { to, icon, title: said::title(words, &open), note: said::expected(words, &open),
            span { class: "item-note", {said::basis(words, &open)} }
        }
    }
}

/// The caisse's times, by kind.
#[component]
fn Times(page: Rc<DelaysPage>) -> Element {
    let words = use_words();
    let Some(times) = page.times.clone().filter(|times| !times.times.is_empty()) else {
        return rsx! {
            EmptyState { icon: Icon::Clock, title: words.say("delays.none"), text: words.say("delays.none.text") }
        };
    };
    let ProcessingTimes { caisse, as_of, times } = times;
    rsx! {
        section { aria_labelledby: "delays-caisse",
            h2 { id: "delays-caisse", {caisse} }
            p { class: "muted small", {words.fill("delays.as_of", &[("date", &words.long_date(as_of))])} }
            dl { class: "card facts",
                for time in times {
                    div { key: "{time.procedure:?}", class: "fact",
                        dt { {words.say(said::procedure(time.procedure))} }
                        dd {
                            p { class: "strong", {words.count("delays.usual", u64::from(time.span.usual))} }
                            p { class: "muted small", {said::range(words, time.span)} }
                        }
                    }
                }
            }
        }
    }
}
