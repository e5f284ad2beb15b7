//! Whether it has come: when it should, what to do when it is late, the payment that it came with, and ties by hand.

use dioxus::prelude::*;
use insurance::Cents;
use insurance::expected::{Delay, Sent, Standing, TieKind};
use protocol::NotedId;
use protocol::expected::{ExpectedRow, FoundCare, TieCare};
use protocol::sync::Tag;

use super::row_words::care_words;
use crate::bridge;
use crate::command::use_command;
use crate::components::{Amount, Button, ErrorNote, Link, Look};
use crate::context::use_changes;
use crate::i18n::use_words;
use crate::route::Route;

/// It has not come.
#[component]
pub(super) fn Awaited(delay: Delay, standing: Standing, sent: Sent) -> Element {
    let words = use_words();
    let (from, until) = (words.long_date(delay.from), words.long_date(delay.until));
    let title = match standing {
        Standing::Early => "expected.state.early",
        Standing::Due => "expected.state.due",
        Standing::Late => "expected.state.late",
    };
    let usual = match sent {
        Sent::Card => "expected.delay.card",
        Sent::Paper => "expected.delay.paper",
    };
    let steps = match sent {
        Sent::Card => ["expected.late.card", "expected.late.card.paper", "expected.late.ask"],
        Sent::Paper => ["expected.late.paper", "expected.late.paper.copy", "expected.late.ask"],
    };
    rsx! {
        section { class: "why", aria_labelledby: "state-title",
            h3 { id: "state-title", {words.say(title)} }
            p { {words.fill("expected.delay", &[("from", &from), ("until", &until)])} }
            p { class: "muted small", {words.say(usual)} }
            if standing == Standing::Late {
                p { class: "strong", {words.say("expected.late")} }
                ol { class: "plain-list numbered",
                    for step in steps {
                        li { key: "{step}", {words.say(step)} }
                    }
                }
                Link { to: Route::Profile, class: "text-link", {words.say("expected.late.caisse")} }
            }
        }
    }
}

/// It has come, with this payment.
#[component]
pub(super) fn Arrived(row: ExpectedRow, found: FoundCare, by_hand: bool) -> Element {
    let words = use_words();
    let net = found.reimbursed - found.taken;
    let expected = row.estimate.map(|estimate| estimate.expected);
    let gap = expected.map(|expected| net - expected).filter(|gap| *gap != Cents::ZERO);
    let title = if found.to_member { "expected.state.arrived" } else { "expected.state.third_party" };
    let date = words.long_date(found.paid_on);
    rsx! {
        section { class: "why", aria_labelledby: "state-title",
            h3 { id: "state-title", {words.fill(title, &[("date", &date)])} }
            p {
                {care_words(words, found.act, found.provider.as_deref())}
                ", "
                {words.long_date(found.date)}
            }
            dl { class: "calc",
                if let Some(expected) = expected {
                    div {
                        dt { {words.say("expected.sum")} }
                        dd { Amount { value: expected } }
                    }
                }
                div {
                    dt { {words.say("expected.came")} }
                    dd { Amount { value: net } }
                }
            }
            if let Some(gap) = gap {
                p { class: "small",
                    {words.fill(
                        if gap > Cents::ZERO { "expected.gap.more" } else { "expected.gap.less" },
                        &[("amount", &words.money(Cents::new(gap.get().abs())))],
                    )}
                }
            } else {
                p { class: "small", {words.say("expected.gap.none")} }
            }
            p { class: "muted small", {words.say("expected.came.text")} }
            Link { to: Route::Payment(found.payment.clone()), class: "text-link", {words.say("expected.see_payment")} }
            p { class: "muted small",
                {words.say(if by_hand { "expected.by_hand" } else { "expected.by_itself" })}
            }
            TieButton { noted: row.care.id.clone(), found, tie: TieKind::IsNot }
        }
    }
}

/// Acts that it could be, to be chosen by hand.
#[component]
pub(super) fn Candidates(noted: NotedId, candidates: Vec<FoundCare>) -> Element {
    let words = use_words();
    rsx! {
        section { class: "entries", aria_labelledby: "candidates-title",
            h3 { id: "candidates-title", {words.say("expected.candidates")} }
            p { class: "muted small", {words.say("expected.candidates.text")} }
            ul { class: "entries",
                for found in candidates {
                    li { key: "{found.id}", class: "entry",
                        p { class: "entry-head",
                            span { class: "strong", {care_words(words, found.act, found.provider.as_deref())} }
                            Amount { value: found.paid }
                        }
                        p { class: "muted small",
                            {words.fill("expected.candidate", &[
                                ("date", &words.long_date(found.date)),
                                ("paid", &words.long_date(found.paid_on)),
                            ])}
                        }
                        TieButton { noted: noted.clone(), found, tie: TieKind::Is }
                    }
                }
            }
        }
    }
}

#[component]
fn TieButton(noted: NotedId, found: FoundCare, tie: TieKind) -> Element {
    let words = use_words();
    let changes = use_changes();
    let command = use_command();
    let label = match tie {
        TieKind::Is => "expected.tie",
        TieKind::IsNot => "expected.untie",
    };
    rsx! {
        ErrorNote { error: command.error() }
        div {
            Button {
                label: words.say(label),
                look: Look::Quiet,
                busy: command.is_busy(),
                onpress: move |()| {
                    let request = TieCare { noted: noted.clone(), care: found.id.clone(), tie };
                    command.run(bridge::tie_care(request), move |()| changes.say(&[Tag::Expected]));
                },
            }
        }
    }
}
