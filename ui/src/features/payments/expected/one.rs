//! One noted care: what it should bring and why, where it stands, its receipt.

use std::rc::Rc;

use dioxus::prelude::*;
use insurance::Cents;
use protocol::NotedId;
use protocol::expected::{ExpectedDetail, ExpectedState};
use protocol::sync::Tag;

use super::arithmetic::Arithmetic;
use super::arrival::{Arrived, Awaited, Candidates};
use super::receipt::ReceiptView;
use super::row_words::care_words;
use crate::bridge;
use crate::command::use_command;
use crate::components::{Amount, Button, DetailHead, ErrorState, Icon, Look, RemoveQuestion, Skeleton};
use crate::context::{use_changes, use_navigation, use_notice};
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;

/// The detail.
#[component]
pub(crate) fn OneExpected(id: NotedId) -> Element {
    let words = use_words();
    let asked = id.clone();
    let detail = use_query(&[Tag::Expected, Tag::Payments, Tag::Profile], move || bridge::expected_care(asked.clone()));
    let title = detail.ready().map(|detail| {
        let care = &detail.row.care;
        care_words(words, care.act, care.provider.as_deref())
    });
    rsx! {
        DetailHead { title: title.unwrap_or_else(|| words.say("expected.one").to_owned()) }
        match detail.loaded() {
            Loaded::Loading => rsx! { Skeleton {} },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| detail.retry() } },
            Loaded::Ready(detail) => rsx! { Content { detail } },
        }
    }
}

#[component]
fn Content(detail: Rc<ExpectedDetail>) -> Element {
    let words = use_words();
    let row = detail.row.clone();
    let mut asks = use_signal(|| false);
    let about = words.fill(
        "expected.about",
        &[
            ("name", &row.name),
            ("date", &words.long_date(row.care.date)),
            ("noted", &words.long_date(row.care.noted_on)),
        ],
    );
    rsx! {
        article { class: "payment expected-one",
            p { class: "muted small", {about} }
            if let Some(estimate) = row.estimate {
                p { class: "great", Amount { value: estimate.expected } }
            } else {
                p { class: "muted", {words.say("expected.unknown")} }
            }
            match row.state.clone() {
                ExpectedState::Waiting { delay, standing } => rsx! {
                    Awaited { delay, standing, sent: row.care.sent }
                },
                ExpectedState::Arrived { found, by_hand } => rsx! {
                    Arrived { row: row.clone(), found, by_hand }
                },
            }
            if let Some(estimate) = row.estimate {
                Arithmetic { care: row.care.clone(), estimate }
                if matches!(row.state, ExpectedState::Waiting { .. }) && detail.waiting_deductions > Cents::ZERO {
                    p { class: "small",
                        {words.fill("expected.deductions", &[("amount", &words.money(detail.waiting_deductions))])}
                    }
                }
            }
            if matches!(row.state, ExpectedState::Waiting { .. }) && !detail.candidates.is_empty() {
                Candidates { noted: row.care.id.clone(), candidates: detail.candidates.clone() }
            }
            if let Some(receipt) = detail.receipt.clone() {
                ReceiptView { receipt }
            }
            div { class: "actions",
                Button {
                    label: words.say("expected.remove"),
                    look: Look::Quiet,
                    icon: Icon::Remove,
                    onpress: move |()| asks.set(true),
                }
            }
        }
        if asks() {
            RemoveCare { id: row.care.id, onclose: move |()| asks.set(false) }
        }
    }
}

#[component]
fn RemoveCare(id: NotedId, onclose: EventHandler<()>) -> Element {
    let words = use_words();
    let (changes, navigation, notice) = (use_changes(), use_navigation(), use_notice());
    let remove = use_command();
    rsx! {
        RemoveQuestion {
            title: words.say("expected.remove.title"),
            text: words.say("expected.remove.text"),
            remove,
            onremove: move |()| remove.run(bridge::forget_care(id.clone()), move |()| {
                navigation.replace(Route::Expected);
                changes.say(&[Tag::Expected]);
                notice.say(words.say("expected.removed").to_owned());
            }),
            onclose,
        }
    }
}
