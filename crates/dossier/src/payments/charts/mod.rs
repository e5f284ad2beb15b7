//! Spending and refunds over a period: sums that are kept with the payments, so that forty years cost what four do.

mod shares;
#[cfg(test)]
mod tests;

pub(crate) use shares::shares;

use std::collections::BTreeMap;

use insurance::ActKind;
use jiff::civil::Date;
use protocol::charts::{ActSums, ChartPeriod, ChartsPage, ChartsRequest, Column, PersonSums, Sums};
use protocol::{ApiError, BeneficiaryId, Field, Problem};

use super::{Names, YearMonth};
use crate::dossier::Dossier;
use crate::store::{Reader, SpendingRow, StoreError};

/// Of everything, more months than these are drawn as years.
const MOST_MONTHS: usize = 24;

impl Dossier {
    /// Spending and refunds.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for no months, or for more than 24.
    pub async fn charts(&self, request: ChartsRequest) -> Result<ChartsPage, ApiError> {
        let possible = match request.period {
            ChartPeriod::LastMonths { months } => (1..=MOST_MONTHS).contains(&usize::from(months)),
            ChartPeriod::Year { year } => (1900..2200).contains(&year),
            ChartPeriod::Everything => true,
        };
        if !possible {
            return Err(ApiError::Invalid { field: Field::Period, problem: Problem::Impossible });
        }
        let today = self.inner.around.clock.today();
        self.read(move |reader| page(reader, &request, today)).await
    }
}

fn page(reader: &Reader<'_>, request: &ChartsRequest, today: Date) -> Result<ChartsPage, StoreError> {
    let now = YearMonth::of(today);
    let (oldest, newest) = reader.months_of_spending()?.unwrap_or((now, now));
    // A payment of a month after today's, as a device with a wrong date sees it, is shown too.
    let newest = newest.max(now);
    let (from, to) = match request.period {
        ChartPeriod::LastMonths { months } => (now.earlier(months - 1), newest),
        ChartPeriod::Year { year } => (YearMonth { year, month: 1 }, YearMonth { year, month: 12 }),
        ChartPeriod::Everything => (oldest.min(now), newest),
    };
    let everyone = reader.all_people()?;
    let names = Names::of(&everyone);
    let rows = reader.spending(from, to)?;
    let of_person = |row: &&SpendingRow| request.person.is_none() || row.person == request.person;
    let of_act = |row: &&SpendingRow| request.act.is_none() || row.act == request.act;
    let by_year = request.period == ChartPeriod::Everything && to.back_to(from).count() > MOST_MONTHS;
    let columns = columns((from, to), by_year, rows.iter().filter(of_person).filter(of_act));
    Ok(ChartsPage {
        totals: columns.iter().fold(Sums::default(), |sum, column| sum.with(column.sums)),
        columns,
        by_person: by_person(rows.iter().filter(of_act), &names),
        by_act: by_act(rows.iter().filter(of_person)),
        years: (oldest.min(now).year..=newest.year).rev().collect(),
        people: names.people(reader.people_of_payments()?.iter().map(|person| &person.id)),
        fetched: reader.complete_at()?.is_some(),
    })
}

fn columns<'a>(
    (from, to): (YearMonth, YearMonth),
    by_year: bool,
    rows: impl Iterator<Item = &'a SpendingRow>,
) -> Vec<Column> {
    let place = |month: YearMonth| (month.year, (!by_year).then_some(month.month));
    let mut columns: BTreeMap<_, Sums> = to.back_to(from).map(|month| (place(month), Sums::default())).collect();
    for row in rows {
        let sums = columns.entry(place(row.month)).or_default();
        *sums = sums.with(row.sums);
    }
    columns.into_iter().map(|((year, month), sums)| Column { year, month, sums }).collect()
}

fn by_person<'a>(rows: impl Iterator<Item = &'a SpendingRow>, names: &Names) -> Vec<PersonSums> {
    let sums = grouped(rows, |row| row.person.clone());
    let named = |person: Option<BeneficiaryId>| names.people(person.iter()).pop();
    sums.into_iter().map(|(person, sums)| PersonSums { person: named(person), sums }).collect()
}

fn by_act<'a>(rows: impl Iterator<Item = &'a SpendingRow>) -> Vec<ActSums> {
    let sums = grouped(rows, |row| row.act);
    sums.into_iter().map(|(act, sums): (Option<ActKind>, Sums)| ActSums { act, sums }).collect()
}

/// Sums by a key, the greatest refund first, without those that come to nothing.
fn grouped<'a, K: Ord>(rows: impl Iterator<Item = &'a SpendingRow>, key: impl Fn(&SpendingRow) -> K) -> Vec<(K, Sums)> {
    let mut sums: BTreeMap<K, Sums> = BTreeMap::new();
    for row in rows {
        let sum = sums.entry(key(row)).or_default();
        *sum = sum.with(row.sums);
    }
    let mut sums: Vec<_> = sums.into_iter().filter(|(_, sums)| *sums != Sums::default()).collect();
    sums.sort_by_key(|(_, sums)| std::cmp::Reverse((sums.refunded(), sums.spent)));
    sums
}
