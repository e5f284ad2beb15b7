//! « Délais de traitement » of the caisse, and for each open leave and file an estimate.

use insurance::delays::{Estimate, Procedure, estimate};
use insurance::files::{Event, Outcome};
use jiff::civil::Date;
use protocol::ApiError;
use protocol::allowances::{LeaveState, LeaveView};
use protocol::delays::{Basis, DelaysPage, Open, OpenThing, ProcessingTimes};
use protocol::files::WorkFile;

use crate::dossier::Dossier;
use crate::payments::Names;
use crate::store::{Reader, StoreError};
use crate::{allowances, files};

impl Dossier {
    /// The caisse's times, and what is open of the member's.
    ///
    /// # Errors
    /// Those of every question to the store.
    pub async fn delays(&self) -> Result<DelaysPage, ApiError> {
        let today = self.inner.around.clock.today();
        self.read(move |reader| page(reader, today)).await
    }
}

fn page(reader: &Reader<'_>, today: Date) -> Result<DelaysPage, StoreError> {
    let times: Option<ProcessingTimes> = reader.things()?.pop();
    let names = Names::of(&reader.all_people()?);
    let leaves = allowances::views(reader, today)?;
    let mut mine: Vec<Open> = leaves.iter().filter_map(|leave| open_leave(leave, times.as_ref(), today)).collect();
    let files = files::files(reader)?;
    mine.extend(files.iter().filter_map(|file| open_file(file, times.as_ref(), &names, today)));
    mine.sort_by_key(|open| open.estimate.map_or(Date::MAX, |estimate| estimate.expected));
    Ok(DelaysPage { times, mine, fetched: reader.complete_at()?.is_some() })
}

/// A leave whose first allowance is not paid. The caisse's time counts from the salary certificate on.
fn open_leave(leave: &LeaveView, times: Option<&ProcessingTimes>, today: Date) -> Option<Open> {
    if leave.state == LeaveState::Paid {
        return None;
    }
    let announced = leave.leave.next_payment.filter(|day| *day >= today);
    let (basis, estimate) = match (announced, leave.leave.on(LeaveState::Computed)) {
        (Some(day), _) => (Basis::Announced, Some(Estimate { from: day, expected: day, until: day, is_late: false })),
        (None, since) => reckoned(times, Procedure::Leave, since, today),
    };
    let what = OpenThing::Leave { id: leave.leave.id.clone(), from: leave.leave.from };
    Some(Open { what, name: leave.name.clone(), basis, estimate })
}

/// A file that nobody decided yet. The law has it done by a day.
fn open_file(file: &WorkFile, times: Option<&ProcessingTimes>, names: &Names, today: Date) -> Option<Open> {
    let view = files::view(file, names, today);
    let Outcome::Open { decision_by } = view.timeline.outcome else { return None };
    let complete = file.events.iter().find(|event| event.what == Event::Complete && event.on <= today);
    let (basis, estimate) = reckoned(times, Procedure::WorkFile, complete.map(|event| event.on), today);
    let estimate = estimate.map(|estimate| decision_by.map_or(estimate, |day| estimate.at_the_latest(day)));
    Some(Open { what: OpenThing::File { id: view.id, kind: view.kind }, name: view.name, basis, estimate })
}

/// From the day since which the caisse has all that it needs; as if that were today where something is missing.
fn reckoned(
    times: Option<&ProcessingTimes>,
    procedure: Procedure,
    since: Option<Date>,
    today: Date,
) -> (Basis, Option<Estimate>) {
    let basis = since.map_or(Basis::IfItCameToday, |on| Basis::Since { on });
    let time = times.and_then(|times| times.times.iter().find(|time| time.procedure == procedure));
    (basis, time.map(|time| estimate(since.unwrap_or(today), time.span, today)))
}

#[cfg(test)]
#[path = "delays_tests.rs"]
mod tests;
