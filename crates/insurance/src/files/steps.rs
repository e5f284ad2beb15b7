//! The steps of a file with the days by which each is to be done.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Actor, Event, FileKind, StepKind};
use crate::dates::clear::{ClearDays, clear_days};
use crate::dates::holidays::days_without_sundays;
use crate::parameters::{Days, days};

/// A step before it is looked at on a day.
pub(super) struct Planned {
    pub(super) what: StepKind,
    pub(super) by: Actor,
    /// Its time began; none when what it waits for has not happened.
    pub(super) began: Option<Date>,
    pub(super) due: Option<Date>,
    /// The day on which it is too late; as `due`, or a day later for clear days.
    pub(super) over: Option<Date>,
    pub(super) done: Option<Date>,
    /// Happened, or something that comes only after it.
    pub(super) is_done: bool,
}

/// When what happened.
pub(super) struct History<'a> {
    pub(super) kind: FileKind,
    pub(super) happened: Date,
    pub(super) on: &'a dyn Fn(Event) -> Option<Date>,
}

/// Months to contest a refusal (CSS R. 142-1).
const MONTHS_TO_CONTEST: i32 = 2;
/// Days to tell the employer: 24 hours (CSS R. 441-2).
const DAYS_TO_TELL: i32 = 1;
/// Days to declare an accident, Sundays and holidays not counted: 48 hours (CSS R. 441-3).
const DAYS_TO_DECLARE: u16 = 2;

impl History<'_> {
    /// The time of the caisse for its decision, from the latest event that begins one.
    pub(super) fn decision(&self) -> Option<ClearDays> {
        let complete = self.at(Event::Complete)?;
        let (from, thing) = match (self.kind, self.at(Event::CommitteeAsked), self.at(Event::Investigation)) {
            (FileKind::OccupationalDisease, Some(asked), _) => (asked, Days::CommitteeDecision),
            (FileKind::OccupationalDisease, None, _) => (complete, Days::DiseaseDecision),
            (FileKind::WorkAccident, _, Some(_)) => (complete, Days::AccidentInvestigation),
            (FileKind::WorkAccident, _, None) => (complete, Days::AccidentDecision),
        };
        Some(clear_days(from, days(thing, complete)?))
    }

    pub(super) fn planned(&self) -> Vec<Planned> {
        let mut steps = match self.kind {
            FileKind::WorkAccident => self.of_accident(),
            FileKind::OccupationalDisease => self.of_disease(),
        };
        if let Some(refused) = self.at(Event::Refused) {
            let due = refused.saturating_add(MONTHS_TO_CONTEST.months());
            steps.push(self.step(StepKind::Contest, Actor::Member, Some(refused), Some((due, due)), None));
        }
        steps
    }

    fn of_accident(&self) -> Vec<Planned> {
        let (told_by, happened) = (self.happened.saturating_add(DAYS_TO_TELL.days()), Some(self.happened));
        let declare_by = days_without_sundays(told_by, DAYS_TO_DECLARE);
        let declared = self.at(Event::Declared);
        let told = Planned {
            is_done: declared.is_some(),
            ..self.step(StepKind::TellEmployer, Actor::Member, happened, Some((told_by, told_by)), None)
        };
        let mut steps = vec![
            told,
            self.step(StepKind::Declare, Actor::Employer, happened, Some((declare_by, declare_by)), declared),
            self.clear(StepKind::Reservations, Actor::Employer, declared, Days::Reservations, Event::Reservations),
            self.step(StepKind::Complete, Actor::Caisse, declared, None, self.at(Event::Complete)),
        ];
        let complete = self.at(Event::Complete);
        if self.at(Event::Investigation).is_none() {
            let first = self.step(StepKind::FirstDecision, Actor::Caisse, complete, self.caisse(), self.decided());
            steps.push(first);
            return steps;
        }
        let first = self.at(Event::Investigation);
        steps.push(self.clear_to(StepKind::FirstDecision, complete, Days::AccidentDecision, first));
        steps.extend(self.investigation(Days::AccidentQuestionnaire, Days::AccidentReading));
        steps.push(self.step(StepKind::Decision, Actor::Caisse, complete, self.caisse(), self.decided()));
        steps
    }

    fn of_disease(&self) -> Vec<Planned> {
        let (declared, complete) = (self.at(Event::Declared), self.at(Event::Complete));
        let mut steps = vec![
            self.step(StepKind::Declare, Actor::Member, Some(self.happened), None, declared),
            self.step(StepKind::Complete, Actor::Caisse, declared, None, complete),
        ];
        steps.extend(self.investigation(Days::DiseaseQuestionnaire, Days::DiseaseReading));
        if let Some(asked) = self.at(Event::CommitteeAsked) {
            steps.push(self.clear_to(StepKind::FirstDecision, complete, Days::DiseaseDecision, Some(asked)));
            let added = |what, thing| Planned {
                done: None,
                is_done: false,
                ..self.clear(what, Actor::Member, Some(asked), thing, Event::CommitteeAsked)
            };
            steps.push(added(StepKind::CommitteeAdditions, Days::CommitteeAdditions));
            steps.push(added(StepKind::CommitteeComments, Days::CommitteeReading));
        }
        steps.push(self.step(StepKind::Decision, Actor::Caisse, complete, self.caisse(), self.decided()));
        steps
    }

    /// Questionnaire, file open to read, comments.
    fn investigation(&self, questionnaire: Days, reading: Days) -> [Planned; 3] {
        let (asked, opened) = (self.at(Event::QuestionnaireReceived), self.at(Event::ReadingOpened));
        [
            self.clear(StepKind::Questionnaire, Actor::Member, asked, questionnaire, Event::QuestionnaireReturned),
            self.clear_to(StepKind::Reading, self.at(Event::Complete), reading, opened),
            self.clear(StepKind::Comments, Actor::Member, opened, Days::Comments, Event::Commented),
        ]
    }

    /// The caisse's time for its decision: the day on which it is up.
    fn caisse(&self) -> Option<(Date, Date)> {
        self.decision().map(|time| (time.up, time.up))
    }

    fn decided(&self) -> Option<Date> {
        self.at(Event::Recognised).or_else(|| self.at(Event::Refused))
    }

    /// To be done within clear days by member or employer, who are told the last whole day.
    fn clear(&self, what: StepKind, by: Actor, began: Option<Date>, thing: Days, done: Event) -> Planned {
        let time = began.and_then(|began| Some(clear_days(began, days(thing, began)?)));
        self.step(what, by, began, time.map(|time| (time.last, time.up)), self.at(done))
    }

    /// To be done within clear days by the caisse.
    fn clear_to(&self, what: StepKind, began: Option<Date>, thing: Days, done: Option<Date>) -> Planned {
        let time = began.and_then(|began| Some(clear_days(began, days(thing, began)?)));
        self.step(what, Actor::Caisse, began, time.map(|time| (time.up, time.up)), done)
    }

    fn step(
        &self,
        what: StepKind,
        by: Actor,
        began: Option<Date>,
        time: Option<(Date, Date)>,
        done: Option<Date>,
    ) -> Planned {
        let (due, over) = time.unzip();
        Planned { what, by, began, due, over, done, is_done: done.is_some() }
    }

    fn at(&self, event: Event) -> Option<Date> {
        (self.on)(event)
    }
}
