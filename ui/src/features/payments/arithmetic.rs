//! A payment's amount as arithmetic: what each act gives, what is taken, what is left.

use dioxus::prelude::*;
use insurance::{Cents, DeductionKind};
use protocol::BeneficiaryId;
use protocol::payments::{CareLine, Deduction, Payee, Payment, Person};

use crate::components::Amount;
use crate::i18n::{Words, act_key, use_words};

/// The lines of a payment, each with its own deductions; those for earlier care apart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Arranged {
    pub(super) parts: Vec<(BeneficiaryId, Vec<CarePart>)>,
    pub(super) earlier: Vec<Deduction>,
}

/// One act, and what is taken for it at once.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CarePart {
    pub(super) line: CareLine,
    pub(super) own: Vec<Deduction>,
}

/// Puts each deduction beside the act that it is for, where that act is in the payment.
pub(super) fn arrange(payment: &Payment) -> Arranged {
    let lines = || payment.beneficiaries.iter().flat_map(|person| &person.lines);
    let own = |line: &CareLine| -> Vec<Deduction> {
        payment.deductions.iter().filter(|deduction| deduction.care.id == line.id).cloned().collect()
    };
    let parts = payment
        .beneficiaries
        .iter()
        .map(|person| {
            let acts = person.lines.iter().map(|line| CarePart { line: line.clone(), own: own(line) });
            (person.beneficiary.clone(), acts.collect())
        })
        .collect();
    let is_earlier = |deduction: &&Deduction| lines().all(|line| line.id != deduction.care.id);
    Arranged { parts, earlier: payment.deductions.iter().filter(is_earlier).cloned().collect() }
}

/// The whole calculation.
#[component]
pub(super) fn Arithmetic(payment: Payment, people: Vec<Person>) -> Element {
    let words = use_words();
    let arranged = arrange(&payment);
    let sum = match payment.payee {
        Payee::Member { .. } => "payments.detail.sum",
        Payee::Provider { .. } => "payments.detail.sum.third_party",
        Payee::Employer { .. } => "payments.detail.sum.employer",
    };
    let advanced = matches!(payment.payee, Payee::Member { .. });
    rsx! {
        section { class: "arithmetic", aria_label: words.say("payments.detail.arithmetic"),
            for (person , acts) in arranged.parts {
                div { key: "{person}", class: "part",
                    h3 { {name_of(&people, &person)} }
                    for act in acts {
                        Act { key: "{act.line.id}", act, advanced }
                    }
                }
            }
            if !arranged.earlier.is_empty() {
                div { class: "part",
                    h3 { {words.say("payments.detail.earlier")} }
                    dl { class: "calc",
                        for (at , deduction) in arranged.earlier.into_iter().enumerate() {
                            Taken {
                                key: "{at}",
                                title: words.say("payments.detail.deferred"),
                                note: earlier_words(words, &people, &deduction),
                                amount: deduction.amount,
                            }
                        }
                    }
                }
            }
            dl { class: "calc sum",
                div {
                    dt { {words.say(sum)} }
                    dd { Amount { value: payment.amount } }
                }
            }
        }
    }
}

#[component]
fn Act(act: CarePart, advanced: bool) -> Element {
    let words = use_words();
    let line = act.line;
    let paid = if advanced { "payments.detail.paid" } else { "payments.detail.price" };
    let where_and_when = match &line.provider {
        Some(provider) => format!("{provider} · {}", words.long_date(line.date)),
        None => words.long_date(line.date),
    };
    rsx! {
        div { class: "act",
            h4 { {line.label.clone()} }
            if let Some(until) = line.until {
                p { class: "muted small", {days_words(words, &line, until)} }
            } else {
                p { class: "muted small", {where_and_when} }
            }
            dl { class: "calc",
                if line.until.is_some() {
                    div {
                        dt { {words.say("payments.detail.allowance.amount")} }
                        dd { Amount { value: line.reimbursed } }
                    }
                } else {
                    if line.paid != Cents::ZERO {
                        div {
                            dt {
                                {if line.quantity > 1 && advanced {
                                    words.fill("payments.detail.quantity", &[("count", &line.quantity.to_string())])
                                } else {
                                    words.say(paid).to_owned()
                                }}
                            }
                            dd { Amount { value: line.paid } }
                        }
                    }
                    div {
                        dt {
                            {words.fill("payments.detail.reimbursed", &[
                                ("rate", &words.rate(line.rate)),
                                ("base", &words.money(line.base)),
                            ])}
                        }
                        dd { Amount { value: line.reimbursed } }
                    }
                }
                for (at , deduction) in act.own.into_iter().enumerate() {
                    Taken {
                        key: "{at}",
                        title: words.say(kind_key(deduction.kind)),
                        note: words.say("payments.detail.this_care"),
                        amount: deduction.amount,
                    }
                }
            }
        }
    }
}

#[component]
fn Taken(title: String, note: String, amount: Cents) -> Element {
    rsx! {
        div { class: "taken",
            dt {
                span { {title} }
                span { class: "muted small block", {note} }
            }
            dd { Amount { value: -amount } }
        }
    }
}

/// « Participation forfaitaire » or « Franchise médicale ».
pub(super) fn kind_key(kind: DeductionKind) -> &'static str {
    match kind {
        DeductionKind::FlatContribution => "payments.detail.flat_contribution",
        DeductionKind::Franchise => "payments.detail.franchise",
    }
}

/// The name of a person of the payment.
pub(super) fn name_of(people: &[Person], id: &BeneficiaryId) -> String {
    people.iter().find(|person| person.id == *id).map(|person| person.name.clone()).unwrap_or_default()
}

fn days_words(words: Words, line: &CareLine, until: jiff::civil::Date) -> String {
    let (from, to) = (words.long_date(line.date), words.long_date(until));
    words.count_and_fill("payments.detail.allowance", u64::from(line.quantity), &[("from", &from), ("to", &to)])
}

/// « Franchise médicale, Laboratoire Saint-Roch, 8 sept. 2026, Louise Morel ».
fn earlier_words(words: Words, people: &[Person], deduction: &Deduction) -> String {
    let care = &deduction.care;
    let place = care.provider.clone().unwrap_or_else(|| words.say(act_key(care.act)).to_owned());
    let mut parts = vec![words.say(kind_key(deduction.kind)).to_owned(), place, words.short_date(care.date)];
    let name = name_of(people, &deduction.beneficiary);
    if people.len() > 1 && !name.is_empty() {
        parts.push(name);
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use insurance::{ActKind, Rate};
    use jiff::civil::date;
    use protocol::payments::{CareRef, Nature, PaidBeneficiary};
    use protocol::{CareId, PaymentId};

    use super::*;

    fn line(id: &str) -> CareLine {
        CareLine {
            id: CareId::new(id),
            act: ActKind::Consultation,
            label: "Consultation".into(),
            provider: Some("Dr Lenoir".into()),
            date: date(2026, 11, 12),
            until: None,
            quantity: 1,
            paid: Cents::new(3000),
            base: Cents::new(3000),
            rate: Rate::percent(70),
            reimbursed: Cents::new(2100),
        }
    }

    fn deduction(person: &str, care: &str) -> Deduction {
        Deduction {
            kind: DeductionKind::FlatContribution,
            beneficiary: BeneficiaryId::new(person),
            amount: Cents::new(200),
            care: CareRef { id: CareId::new(care), act: ActKind::Biology, provider: None, date: date(2026, 9, 8) },
        }
    }

    #[test]
    fn keeps_three_deductions_for_two_people_each_in_its_place() {
        let payment = Payment {
            id: PaymentId::new("p"),
            paid_on: date(2026, 11, 19),
            nature: Nature::Care,
            amount: Cents::new(1500),
            payee: Payee::Member { account_end: "4471".into() },
            beneficiaries: vec![PaidBeneficiary {
                beneficiary: BeneficiaryId::new("c"),
                lines: vec![line("a"), line("b")],
            }],
            deductions: vec![deduction("c", "a"), deduction("c", "old"), deduction("l", "older")],
            transmission: None,
        };
        let arranged = arrange(&payment);
        let own: Vec<_> = arranged.parts[0].1.iter().map(|act| act.own.len()).collect();
        assert_eq!(own, [1, 0]);
        assert_eq!(arranged.earlier.len(), 2);
        assert_eq!(arranged.earlier[1].beneficiary, BeneficiaryId::new("l"));
    }
}
