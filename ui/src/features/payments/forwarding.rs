//! « À transmettre à votre complémentaire »: what the insurer did not get, and what the member says to have sent (P8).

use std::rc::Rc;

use dioxus::prelude::*;
use insurance::Cents;
use protocol::forwarding::{Forwarded, ForwardingPage, NotSent, ToForward};
use protocol::statements::StatementPeriod;
use protocol::sync::Tag;

use crate::command::use_command;
use crate::components::{
    Button, DetailHead, EmptyState, ErrorNote, ErrorState, Icon, Link, Look, NotFetchedState, PaymentLine, Skeleton,
};
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;
use crate::{bridge, browser};

/// Still to be sent first, by insurer; then what was sent.
#[component]
pub(super) fn Forwarding() -> Element {
    let words = use_words();
    let page = use_query(&[Tag::Payments, Tag::Profile], bridge::forwarding);
    rsx! {
        DetailHead { title: words.say("forwarding.title") }
        match page.loaded() {
            Loaded::Loading => rsx! { Skeleton {} },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
            Loaded::Ready(page) if !page.fetched && page.open.is_empty() => rsx! { NotFetchedState {} },
            Loaded::Ready(page) => rsx! { Content { page } },
        }
    }
}

#[component]
fn Content(page: Rc<ForwardingPage>) -> Element {
    let words = use_words();
    let left: Cents = page.open.iter().map(|one| one.left).sum();
    rsx! {
        div { class: "payment",
            p { class: "muted", {words.say("forwarding.intro")} }
            if page.open.is_empty() {
                EmptyState {
                    icon: Icon::Check,
                    title: words.say("forwarding.none"),
                    text: words.say("forwarding.none.text"),
                }
            } else {
                p { class: "strong",
                    {words.count_and_fill("forwarding.open", page.open.len() as u64, &[("left", &words.money(left))])}
                }
                for group in groups(&page.open) {
                    Group { key: "{group.0}-{group.1:?}", insurer: group.0, because: group.1, rows: group.2 }
                }
                p { class: "muted small", {words.say("forwarding.deductions")} }
            }
            if !page.done.is_empty() {
                section { aria_labelledby: "forwarding-done",
                    h3 { id: "forwarding-done", {words.say("forwarding.done")} }
                    Rows { rows: page.done.clone() }
                }
            }
        }
    }
}

/// By insurer and reason, in the order in which they appear.
fn groups(rows: &[ToForward]) -> Vec<(String, NotSent, Vec<ToForward>)> {
    let mut groups: Vec<(String, NotSent, Vec<ToForward>)> = Vec::new();
    for row in rows {
        match groups.iter_mut().find(|(insurer, because, _)| (insurer, *because) == (&row.insurer, row.because)) {
            Some((.., rows)) => rows.push(row.clone()),
            None => groups.push((row.insurer.clone(), row.because, vec![row.clone()])),
        }
    }
    groups
}

#[component]
fn Group(insurer: String, because: NotSent, rows: Vec<ToForward>) -> Element {
    let words = use_words();
    let id = format!("forwarding-{because:?}-{insurer}").replace(' ', "-");
    rsx! {
        section { aria_labelledby: id.clone(),
            h3 { id, {insurer} }
            p { class: "small", {words.say(reason(because))} }
            Rows { rows }
        }
    }
}

/// Why, and what to do.
fn reason(because: NotSent) -> &'static str {
    match because {
        NotSent::NotActivated => "forwarding.because.not_activated",
        NotSent::Returned => "forwarding.because.returned",
    }
}

#[component]
fn Rows(rows: Vec<ToForward>) -> Element {
    rsx! {
        ul { class: "card list",
            for row in rows {
                li { key: "{row.payment.id}", Row { row } }
            }
        }
    }
}

#[component]
fn Row(row: ToForward) -> Element {
    let words = use_words();
    let command = use_command();
    let (id, sent) = (row.payment.id.clone(), row.forwarded_on.is_none());
    let paid_on = row.payment.paid_on;
    let month = StatementPeriod::Month { year: paid_on.year(), month: paid_on.month() };
    let name = words.month_year_within(paid_on.year(), paid_on.month());
    rsx! {
        PaymentLine { row: row.payment.clone(), open: false }
        div { class: "item-more",
            p { class: "small",
                {match row.forwarded_on {
                    Some(day) => words.fill("forwarding.sent_on", &[("date", &words.long_date(day))]),
                    None => words.fill("forwarding.left", &[("amount", &words.money(row.left))]),
                }}
                if row.late && row.forwarded_on.is_none() {
                    " "
                    {words.say("forwarding.late")}
                }
            }
            div { class: "item-actions",
                if row.forwarded_on.is_none() {
                    Link { to: Route::Statement(month), class: "button quiet small",
                        {words.fill("statements.month", &[("month", &name)])}
                    }
                }
                Button {
                    label: words.say(if sent { "forwarding.mark" } else { "forwarding.unmark" }),
                    look: Look::Quiet,
                    busy: command.is_busy(),
                    onpress: move |()| {
                        let forwarded = Forwarded { payment: id.clone(), sent };
                        command.run(bridge::mark_forwarded(forwarded), |()| browser::focus("#detail-title"));
                    },
                }
            }
            ErrorNote { error: command.error() }
        }
    }
}
