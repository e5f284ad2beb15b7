//! Noted care in words.

use insurance::ActKind;
use insurance::expected::{Base, Estimate, Standing};
use protocol::expected::{ExpectedRow, ExpectedState};

use crate::components::Tone;
use crate::i18n::{Words, act_key};

/// « Consultation, Dr Lenoir ».
pub(super) fn care_words(words: Words, act: ActKind, provider: Option<&str>) -> String {
    let act = words.say(act_key(act));
    provider.map_or_else(|| act.to_owned(), |provider| format!("{act}, {provider}"))
}

/// « Camille · 12 nov. 2026 · 19,00 € attendus ».
pub(super) fn note_words(words: Words, row: &ExpectedRow) -> String {
    let mut parts = vec![row.name.clone(), words.short_date(row.care.date)];
    match &row.state {
        ExpectedState::Arrived { found, .. } => {
            let amount = words.money(found.reimbursed - found.taken);
            parts.push(words.fill("expected.row.arrived", &[("amount", &amount)]));
        }
        ExpectedState::Waiting { .. } => parts.extend(row.estimate.map(|estimate| amount_words(words, estimate))),
    }
    parts.join(" · ")
}

/// « 19,00 € attendus », « au plus 13,80 € attendus ».
pub(super) fn amount_words(words: Words, estimate: Estimate) -> String {
    let amount = words.money(estimate.expected);
    let key = if estimate.base_from == Base::Price { "expected.row.at_most" } else { "expected.row.waiting" };
    words.fill(key, &[("amount", &amount)])
}

/// The state in a few words.
pub(super) fn state_tag(words: Words, state: &ExpectedState) -> (String, Tone) {
    match state {
        ExpectedState::Arrived { found, .. } => {
            let key = if found.to_member { "expected.tag.arrived" } else { "expected.tag.third_party" };
            (words.fill(key, &[("date", &words.short_date(found.paid_on))]), Tone::Good)
        }
        ExpectedState::Waiting { standing: Standing::Late, .. } => {
            (words.say("expected.tag.late").to_owned(), Tone::Due)
        }
        ExpectedState::Waiting { delay, .. } => {
            (words.fill("expected.tag.until", &[("date", &words.short_date(delay.until))]), Tone::Wait)
        }
    }
}
