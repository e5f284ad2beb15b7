//! « Mon affection de longue durée » (P13): confidential, so nothing of it is asked for or shown before the member says so;
//! it is hidden again when the account locks or the member leaves the screen.

use std::rc::Rc;

use dioxus::prelude::*;
use insurance::ald::{AldKind, Cover};
use insurance::parameters::{Amount, amount};
use jiff::civil::Date;
use protocol::ald::{AldPage, AldView};
use protocol::sync::Tag;

use crate::bridge;
use crate::components::{
    Button, EmptyState, ErrorState, Icon, Look, NotFetchedState, Screen, Skeleton, Tag as TagView, Tone,
};
use crate::frame::ScreenHead;
use crate::i18n::{Words, use_words};
use crate::query::{Loaded, use_query};

/// The screen: the same for everybody until it is asked.
#[component]
pub(crate) fn AldScreen() -> Element {
    let words = use_words();
    let mut shown = use_signal(|| false);
    rsx! {
        Screen { name: "ald", title: words.say("ald.title"), ready: true,
            ScreenHead { title: words.say("ald.title"), back: true }
            div { class: "access",
                section { class: "card about",
                    p { {words.say("ald.private")} }
                    Button {
                        label: words.say(if shown() { "ald.hide" } else { "ald.show" }),
                        look: Look::Quiet,
                        icon: if shown() { Icon::EyeOff } else { Icon::Eye },
                        onpress: move |()| shown.toggle(),
                    }
                }
                div { aria_live: "polite",
                    if shown() {
                        Shown {}
                    }
                }
            }
        }
    }
}

/// What there is; asked for only now.
#[component]
fn Shown() -> Element {
    let words = use_words();
    let page = use_query(&[Tag::Files, Tag::Profile], bridge::ald);
    match page.loaded() {
        Loaded::Loading => rsx! { Skeleton { rows: 3 } },
        Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
        Loaded::Ready(page) if page.illnesses.is_empty() && !page.fetched => rsx! { NotFetchedState {} },
        Loaded::Ready(page) if page.illnesses.is_empty() => rsx! {
            EmptyState { icon: Icon::Check, title: words.say("ald.none"), text: words.say("ald.none.text") }
        },
        Loaded::Ready(page) => rsx! { Content { page } },
    }
}

#[component]
fn Content(page: Rc<AldPage>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "attestation",
            for view in page.illnesses.iter().cloned() {
                One { key: "{view.ald.id}", view }
            }
            section { class: "card about", aria_labelledby: "ald-covered",
                h2 { id: "ald-covered", {words.say("ald.covered")} }
                p { {words.say("ald.covered.text")} }
                h2 { {words.say("ald.due")} }
                ul { class: "plain-list",
                    for (at , text) in due(words, page.today).into_iter().enumerate() {
                        li { key: "{at}", {text} }
                    }
                }
            }
        }
    }
}

#[component]
fn One(view: AldView) -> Element {
    let words = use_words();
    let ald = &view.ald;
    let (cover, tone) = cover_words(words, view.cover);
    let period = [("from", words.long_date(ald.from)), ("until", words.long_date(ald.until))];
    rsx! {
        section { class: "card about", aria_labelledby: "ald-{ald.id}",
            h2 { id: "ald-{ald.id}", {ald.illness.clone()} }
            p { TagView { text: cover, tone } }
            dl {
                Fact { name: words.say("ald.person"), text: view.name.clone() }
                Fact { name: words.say("ald.kind"), text: words.say(kind_key(ald.kind)) }
                Fact {
                    name: words.say("ald.period"),
                    text: words.fill("ald.period.text", &period.each_ref().map(|(name, day)| (*name, day.as_str()))),
                }
                Fact {
                    name: words.say("ald.renewal"),
                    text: words.fill("ald.renewal.text", &[("date", &words.long_date(view.renew_from))]),
                }
            }
        }
    }
}

#[component]
fn Fact(name: String, text: String) -> Element {
    rsx! {
        div { class: "fact",
            dt { {name} }
            dd { {text} }
        }
    }
}

fn cover_words(words: Words, cover: Cover) -> (&'static str, Tone) {
    match cover {
        Cover::Ahead => (words.say("ald.cover.ahead"), Tone::Plain),
        Cover::Running => (words.say("ald.cover.running"), Tone::Good),
        Cover::ToRenew => (words.say("ald.cover.to_renew"), Tone::Wait),
        Cover::Ended => (words.say("ald.cover.ended"), Tone::Due),
    }
}

fn kind_key(kind: AldKind) -> &'static str {
    match kind {
        AldKind::Listed => "ald.kind.listed",
        AldKind::OffList => "ald.kind.off_list",
        AldKind::Several => "ald.kind.several",
    }
}

/// What stays to be paid, with the amounts of that day.
fn due(words: Words, today: Date) -> Vec<String> {
    let money = |thing| amount(thing, today).map(|amount| words.money(amount)).unwrap_or_default();
    vec![
        words.fill(
            "ald.due.flat_contribution",
            &[("unit", &money(Amount::FlatContribution)), ("cap", &money(Amount::FlatContributionYearlyCap))],
        ),
        words.fill(
            "ald.due.franchise",
            &[("unit", &money(Amount::FranchiseBox)), ("cap", &money(Amount::FranchiseYearlyCap))],
        ),
        words.say("ald.due.fees").to_owned(),
        words.say("ald.due.other").to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use protocol::settings::Language;

    use super::*;

    #[test]
    fn what_stays_due_has_the_amounts_of_the_day() {
        let due = due(Words(Language::French), date(2026, 11, 20));
        assert!(due[0].contains("2,00\u{202f}€") && due[0].contains("50,00\u{202f}€"), "{due:?}");
        assert!(due[1].contains("1,00\u{202f}€"), "{due:?}");
    }
}
