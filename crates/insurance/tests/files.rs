//! Files of work accidents and occupational diseases: deadlines in clear days, whose turn it is, and how they end.

use insurance::dates::clear::clear_days;
use insurance::dates::holidays::{days_without_sundays, is_holiday};
use insurance::files::{Dated, Event, FileKind, Outcome, Standing, Step, StepKind, Timeline, timeline};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;

const HURT: Date = date(2026, 9, 1);

fn accident(events: &[(Event, Date)], today: Date) -> Timeline {
    file(FileKind::WorkAccident, events, today)
}

fn file(kind: FileKind, events: &[(Event, Date)], today: Date) -> Timeline {
    let events: Vec<_> = events.iter().map(|(what, on)| Dated { on: *on, what: *what }).collect();
    timeline(kind, HURT, &events, today)
}

fn step(timeline: &Timeline, what: StepKind) -> Option<Step> {
    timeline.steps.iter().find(|step| step.what == what).copied()
}

const DECLARED: (Event, Date) = (Event::Declared, date(2026, 9, 3));
const COMPLETE: (Event, Date) = (Event::Complete, date(2026, 9, 4));
const INVESTIGATED: (Event, Date) = (Event::Investigation, date(2026, 9, 30));
const ASKED: (Event, Date) = (Event::QuestionnaireReceived, date(2026, 10, 2));

#[test]
fn clear_days_count_neither_the_first_nor_the_last() {
    let time = clear_days(date(2026, 3, 23), 7);
    assert_eq!((time.last, time.up), (date(2026, 3, 30), date(2026, 3, 31)));
    assert!(!time.is_over(date(2026, 3, 31)) && time.is_over(date(2026, 4, 1)));
}

#[test]
fn knows_the_holidays_that_move() {
    for day in [(2024, 4, 1), (2025, 5, 29), (2026, 4, 6), (2026, 5, 14), (2026, 5, 25), (2027, 3, 29), (2026, 7, 14)] {
        assert!(is_holiday(date(day.0, day.1, day.2)), "{day:?}");
    }
    assert!(!is_holiday(date(2026, 4, 5)) && !is_holiday(date(2026, 12, 26)));
    // Friday 10 July 2026, and a Sunday; Friday 1 May.
    assert_eq!(days_without_sundays(date(2026, 7, 10), 2), date(2026, 7, 13));
    assert_eq!(days_without_sundays(date(2026, 7, 11), 2), date(2026, 7, 15));
    assert_eq!(days_without_sundays(date(2026, 4, 30), 1), date(2026, 5, 2));
}

#[test]
fn the_employer_has_48_hours_and_10_clear_days_for_reservations() {
    let open = accident(&[], date(2026, 9, 2));
    assert_eq!(open.to_do().map(|step| step.what), Some(StepKind::TellEmployer));
    // Told on Wednesday: Thursday, Friday.
    assert_eq!(step(&open, StepKind::Declare).unwrap().due, Some(date(2026, 9, 4)));
    let declared = accident(&[DECLARED], date(2026, 9, 5));
    assert_eq!(step(&declared, StepKind::Reservations).unwrap().due, Some(date(2026, 9, 13)));
    assert_eq!(step(&declared, StepKind::TellEmployer).unwrap().standing, Standing::Done { on: None });
    assert_eq!(declared.outcome, Outcome::Open { decision_by: None });
}

#[test]
fn silence_for_30_clear_days_is_recognition() {
    let events = [DECLARED, COMPLETE];
    let by = date(2026, 10, 5);
    assert_eq!(accident(&events, by).outcome, Outcome::Open { decision_by: Some(by) });
    let silent = accident(&events, date(2026, 10, 6));
    assert_eq!(silent.outcome, Outcome::RecognisedBySilence { since: date(2026, 10, 6) });
    assert_eq!(silent.to_do(), None);
}

#[test]
fn an_investigation_gives_20_days_for_the_questionnaire_and_90_to_decide() {
    let events = [DECLARED, COMPLETE, INVESTIGATED, ASKED];
    let asked = accident(&events, date(2026, 10, 10));
    let questionnaire = asked.to_do().unwrap();
    assert_eq!((questionnaire.what, questionnaire.due), (StepKind::Questionnaire, Some(date(2026, 10, 22))));
    assert_eq!(step(&asked, StepKind::Reading).unwrap().due, Some(date(2026, 11, 14)));
    assert_eq!(asked.outcome, Outcome::Open { decision_by: Some(date(2026, 12, 4)) });
    assert_eq!(step(&asked, StepKind::Comments).unwrap().standing, Standing::Ahead);

    let late = accident(&events, date(2026, 10, 24));
    assert_eq!(step(&late, StepKind::Questionnaire).unwrap().standing, Standing::Passed);
    let opened = [events.as_slice(), &[(Event::ReadingOpened, date(2026, 11, 5))]].concat();
    let reading = accident(&opened, date(2026, 11, 8));
    assert_eq!(reading.to_do().map(|step| (step.what, step.due)), Some((StepKind::Comments, Some(date(2026, 11, 15)))));
}

#[test]
fn a_disease_has_120_clear_days_and_as_many_again_with_the_committee() {
    let events = [DECLARED, COMPLETE];
    let open = file(FileKind::OccupationalDisease, &events, date(2026, 9, 20));
    assert_eq!(open.outcome, Outcome::Open { decision_by: Some(date(2027, 1, 3)) });
    let committee = [events.as_slice(), &[(Event::CommitteeAsked, date(2026, 12, 20))]].concat();
    let asked = file(FileKind::OccupationalDisease, &committee, date(2026, 12, 28));
    assert_eq!(asked.outcome, Outcome::Open { decision_by: Some(date(2027, 4, 20)) });
    let to_do = asked.to_do().unwrap();
    assert_eq!((to_do.what, to_do.due), (StepKind::CommitteeAdditions, Some(date(2027, 1, 19))));
    assert_eq!(
        step(&asked, StepKind::FirstDecision).unwrap().standing,
        Standing::Done { on: Some(date(2026, 12, 20)) }
    );
}

#[test]
fn a_refusal_can_be_contested_for_two_months() {
    let events = [DECLARED, COMPLETE, (Event::Refused, date(2026, 9, 28))];
    let refused = accident(&events, date(2026, 10, 2));
    assert_eq!(refused.outcome, Outcome::Refused { on: date(2026, 9, 28) });
    assert_eq!(refused.to_do().map(|step| (step.what, step.due)), Some((StepKind::Contest, Some(date(2026, 11, 28)))));
    assert_eq!(accident(&events, date(2026, 11, 29)).to_do(), None);
}

#[test]
fn what_has_not_happened_yet_is_left_out() {
    let events = [DECLARED, COMPLETE, (Event::Recognised, date(2026, 9, 28))];
    assert!(matches!(accident(&events, date(2026, 9, 27)).outcome, Outcome::Open { .. }));
    assert_eq!(accident(&events, date(2026, 9, 28)).outcome, Outcome::Recognised { on: date(2026, 9, 28) });
}

fn any_events() -> impl Strategy<Value = Vec<(Event, Date)>> {
    let event = prop_oneof![
        Just(Event::Declared),
        Just(Event::Reservations),
        Just(Event::Complete),
        Just(Event::Investigation),
        Just(Event::QuestionnaireReceived),
        Just(Event::QuestionnaireReturned),
        Just(Event::ReadingOpened),
        Just(Event::Commented),
        Just(Event::CommitteeAsked),
        Just(Event::Recognised),
        Just(Event::Refused),
    ];
    vec((event, 0_i64..300).prop_map(|(event, day)| (event, HURT.saturating_add(day.days()))), 0..12)
}

proptest! {
    #[test]
    fn whole_days_lie_between_an_event_and_its_end(start in 0_i64..4000, days in 0_u16..200) {
        let event = date(2020, 1, 1).saturating_add(start.days());
        let time = clear_days(event, days);
        prop_assert_eq!((time.up - event).get_days() - 1, i32::from(days));
        prop_assert_eq!((time.last - event).get_days(), i32::from(days));
        prop_assert!(!time.is_over(time.up) && time.is_over(time.after()));
    }

    #[test]
    fn nobody_is_asked_for_what_is_done_or_too_late(events in any_events(), day in 0_i64..500, disease in any::<bool>()) {
        let kind = if disease { FileKind::OccupationalDisease } else { FileKind::WorkAccident };
        let today = HURT.saturating_add(day.days());
        let seen = file(kind, &events, today);
        for step in &seen.steps {
            if step.standing == Standing::Now {
                prop_assert!(step.due.is_none_or(|due| today <= due.saturating_add(1.days())), "{step:?}");
            }
            if let Standing::Done { on: Some(on) } = step.standing {
                prop_assert!(on <= today && events.iter().any(|(_, day)| *day == on), "{step:?}");
            }
        }
        if !matches!(seen.outcome, Outcome::Open { .. }) {
            let left = seen.steps.iter().filter(|step| matches!(step.standing, Standing::Now | Standing::Ahead));
            prop_assert!(left.into_iter().all(|step| step.what == StepKind::Contest));
        }
    }

    #[test]
    fn once_recognised_by_silence_always_recognised_until_a_decision(complete in 0_i64..100, day in 0_i64..400) {
        let complete = HURT.saturating_add(complete.days());
        let seen = accident(&[(Event::Complete, complete)], complete.saturating_add(day.days()));
        let silent = matches!(seen.outcome, Outcome::RecognisedBySilence { .. });
        prop_assert_eq!(silent, day > 31);
    }
}
