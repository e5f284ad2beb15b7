//! A file looked at on a day.

use jiff::civil::Date;

use super::steps::{History, Planned};
use super::{Actor, Dated, Event, FileKind, Outcome, Standing, Step, StepKind, Timeline};

/// The file of an accident of that day, or of a disease certified on it, as of today. Events of later days are left out;
/// of one that happened twice, the first counts.
pub fn timeline(kind: FileKind, happened: Date, events: &[Dated], today: Date) -> Timeline {
    let on = |what: Event| {
        let of_it = events.iter().filter(|event| event.what == what && event.on <= today);
        of_it.map(|event| event.on).min()
    };
    let history = History { kind, happened, on: &on };
    let outcome = outcome(&history, today);
    let is_over = !matches!(outcome, Outcome::Open { .. });
    let steps = history.planned();
    let later = |at: usize| steps.iter().skip(at + 1).any(|step| step.done.is_some());
    let looked_at = |(at, step): (usize, &Planned)| Step {
        what: step.what,
        by: step.by,
        due: step.due,
        standing: standing(step, today, is_over, later(at)),
    };
    Timeline { steps: steps.iter().enumerate().map(looked_at).collect(), outcome }
}

fn outcome(history: &History<'_>, today: Date) -> Outcome {
    match ((history.on)(Event::Recognised), (history.on)(Event::Refused), history.decision()) {
        (Some(on), _, _) => Outcome::Recognised { on },
        (None, Some(on), _) => Outcome::Refused { on },
        (None, None, Some(time)) if time.is_over(today) => Outcome::RecognisedBySilence { since: time.after() },
        (None, None, time) => Outcome::Open { decision_by: time.map(|time| time.up) },
    }
}

/// After the end only contesting is still open; what somebody else did later shows that a step of the caisse was done.
fn standing(step: &Planned, today: Date, is_over: bool, later: bool) -> Standing {
    if step.is_done {
        return Standing::Done { on: step.done };
    }
    let may_go_on = !is_over || step.what == StepKind::Contest;
    match (step.began, step.over) {
        (_, Some(over)) if today > over => Standing::Passed,
        (Some(_), _) if may_go_on && !(later && step.by == Actor::Caisse) => Standing::Now,
        (None, _) if may_go_on && !later => Standing::Ahead,
        _ => Standing::Passed,
    }
}
