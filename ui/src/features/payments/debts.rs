//! « Payer mes créances »: what the caisse claims, chosen and paid by card in the browser, and what was paid (P7).

use std::collections::BTreeSet;
use std::rc::Rc;

use dioxus::prelude::*;
use insurance::Cents;
use jiff::civil::Date;
use protocol::DebtId;
use protocol::debts::{CardPaymentState, Debt, DebtState, DebtsPage, Paying};
use protocol::payments::{Deduction, Person};
use protocol::sync::Tag;

use super::arithmetic::kind_key;
use super::entry::care_words;
use crate::bridge;
use crate::command::{Command, use_command};
use crate::components::{
    Amount, Button, DetailHead, EmptyState, ErrorNote, ErrorState, Icon, IconView, Link, Look, NotFetchedState,
    Skeleton, Tag as TagView, Tone,
};
use crate::i18n::{Words, use_words};
use crate::query::{Loaded, use_query};
use crate::route::Route;

/// What the member left unticked, and what came of paying.
#[derive(Clone, Copy, PartialEq)]
struct DebtsStore {
    unticked: Signal<BTreeSet<DebtId>>,
    said: Signal<Option<&'static str>>,
    pay: Command,
    follow: Command,
}

impl DebtsStore {
    fn pay(mut self, debts: Vec<DebtId>) {
        self.said.set(None);
        self.pay.run(bridge::pay_debts(debts), move |paying| {
            self.said.set(match paying {
                Paying::Opened => None,
                Paying::NoBrowser => Some("debts.no_browser"),
                Paying::NotOpen => Some("debts.not_open"),
            });
        });
    }

    /// Waits for the end of a payment under way; pressing again after an error asks again.
    fn follow(self) {
        self.follow.run(bridge::follow_debt_payment(), |()| ());
    }
}

/// Open ones first, with the way to pay them.
#[component]
pub(super) fn Debts() -> Element {
    let words = use_words();
    let store = DebtsStore {
        unticked: use_signal(BTreeSet::new),
        said: use_signal(|| None),
        pay: use_command(),
        follow: use_command(),
    };
    let page = use_query(&[Tag::Debts, Tag::Profile], bridge::debts);
    rsx! {
        DetailHead { title: words.say("debts.title") }
        div { class: "ended", role: "status", aria_live: "polite",
            if let Some(said) = (store.said)() {
                p { class: "said", {words.say(said)} }
            }
            if let Some(ended) = page.ready().and_then(|page| page.ended) {
                p { class: "said", {words.say(ended_key(ended))} }
                if ended == CardPaymentState::Accepted {
                    Link { to: Route::Documents, class: "button quiet", {words.say("debts.receipt")} }
                }
            }
        }
        match page.loaded() {
            Loaded::Loading => rsx! { Skeleton {} },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
            Loaded::Ready(page) if !page.fetched && page.open.is_empty() => rsx! { NotFetchedState {} },
            Loaded::Ready(page) => rsx! { Content { page, store } },
        }
    }
}

fn ended_key(ended: CardPaymentState) -> &'static str {
    match ended {
        CardPaymentState::Accepted => "debts.accepted",
        CardPaymentState::Refused => "debts.refused",
        CardPaymentState::Abandoned => "debts.abandoned",
        CardPaymentState::Waiting => "debts.under_way",
    }
}

#[component]
fn Content(page: Rc<DebtsPage>, store: DebtsStore) -> Element {
    let words = use_words();
    rsx! {
        div { class: "payment debts",
            p { class: "muted", {words.say("debts.intro")} }
            if page.under_way.is_some() {
                UnderWay { store }
            } else if page.open.is_empty() {
                EmptyState {
                    icon: Icon::Check,
                    title: words.say("debts.none"),
                    text: words.say("debts.none.text"),
                }
            }
            if !page.open.is_empty() {
                Open { page: page.clone(), store }
            }
            if !page.paid.is_empty() {
                section { aria_labelledby: "debts-paid",
                    h3 { id: "debts-paid", {words.say("debts.paid")} }
                    ul { class: "card list",
                        for debt in page.paid.iter().cloned() {
                            li { key: "{debt.id}", class: "debt", One { debt, people: page.people.clone(), today: page.today } }
                        }
                    }
                }
            }
        }
    }
}

/// The browser has the page; or nobody knows how it ended.
#[component]
fn UnderWay(store: DebtsStore) -> Element {
    let words = use_words();
    use_hook(move || store.follow());
    let failed = store.follow.error();
    rsx! {
        section { class: "why", aria_labelledby: "debts-under-way",
            h3 { id: "debts-under-way", {words.say("debts.under_way")} }
            p { class: "small", {words.say(if failed.is_some() { "debts.unknown" } else { "debts.under_way.text" })} }
            ErrorNote { error: failed.clone() }
            div { class: "item-actions",
                if failed.is_some() {
                    Button { label: words.say("debts.ask"), icon: Icon::Refresh, onpress: move |()| store.follow() }
                }
                Button {
                    label: words.say("debts.page_again"),
                    look: Look::Quiet,
                    busy: store.pay.is_busy(),
                    onpress: move |()| store.pay(Vec::new()),
                }
            }
            ErrorNote { error: store.pay.error() }
        }
    }
}

#[component]
fn Open(page: Rc<DebtsPage>, store: DebtsStore) -> Element {
    let words = use_words();
    let mut unticked = store.unticked;
    let chosen: Vec<Debt> = page.open.iter().filter(|debt| !unticked.read().contains(&debt.id)).cloned().collect();
    let sum: Cents = chosen.iter().map(|debt| debt.amount).sum();
    let ids: Vec<DebtId> = chosen.into_iter().map(|debt| debt.id).collect();
    let several = page.open.len() > 1;
    let pays = page.under_way.is_none();
    rsx! {
        section { aria_labelledby: "debts-open",
            h3 { id: "debts-open", {words.say("debts.open")} }
            ul { class: "card list",
                for debt in page.open.iter().cloned() {
                    li { key: "{debt.id}", class: "debt",
                        if several && pays {
                            label { class: "choice",
                                input {
                                    r#type: "checkbox",
                                    checked: !unticked.read().contains(&debt.id),
                                    onchange: {
                                        let id = debt.id.clone();
                                        move |event: Event<FormData>| {
                                            let mut unticked = unticked.write();
                                            if event.checked() { unticked.remove(&id) } else { unticked.insert(id.clone()) };
                                        }
                                    },
                                }
                                span { class: "strong", {words.fill("debts.pay_this", &[("reference", &debt.reference)])} }
                            }
                        }
                        One { debt, people: page.people.clone(), today: page.today }
                    }
                }
            }
            if pays {
                Button {
                    label: words.fill("debts.pay", &[("amount", &words.money(sum))]),
                    busy: store.pay.is_busy(),
                    busy_label: words.say("debts.paying").to_owned(),
                    disabled: ids.is_empty(),
                    onpress: move |()| store.pay(ids.clone()),
                }
                ErrorNote { error: store.pay.error() }
                p { class: "muted small", {words.say("debts.pay.text")} }
            }
        }
    }
}

/// One debt: how much, until when, and what for.
#[component]
fn One(debt: Debt, people: Vec<Person>, today: Date) -> Element {
    let words = use_words();
    rsx! {
        div { class: "entry-head",
            span { class: "strong", {words.fill("debts.one", &[("reference", &debt.reference)])} }
            Amount { value: debt.amount }
        }
        p { class: "muted small", {words.fill("debts.notified", &[("date", &words.long_date(debt.notified_on))])} }
        match &debt.state {
            DebtState::Open => rsx! {
                TagView {
                    text: words.fill(
                        if debt.due_on < today { "debts.late" } else { "debts.due" },
                        &[("date", &words.long_date(debt.due_on))],
                    ),
                    tone: Tone::Wait,
                }
            },
            DebtState::Paid { on, reference } => rsx! {
                p { class: "small",
                    IconView { icon: Icon::Check }
                    " "
                    {words.fill("debts.paid_on", &[("date", &words.long_date(*on)), ("reference", reference)])}
                }
            },
        }
        details {
            summary { {words.count("debts.acts", debt.deductions.len() as u64)} }
            ul { class: "entries",
                for (at , deduction) in debt.deductions.iter().enumerate() {
                    li { key: "{at}",
                        div { class: "entry",
                            div { class: "entry-head",
                                span { {care_words(words, &deduction.care)} }
                                Amount { value: deduction.amount }
                            }
                            p { class: "muted small", {about(words, deduction, &people)} }
                        }
                    }
                }
            }
        }
    }
}

/// « Solène, 12 août 2026 · Franchise médicale ».
fn about(words: Words, deduction: &Deduction, people: &[Person]) -> String {
    let person = people.iter().find(|person| person.id == deduction.beneficiary);
    let name = person.map_or("", |person| person.short_name.as_str());
    format!("{name}, {} · {}", words.long_date(deduction.care.date), words.say(kind_key(deduction.kind)))
}
