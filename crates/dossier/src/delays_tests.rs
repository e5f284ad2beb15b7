use insurance::delays::Span;
use insurance::files::{Dated, FileKind};
use jiff::civil::date;
use protocol::delays::ProcessingTime;
use protocol::{BeneficiaryId, FileId};

use super::*;
use crate::store::{Store, take_thing};
use crate::testing::leave;

const TODAY: Date = date(2026, 11, 20);

fn times() -> ProcessingTimes {
    let time = |procedure, usual: u16| {
        let span = Span { low: usual - 5, usual, high: usual + 40 };
        ProcessingTime { procedure, span }
    };
    let times = vec![time(Procedure::Leave, 18), time(Procedure::WorkFile, 26)];
    ProcessingTimes { caisse: "CPAM".to_owned(), as_of: TODAY, times }
}

fn json(body: &impl serde::Serialize) -> String {
    serde_json::to_string(body).unwrap()
}

fn file(id: &str, events: &[(Event, Date)]) -> WorkFile {
    WorkFile {
        id: FileId::new(id),
        beneficiary: BeneficiaryId::new("member"),
        kind: FileKind::WorkAccident,
        happened_on: date(2026, 11, 2),
        events: events.iter().map(|(what, on)| Dated { on: *on, what: *what }).collect(),
    }
}

/// What is open, with its expected and its latest day.
fn open(leaves: &[protocol::allowances::Leave], files: &[WorkFile], known: bool) -> Vec<(Basis, Option<(Date, Date)>)> {
    let store = Store::in_memory().unwrap();
    store
        .write_now(|writer| {
            for leave in leaves {
                take_thing::<protocol::allowances::Leave>(writer, leave.id.as_str(), Some(&json(leave)))?;
            }
            for file in files {
                take_thing::<WorkFile>(writer, file.id.as_str(), Some(&json(file)))?;
            }
            let body = json(&times());
            take_thing::<ProcessingTimes>(writer, "caisse", known.then_some(body.as_str()))
        })
        .unwrap();
    let page = store.read_now(|reader| page(reader, TODAY)).unwrap();
    let seen = page
        .mine
        .into_iter()
        .map(|open| (open.basis, open.estimate.map(|estimate| (estimate.expected, estimate.until))));
    seen.collect()
}

#[test]
fn estimates_every_open_leave_and_file_and_nothing_else() {
    let (from, until) = (date(2026, 11, 10), date(2026, 11, 30));
    let waits = leave("waits", from, until, &[LeaveState::CertificateAwaited]);
    let computed = leave("computed", from, until, &[LeaveState::Computed]);
    let mut announced = leave("announced", from, until, &[LeaveState::Computed]);
    announced.next_payment = Some(date(2026, 11, 24));
    let paid = leave("paid", from, until, &[LeaveState::Paid]);
    let complete = (Event::Complete, date(2026, 11, 5));
    let decided = file("decided", &[complete, (Event::Recognised, date(2026, 11, 18))]);
    let seen = open(&[waits, computed, announced, paid], &[file("open", &[complete]), decided], true);
    assert_eq!(
        seen,
        [
            (Basis::Announced, Some((date(2026, 11, 24), date(2026, 11, 24)))),
            (Basis::Since { on: from }, Some((date(2026, 11, 28), date(2027, 1, 7)))),
            // The law has it decided before the caisse's slowest time.
            (Basis::Since { on: complete.1 }, Some((date(2026, 12, 1), date(2026, 12, 6)))),
            (Basis::IfItCameToday, Some((date(2026, 12, 8), date(2027, 1, 17)))),
        ]
    );
}

#[test]
fn without_times_of_the_caisse_nothing_is_made_up() {
    let seen = open(&[leave("waits", TODAY, TODAY, &[])], &[file("new", &[])], false);
    assert_eq!(seen, [(Basis::IfItCameToday, None), (Basis::IfItCameToday, None)]);
}
