//! One leave: where it stands, what it waits for, what was paid for which days, and how a day comes about.

use std::rc::Rc;

use dioxus::prelude::*;
use insurance::Cents;
use insurance::allowances::{Levies, daily};
use protocol::allowances::{LeavePayment, LeaveState, LeaveView, LeavesPage, PaidTo};
use protocol::{ApiError, LeaveId};

use super::arithmetic::{DailyLines, LevyLines};
use super::words as said;
use crate::components::{Amount, DetailHead, ErrorState, Icon, IconView, Link, Skeleton, Stage, StepItem, Steps};
use crate::i18n::{Words, use_words};
use crate::query::{Loaded, Query};
use crate::route::Route;

/// The leave with this identifier.
#[component]
pub(super) fn LeaveDetail(id: LeaveId, page: Query<LeavesPage>) -> Element {
    let words = use_words();
    rsx! {
        DetailHead { title: words.say("allowances.leave") }
        match page.loaded() {
            Loaded::Loading => rsx! { Skeleton {} },
            Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
            Loaded::Ready(known) => match known.leaves.iter().find(|view| view.leave.id == id) {
                Some(view) => rsx! { Content { view: Rc::new(view.clone()) } },
                None => rsx! { ErrorState { error: ApiError::NotFound, onretry: move |()| page.retry() } },
            },
        }
    }
}

#[component]
fn Content(view: Rc<LeaveView>) -> Element {
    let words = use_words();
    let leave = &view.leave;
    let net: Cents = view.payments.iter().map(|paid| paid.net).sum();
    rsx! {
        article { class: "payment",
            p { class: "muted small",
                {said::note(words, &view)} " · "
                {said::period(words, leave.from, leave.until)}
            }
            if view.state == LeaveState::Paid {
                p { class: "great", Amount { value: net } }
                p { class: "muted small", {paid_words(words, &view)} }
            }
            Waits { view: Rc::clone(&view) }
            section { class: "part", aria_labelledby: "leave-steps",
                h3 { id: "leave-steps", {words.say("allowances.steps")} }
                Steps { label: words.say("allowances.steps"), items: steps(words, &view) }
            }
            if !view.payments.is_empty() {
                section { class: "part", aria_labelledby: "leave-payments",
                    h3 { id: "leave-payments", {words.say("allowances.payments")} }
                    for (at , paid) in view.payments.iter().cloned().enumerate() {
                        Paid { key: "{at}", paid }
                    }
                    Sums { payments: view.payments.clone() }
                }
            }
            HowADay { view: Rc::clone(&view) }
        }
    }
}

/// What stands between this leave and its payment, and what the member can do about it.
#[component]
fn Waits(view: Rc<LeaveView>) -> Element {
    let words = use_words();
    let Some((title, texts)) = waits(words, &view) else { return rsx! {} };
    let blocked = view.state == LeaveState::CertificateAwaited;
    rsx! {
        section { class: if blocked { "why blocked" } else { "why" }, aria_labelledby: "leave-waits",
            h3 { id: "leave-waits",
                IconView { icon: if blocked { Icon::Alert } else { Icon::Info } }
                span { {title} }
            }
            for (at , text) in texts.into_iter().enumerate() {
                p { key: "{at}", {text} }
            }
        }
    }
}

#[component]
fn Paid(paid: LeavePayment) -> Element {
    let words = use_words();
    let levies = Levies { csg: paid.csg, crds: paid.crds };
    rsx! {
        div { class: "act",
            h4 {
                {words.count_and_fill("allowances.paid.days", u64::from(paid.days), &[("daily", &words.money(paid.daily))])}
            }
            p { class: "muted small", {said::period(words, paid.from, paid.until)} }
            LevyLines { gross: paid.gross, levies, net: paid.net, on: paid.from }
            p { class: "small",
                Link { to: Route::Payment(paid.payment), class: "text-link",
                    {words.fill("allowances.paid.on", &[("date", &words.long_date(paid.paid_on))])}
                }
            }
        }
    }
}

/// Over all payments, where there is more than one.
#[component]
fn Sums(payments: Vec<LeavePayment>) -> Element {
    let words = use_words();
    let Some(first) = payments.first().filter(|_| payments.len() > 1) else { return rsx! {} };
    let sum = |part: fn(&LeavePayment) -> Cents| payments.iter().map(part).sum::<Cents>();
    let levies = Levies { csg: sum(|paid| paid.csg), crds: sum(|paid| paid.crds) };
    let days = payments.iter().map(|paid| u64::from(paid.days)).sum();
    rsx! {
        div { class: "act",
            h4 { {words.count("allowances.sum", days)} }
            LevyLines { gross: sum(|paid| paid.gross), levies, net: sum(|paid| paid.net), on: first.from }
        }
    }
}

/// The arithmetic of a day, once the wages are known.
#[component]
fn HowADay(view: Rc<LeaveView>) -> Element {
    let words = use_words();
    let (from, until) = (view.leave.from, view.leave.until);
    let Some(wages) = view.leave.wages else { return rsx! {} };
    let Some(first) = daily(wages, from, from) else { return rsx! {} };
    let later = daily(wages, from, until).filter(|later| later.rate != first.rate);
    rsx! {
        section { class: "why",
            details {
                summary {
                    h3 { {words.fill("allowances.how", &[("daily", &words.money(first.amount))])} }
                }
                div { class: "why-answer",
                    DailyLines { wages, first, later }
                }
            }
        }
    }
}

fn paid_words(words: Words, view: &LeaveView) -> String {
    let days = view.payments.iter().map(|paid| u64::from(paid.days)).sum();
    let key = match view.leave.paid_to {
        PaidTo::Member => "allowances.paid.member",
        PaidTo::Employer => "allowances.paid.employer",
    };
    words.count_and_fill(key, days, &[("employer", &employer(words, view))])
}

/// The title, and sentences; none where there is nothing to say.
fn waits(words: Words, view: &LeaveView) -> Option<(String, Vec<String>)> {
    let leave = &view.leave;
    let next = leave.next_payment.map(|day| words.fill("allowances.next", &[("date", &words.long_date(day))]));
    let subrogation = (leave.paid_to == PaidTo::Employer)
        .then(|| words.fill("allowances.subrogation", &[("employer", &employer(words, view))]));
    let (title, text) = match view.state {
        LeaveState::NoticeReceived => {
            ("allowances.waits.notice", Some(words.say("allowances.waits.notice.text").to_owned()))
        }
        LeaveState::CertificateAwaited => (
            "allowances.waits.certificate",
            Some(words.fill("allowances.waits.certificate.text", &[("employer", &employer(words, view))])),
        ),
        LeaveState::Computed => ("allowances.waits.computed", None),
        LeaveState::Paid if next.is_some() || subrogation.is_some() => ("allowances.waits.paid", None),
        LeaveState::Paid => return None,
    };
    Some((words.say(title).to_owned(), [text, next, subrogation].into_iter().flatten().collect()))
}

fn employer(words: Words, view: &LeaveView) -> String {
    view.leave.employer.clone().unwrap_or_else(|| words.say("allowances.employer").to_owned())
}

/// The four states: those reached with their day, the present one, and those to come.
fn steps(words: Words, view: &LeaveView) -> Vec<StepItem> {
    let states = [LeaveState::NoticeReceived, LeaveState::CertificateAwaited, LeaveState::Computed, LeaveState::Paid];
    let item = |state: LeaveState| {
        let on = match state {
            LeaveState::Paid => view.payments.first().map(|paid| paid.paid_on),
            _ => None,
        };
        let on = on.or_else(|| view.leave.on(state)).map(|day| words.long_date(day));
        let waits = state == LeaveState::CertificateAwaited && view.state == state;
        let (stage, note) = match on {
            Some(on) if waits => (Stage::Now, words.fill("allowances.step.since", &[("date", &on)])),
            Some(on) => (Stage::Done, words.fill("allowances.step.on", &[("date", &on)])),
            None if state < view.state => (Stage::Done, words.say("allowances.step.done").to_owned()),
            None => (Stage::Ahead, words.say("allowances.step.ahead").to_owned()),
        };
        let title = if state == LeaveState::CertificateAwaited && stage == Stage::Done {
            words.say("allowances.step.certificate")
        } else {
            said::state(words, state).0
        };
        StepItem { title: title.to_owned(), notes: vec![note], stage }
    };
    states.into_iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use protocol::BeneficiaryId;
    use protocol::allowances::{Leave, LeaveCause, LeaveStep};
    use protocol::settings::Language;

    use super::*;

    const FRENCH: Words = Words(Language::French);

    fn view(states: &[LeaveState]) -> LeaveView {
        let day = date(2026, 11, 16);
        let steps = states.iter().map(|state| LeaveStep { on: day, state: *state }).collect();
        let leave = Leave {
            id: LeaveId::new("l"),
            beneficiary: BeneficiaryId::new("c"),
            cause: LeaveCause::Sickness,
            from: date(2026, 11, 14),
            until: date(2026, 11, 28),
            employer: Some("Imprimerie".into()),
            paid_to: PaidTo::Member,
            steps,
            wages: None,
            next_payment: None,
        };
        let state = states.last().copied().unwrap_or(LeaveState::NoticeReceived);
        LeaveView { leave, name: "Camille".into(), state, is_running: true, payments: Vec::new() }
    }

    #[test]
    fn shows_what_is_done_what_waits_and_what_comes() {
        let waiting = view(&[LeaveState::NoticeReceived, LeaveState::CertificateAwaited]);
        let stages: Vec<_> = steps(FRENCH, &waiting).into_iter().map(|step| step.stage).collect();
        assert_eq!(stages, [Stage::Done, Stage::Now, Stage::Ahead, Stage::Ahead]);
        let (title, texts) = waits(FRENCH, &waiting).unwrap();
        assert!(title.contains("attestation de salaire") && texts[0].contains("Imprimerie"), "{title} {texts:?}");
    }

    #[test]
    fn a_certificate_that_came_is_named_so() {
        let computed = view(&[LeaveState::NoticeReceived, LeaveState::CertificateAwaited, LeaveState::Computed]);
        let titles: Vec<_> = steps(FRENCH, &computed).into_iter().map(|step| step.title).collect();
        assert_eq!(titles[1], "Attestation de salaire demandée");
        assert_eq!(said::note(FRENCH, &computed), "Camille · Maladie · 15 jours");
    }
}
