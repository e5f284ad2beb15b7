//! Files in words.

use insurance::files::{Actor, FileKind, Outcome, Standing, Step, StepKind};
use protocol::files::FileView;

use crate::components::{Stage, StepItem, Tone};
use crate::i18n::Words;

/// « Accident du travail » or « Maladie professionnelle ».
pub(super) fn title(words: Words, file: &FileView) -> &'static str {
    words.say(match file.kind {
        FileKind::WorkAccident => "files.kind.work_accident",
        FileKind::OccupationalDisease => "files.kind.occupational_disease",
    })
}

/// « Ibrahim · accident du 6 septembre 2026 ».
pub(super) fn since(words: Words, file: &FileView) -> String {
    let key = match file.kind {
        FileKind::WorkAccident => "files.since.work_accident",
        FileKind::OccupationalDisease => "files.since.occupational_disease",
    };
    words.fill(key, &[("name", &file.name), ("date", &words.long_date(file.happened_on))])
}

/// Where the file stands, in a word; what the member has to do comes first.
pub(super) fn outcome(words: Words, file: &FileView) -> (&'static str, Tone) {
    let (key, tone) = match file.timeline.outcome {
        Outcome::Recognised { .. } => ("files.outcome.recognised", Tone::Good),
        Outcome::RecognisedBySilence { .. } => ("files.outcome.silence", Tone::Good),
        Outcome::Refused { .. } => ("files.outcome.refused", Tone::Due),
        Outcome::Open { .. } if file.timeline.to_do().is_some() => ("files.outcome.to_do", Tone::Due),
        Outcome::Open { .. } => ("files.outcome.open", Tone::Wait),
    };
    (words.say(key), tone)
}

/// Where the file stands, in a sentence that says what comes if nobody acts.
pub(super) fn outcome_sentence(words: Words, outcome: Outcome) -> String {
    let (key, date) = match outcome {
        Outcome::Recognised { on } => ("files.sentence.recognised", Some(on)),
        Outcome::RecognisedBySilence { since } => ("files.sentence.silence", Some(since)),
        Outcome::Refused { on } => ("files.sentence.refused", Some(on)),
        Outcome::Open { decision_by: Some(day) } => ("files.sentence.open", Some(day)),
        Outcome::Open { decision_by: None } => ("files.sentence.incomplete", None),
    };
    match date {
        Some(date) => words.fill(key, &[("date", &words.long_date(date))]),
        None => words.say(key).to_owned(),
    }
}

/// What to do, by when, and what comes of it if one does not.
pub(super) fn to_do(words: Words, kind: FileKind, step: &Step) -> [String; 2] {
    let text = words.say(match step.what {
        StepKind::TellEmployer => "files.do.tell_employer",
        StepKind::Questionnaire => "files.do.questionnaire",
        StepKind::Comments | StepKind::CommitteeComments => "files.do.comments",
        StepKind::CommitteeAdditions => "files.do.additions",
        StepKind::Contest => "files.do.contest",
        _ => "files.do.declare",
    });
    let title = match step.due {
        Some(due) => {
            words.fill("files.do.by", &[("what", name(words, kind, step.what)), ("date", &words.long_date(due))])
        }
        None => name(words, kind, step.what).to_owned(),
    };
    [title, text.to_owned()]
}

/// A step with who does it, and its dates.
pub(super) fn step(words: Words, kind: FileKind, step: &Step) -> StepItem {
    let by = words.say(match step.by {
        Actor::Member => "files.by.member",
        Actor::Employer => "files.by.employer",
        Actor::Caisse => "files.by.caisse",
    });
    let due = step.due.map(|due| words.long_date(due));
    let (stage, note) = match (step.standing, due) {
        (Standing::Done { on: Some(on) }, _) => {
            (Stage::Done, words.fill("files.step.on", &[("date", &words.long_date(on))]))
        }
        (Standing::Done { on: None }, _) => (Stage::Done, words.say("files.step.done").to_owned()),
        (Standing::Now, Some(due)) => (Stage::Now, words.fill("files.step.due", &[("date", &due)])),
        (Standing::Now, None) => (Stage::Now, words.say("files.step.now").to_owned()),
        (Standing::Ahead, Some(due)) => (Stage::Ahead, words.fill("files.step.due", &[("date", &due)])),
        (Standing::Ahead, None) => (Stage::Ahead, words.say("files.step.ahead").to_owned()),
        (Standing::Passed, _) => (Stage::Passed, words.say("files.step.passed").to_owned()),
    };
    StepItem { title: name(words, kind, step.what).to_owned(), notes: vec![format!("{by} · {note}")], stage }
}

fn name(words: Words, kind: FileKind, what: StepKind) -> &'static str {
    words.say(match (what, kind) {
        (StepKind::TellEmployer, _) => "files.step.tell_employer",
        (StepKind::Declare, FileKind::WorkAccident) => "files.step.declare",
        (StepKind::Declare, FileKind::OccupationalDisease) => "files.step.declare_disease",
        (StepKind::Reservations, _) => "files.step.reservations",
        (StepKind::Complete, _) => "files.step.complete",
        (StepKind::FirstDecision, FileKind::WorkAccident) => "files.step.first_decision",
        (StepKind::FirstDecision, FileKind::OccupationalDisease) => "files.step.committee",
        (StepKind::Questionnaire, _) => "files.step.questionnaire",
        (StepKind::Reading, _) => "files.step.reading",
        (StepKind::Comments, _) => "files.step.comments",
        (StepKind::CommitteeAdditions, _) => "files.step.additions",
        (StepKind::CommitteeComments, _) => "files.step.committee_comments",
        (StepKind::Decision, _) => "files.step.decision",
        (StepKind::Contest, _) => "files.step.contest",
    })
}

#[cfg(test)]
mod tests {
    use insurance::files::{Dated, Event, timeline};
    use jiff::civil::date;
    use protocol::FileId;
    use protocol::settings::Language;

    use super::*;

    const FRENCH: Words = Words(Language::French);

    fn file(events: &[(Event, jiff::civil::Date)]) -> FileView {
        let events: Vec<_> = events.iter().map(|(what, on)| Dated { on: *on, what: *what }).collect();
        let (kind, happened_on) = (FileKind::OccupationalDisease, date(2026, 9, 21));
        let timeline = timeline(kind, happened_on, &events, date(2026, 11, 20));
        FileView { id: FileId::new("f"), name: "Thierry".into(), kind, happened_on, timeline }
    }

    #[test]
    fn says_first_what_the_member_has_to_do_and_by_when() {
        let asked = file(&[
            (Event::Declared, date(2026, 9, 24)),
            (Event::Complete, date(2026, 10, 1)),
            (Event::QuestionnaireReceived, date(2026, 11, 7)),
        ]);
        assert_eq!(outcome(FRENCH, &asked), ("À vous d’agir", Tone::Due));
        let [title, _] = to_do(FRENCH, asked.kind, asked.timeline.to_do().unwrap());
        assert_eq!(title, "Répondre au questionnaire, au plus tard le 7 décembre 2026");
        let sentence = outcome_sentence(FRENCH, asked.timeline.outcome);
        assert!(sentence.contains("30 janvier 2027"), "{sentence}");
    }

    #[test]
    fn a_decision_that_did_not_come_is_recognition() {
        let silent = file(&[(Event::Complete, date(2026, 3, 1))]);
        assert_eq!(outcome(FRENCH, &silent).1, Tone::Good);
        assert_eq!(silent.timeline.to_do(), None);
    }
}
