//! What a leave would come to, by the rules of its first day: arithmetic only, without a network, and with what it does not
//! know.

use dioxus::prelude::*;
use insurance::Cents;
use insurance::allowances::{Instalment, Levies, daily};
use protocol::ApiError;
use protocol::allowances::LeaveCause;

use super::arithmetic::{DailyLines, LevyLines};
use super::state::{Simulated, Typed, Wrong};
use super::words as said;
use crate::browser;
use crate::components::{Amount, Button, ButtonKind, DetailHead, ErrorNote, Field, FieldKind};
use crate::i18n::{Words, use_words};
use crate::kept::use_kept;

const WAGE_IDS: [&str; 3] = ["wage-1", "wage-2", "wage-3"];
const UNKNOWN: [&str; 5] = [
    "allowances.unknown.rights",
    "allowances.unknown.earlier",
    "allowances.unknown.employer",
    "allowances.unknown.ceiling",
    "allowances.unknown.decision",
];

/// The form, and below it what comes of it.
#[component]
pub(super) fn Simulator() -> Element {
    let words = use_words();
    let typed = use_kept("simulator", Typed::empty);
    let mut wrong = use_signal(Vec::<Wrong>::new);
    let mut result = use_signal(|| None::<(Typed, Simulated)>);
    // What is typed anew makes another leave of it.
    let shown = result.read().as_ref().filter(|(of, _)| *of == *typed.read()).map(|(_, simulated)| simulated.clone());
    rsx! {
        DetailHead { title: words.say("allowances.simulator") }
        div { class: "attestation",
            p { class: "muted", {words.say("allowances.simulator.text")} }
            form {
                class: "card change-form",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let now = typed.peek().clone();
                    match now.simulate() {
                        Ok(simulated) => {
                            wrong.set(Vec::new());
                            result.set(Some((now, simulated)));
                        }
                        Err(all) => {
                            browser::focus(id_of(&all));
                            wrong.set(all);
                            result.set(None);
                        }
                    }
                },
                Entries { typed, wrong: wrong.read().clone() }
                Button { label: words.say("allowances.simulate"), kind: ButtonKind::Submit }
            }
            div { role: "status",
                if let Some(simulated) = shown {
                    Outcome { simulated }
                }
            }
            section { class: "part", aria_labelledby: "unknown-title",
                h3 { id: "unknown-title", {words.say("allowances.unknown")} }
                ul { class: "plain-list",
                    for key in UNKNOWN {
                        li { key: "{key}", {words.say(key)} }
                    }
                }
            }
        }
    }
}

/// Cause, days, wages.
#[component]
fn Entries(typed: Signal<Typed>, wrong: Vec<Wrong>) -> Element {
    let words = use_words();
    let now = typed.read().clone();
    let error = |place: Option<usize>| wrong.iter().find(|wrong| wrong.wage == place).map(|wrong| wrong.error.clone());
    let causes = [LeaveCause::Sickness, LeaveCause::WorkAccident];
    let labels = match now.cause {
        LeaveCause::Sickness => ["allowances.wage.last", "allowances.wage.second", "allowances.wage.third"],
        LeaveCause::WorkAccident => ["allowances.wage.last", "", ""],
    };
    rsx! {
        fieldset { class: "choices",
            legend { class: "strong", {words.say("allowances.cause")} }
            for cause in causes {
                label { key: "{cause:?}", class: "choice",
                    input {
                        r#type: "radio",
                        name: "cause",
                        checked: now.cause == cause,
                        onchange: move |_| typed.write().cause = cause,
                    }
                    span { {said::cause(words, cause)} }
                }
            }
        }
        div { class: "dates",
            Field {
                id: "leave-from",
                label: words.say("allowances.from"),
                hint: words.say("payments.period.hint").to_owned(),
                value: now.from.clone(),
                inputmode: "numeric",
                maxlength: 10,
                oninput: move |text| typed.write().from = text,
            }
            Field {
                id: "leave-until",
                label: words.say("allowances.until"),
                hint: words.say("payments.period.hint").to_owned(),
                value: now.until.clone(),
                inputmode: "numeric",
                maxlength: 10,
                oninput: move |text| typed.write().until = text,
            }
            ErrorNote { error: error(None) }
        }
        for (place , (id , label)) in WAGE_IDS.into_iter().zip(labels).enumerate().take(now.months()) {
            Wage { key: "{id}", id, place, label: words.say(label), typed, error: error(Some(place)) }
        }
    }
}

#[component]
fn Wage(id: &'static str, place: usize, label: String, typed: Signal<Typed>, error: Option<ApiError>) -> Element {
    let words = use_words();
    let value = typed.read().wages.get(place).cloned().unwrap_or_default();
    rsx! {
        Field {
            id,
            label,
            hint: words.say("allowances.wage.hint").to_owned(),
            value,
            inputmode: "decimal",
            kind: FieldKind::Words,
            maxlength: 16,
            error,
            oninput: move |text| {
                if let Some(wage) = typed.write().wages.get_mut(place) {
                    *wage = text;
                }
            },
        }
    }
}

#[component]
fn Outcome(simulated: Simulated) -> Element {
    let words = use_words();
    let course = &simulated.course;
    let first = daily(simulated.wages, simulated.from, simulated.from);
    let later = daily(simulated.wages, simulated.from, simulated.until);
    rsx! {
        section { class: "why", aria_labelledby: "simulated",
            h3 { id: "simulated", {words.say("allowances.result")} }
            p { class: "great", Amount { value: course.net() } }
            p { {result_words(words, &simulated)} }
            if let Some(first) = first {
                h4 { {words.say("allowances.result.day")} }
                DailyLines { wages: simulated.wages, first, later: later.filter(|later| later.rate != first.rate) }
            }
            if course.waiting > 0 {
                p { class: "small", {words.count("allowances.result.waiting", u64::from(course.waiting))} }
            }
            if course.beyond > 0 {
                p { class: "small", {words.count("allowances.result.beyond", u64::from(course.beyond))} }
            }
            div { class: "act",
                h4 { {words.count("allowances.sum", u64::from(course.days()))} }
                LevyLines { gross: course.gross(), levies: course.levies(), net: course.net(), on: simulated.from }
            }
            if course.instalments.len() > 1 {
                details {
                    summary {
                        h4 { {words.say("allowances.result.instalments")} }
                    }
                    div { class: "why-answer",
                        for (at , instalment) in course.instalments.iter().cloned().enumerate() {
                            OneInstalment { key: "{at}", instalment }
                        }
                    }
                }
            }
        }
    }
}

/// What is paid at once; one line of days for each daily amount.
#[component]
fn OneInstalment(instalment: Instalment) -> Element {
    let words = use_words();
    let sum = |part: fn(&insurance::allowances::Part) -> Cents| instalment.parts.iter().map(part).sum::<Cents>();
    let levies = Levies { csg: sum(|part| part.levies.csg), crds: sum(|part| part.levies.crds) };
    let (Some(from), Some(until)) = (instalment.from(), instalment.until()) else { return rsx! {} };
    rsx! {
        div { class: "act",
            h4 { {said::period(words, from, until)} }
            for part in instalment.parts.iter().copied() {
                p { key: "{part.from}", class: "muted small",
                    {words.count_and_fill("allowances.paid.days", u64::from(part.days), &[
                        ("daily", &words.money(part.daily.amount)),
                    ])}
                }
            }
            LevyLines { gross: sum(|part| part.gross), levies, net: sum(|part| part.net()), on: from }
        }
    }
}

fn result_words(words: Words, simulated: &Simulated) -> String {
    let days = u64::from(simulated.course.days());
    let period = said::period(words, simulated.from, simulated.until);
    words.count_and_fill("allowances.result.text", days, &[("period", &period)])
}

/// The first entry that is wrong.
fn id_of(wrong: &[Wrong]) -> &'static str {
    const IDS: [&str; 3] = ["#wage-1", "#wage-2", "#wage-3"];
    match wrong.first() {
        Some(Wrong { wage: Some(place), .. }) => IDS.get(*place).copied().unwrap_or("#leave-from"),
        _ => "#leave-from",
    }
}
