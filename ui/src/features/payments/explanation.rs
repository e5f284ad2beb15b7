//! « Pourquoi 15 € et non 19 € ? »: a payment's amount as arithmetic, each deduction with the care that it repays.

use dioxus::prelude::*;
use insurance::Cents;
use insurance::ledger::Origin;
use protocol::PaymentId;
use protocol::deductions::{Bears, Entry, Explanation, Note, Step};

use super::entry::{EntryLine, care_words, free_words};
use crate::i18n::{Words, use_words};

/// The question, and behind it the answer. Nothing where nothing was taken and nothing will be.
#[component]
pub(super) fn Why(explanation: Explanation, amount: Cents, here: PaymentId) -> Element {
    let words = use_words();
    if explanation.steps.is_empty() && !explanation.notes.iter().any(is_for_later) {
        return rsx! {};
    }
    rsx! {
        section { class: "why",
            details {
                summary {
                    h3 { {question(words, &explanation, amount)} }
                }
                div { class: "why-answer",
                    if !explanation.steps.is_empty() {
                        p { class: "num strong", {equation(words, &explanation, amount)} }
                    }
                    for (at , step) in explanation.steps.iter().cloned().enumerate() {
                        OneStep { key: "{at}", step, here: here.clone() }
                    }
                    for (at , note) in explanation.notes.iter().cloned().enumerate() {
                        OneNote { key: "{at}", note, here: here.clone() }
                    }
                }
            }
            if explanation.earlier > Cents::ZERO {
                p { class: "small",
                    {words.count_and_fill("payments.detail.why.text", u64::from(explanation.earlier_acts), &[
                        ("taken", &words.money(explanation.earlier)),
                    ])}
                }
            }
            if explanation.unexplained != Cents::ZERO {
                p { class: "small",
                    {words.fill("payments.detail.why.unexplained", &[("amount", &words.money(explanation.unexplained))])}
                }
            }
        }
    }
}

#[component]
fn OneStep(step: Step, here: PaymentId) -> Element {
    let words = use_words();
    let parts = [("deductions.before", step.before), ("deductions.left", step.left)];
    let this = (step.origin == Origin::ThisPayment).then_some(here.clone());
    // Where the rest went is for the ledger; here only which care it is.
    let entry = Entry { takings: Vec::new(), waiting: Cents::ZERO, ..step.entry };
    rsx! {
        EntryLine { entry, amount: -step.amount, here: this }
        for (key , amount) in parts {
            if amount > Cents::ZERO {
                p { key: "{key}", class: "muted small", {words.fill(key, &[("amount", &words.money(amount))])} }
            }
        }
    }
}

#[component]
fn OneNote(note: Note, here: PaymentId) -> Element {
    let words = use_words();
    match note.bears {
        Bears::Later(entry) => rsx! {
            EntryLine { amount: entry.due, entry: *entry, here }
        },
        Bears::Nothing(why) => rsx! {
            p { class: "small",
                {format!("{}, {}. {}", note.name, care_words(words, &note.care), free_words(words, why))}
            }
        },
    }
}

fn is_for_later(note: &Note) -> bool {
    matches!(note.bears, Bears::Later(_))
}

fn question(words: Words, explanation: &Explanation, amount: Cents) -> String {
    let expected = words.money(explanation.given - explanation.own);
    let paid = words.money(amount);
    if explanation.earlier > Cents::ZERO {
        words.fill("payments.detail.why", &[("paid", &paid), ("expected", &expected)])
    } else if explanation.steps.is_empty() {
        words.say("payments.detail.why.later").to_owned()
    } else {
        words.fill("payments.detail.why.own", &[("paid", &paid)])
    }
}

/// « 21,00 € − 2,00 € − 4,00 € = 15,00 € ».
fn equation(words: Words, explanation: &Explanation, amount: Cents) -> String {
    let taken = [explanation.own, explanation.earlier].into_iter().filter(|taken| *taken > Cents::ZERO);
    let taken: String = taken.map(|taken| format!(" − {}", words.money(taken))).collect();
    format!("{}{taken} = {}", words.money(explanation.given), words.money(amount))
}

#[cfg(test)]
mod tests {
    use protocol::settings::Language;

    use super::*;

    #[test]
    fn writes_the_calculation_down() {
        let explanation = Explanation {
            given: Cents::new(2100),
            own: Cents::new(200),
            earlier: Cents::new(400),
            earlier_acts: 2,
            unexplained: Cents::ZERO,
            steps: Vec::new(),
            notes: Vec::new(),
        };
        let french = Words(Language::French);
        assert_eq!(
            equation(french, &explanation, Cents::new(1500)),
            "21,00\u{202f}€ − 2,00\u{202f}€ − 4,00\u{202f}€ = 15,00\u{202f}€"
        );
        assert_eq!(
            question(french, &explanation, Cents::new(1500)),
            "Pourquoi 15,00\u{202f}€ et non 19,00\u{202f}€\u{a0}?"
        );
    }
}
