//! Estimates in words: they are said as estimates.

use insurance::delays::{Procedure, Span};
use insurance::files::FileKind;
use protocol::delays::{Basis, Open, OpenThing};

use crate::i18n::Words;

/// « Arrêt du 14 novembre 2026, Camille ».
pub(super) fn title(words: Words, open: &Open) -> String {
    let what = match &open.what {
        OpenThing::Leave { from, .. } => words.fill("delays.leave", &[("date", &words.long_date(*from))]),
        OpenThing::File { kind: FileKind::WorkAccident, .. } => words.say("files.kind.work_accident").to_owned(),
        OpenThing::File { kind: FileKind::OccupationalDisease, .. } => {
            words.say("files.kind.occupational_disease").to_owned()
        }
    };
    if open.name.is_empty() { what } else { format!("{what}, {}", open.name) }
}

/// « Vers le 8 décembre 2026, entre le 3 et le 20 » as an estimate; the day itself where the caisse announced it.
pub(super) fn expected(words: Words, open: &Open) -> String {
    let Some(estimate) = open.estimate else { return words.say("delays.unknown").to_owned() };
    let [from, expected, until] = [estimate.from, estimate.expected, estimate.until].map(|day| words.long_date(day));
    match open.basis {
        Basis::Announced => words.fill("delays.announced", &[("date", &expected)]),
        _ if estimate.is_late => words.say("delays.late").to_owned(),
        _ => words.fill("delays.expected", &[("expected", &expected), ("from", &from), ("until", &until)]),
    }
}

/// On what the estimate stands.
pub(super) fn basis(words: Words, open: &Open) -> String {
    match (open.basis, &open.what) {
        (Basis::Since { on }, _) => words.fill("delays.basis.since", &[("date", &words.long_date(on))]),
        (Basis::Announced, _) => words.say("delays.basis.announced").to_owned(),
        (Basis::IfItCameToday, OpenThing::Leave { .. }) => words.say("delays.basis.certificate").to_owned(),
        (Basis::IfItCameToday, OpenThing::File { .. }) => words.say("delays.basis.file").to_owned(),
    }
}

/// The name of what is dealt with.
pub(super) fn procedure(procedure: Procedure) -> &'static str {
    match procedure {
        Procedure::CardRefund => "delays.procedure.card_refund",
        Procedure::PaperRefund => "delays.procedure.paper_refund",
        Procedure::Leave => "delays.procedure.leave",
        Procedure::WorkFile => "delays.procedure.work_file",
        Procedure::Situation => "delays.procedure.situation",
        Procedure::VitaleCard => "delays.procedure.vitale_card",
        Procedure::Ceam => "delays.procedure.ceam",
    }
}

/// « Entre 12 et 30 jours ».
pub(super) fn range(words: Words, span: Span) -> String {
    words.fill("delays.range", &[("low", &span.low.to_string()), ("high", &span.high.to_string())])
}

#[cfg(test)]
mod tests {
    use insurance::delays::Estimate;
    use jiff::civil::date;
    use protocol::LeaveId;
    use protocol::settings::Language;

    use super::*;

    const FRENCH: Words = Words(Language::French);

    fn open(basis: Basis, is_late: bool) -> Open {
        let (from, expected, until) = (date(2026, 12, 3), date(2026, 12, 8), date(2026, 12, 20));
        let what = OpenThing::Leave { id: LeaveId::new("l"), from: date(2026, 11, 14) };
        Open { what, name: "Camille".into(), basis, estimate: Some(Estimate { from, expected, until, is_late }) }
    }

    #[test]
    fn says_an_estimate_as_an_estimate_and_an_announced_day_as_such() {
        let estimated = open(Basis::Since { on: date(2026, 11, 20) }, false);
        assert_eq!(title(FRENCH, &estimated), "Arrêt du 14 novembre 2026, Camille");
        assert_eq!(
            expected(FRENCH, &estimated),
            "Estimation\u{a0}: vers le 8 décembre 2026, entre le 3 décembre 2026 et le 20 décembre 2026"
        );
        assert!(expected(FRENCH, &open(Basis::Announced, false)).starts_with("Annoncé"));
        assert!(!expected(FRENCH, &open(Basis::Since { on: date(2026, 1, 1) }, true)).contains("2026"));
    }
}
