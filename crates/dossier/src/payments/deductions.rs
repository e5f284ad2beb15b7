//! « Participations forfaitaires et franchises » of a calendar year: counters, each deduction and the care that it repays,
//! what waits.

use insurance::deductions::ExemptReason;
use insurance::ledger::Ledger;
use jiff::civil::{Date, date};
use protocol::ApiError;
use protocol::deductions::{DeductionsPage, Entry, PersonYear, person_of};
use protocol::profile::Beneficiary;

use super::ledger::{Household, counters};
use crate::dossier::Dossier;
use crate::store::{Reader, StoreError};

impl Dossier {
    /// The deductions for care of a year; of this year when none is named.
    ///
    /// # Errors
    /// Those of every question to the store.
    pub async fn deductions(&self, year: Option<i16>) -> Result<DeductionsPage, ApiError> {
        let today = self.inner.around.clock.today();
        self.read(move |reader| page(reader, year.filter(is_a_year), today)).await
    }
}

/// As far as deductions go back, and a century on.
fn is_a_year(year: &i16) -> bool {
    (1900..2200).contains(year)
}

fn page(reader: &Reader<'_>, year: Option<i16>, today: Date) -> Result<DeductionsPage, StoreError> {
    let year = year.unwrap_or(today.year());
    let known = reader.people_of_payments()?;
    let of_year = Household::of_years(reader, year, year)?;
    let people = of_year.ledger(|ledger| {
        let years = known.iter().map(|person| person_year(reader, &of_year, ledger, person, (year, today)));
        years.collect::<Result<Vec<_>, _>>()
    })?;
    let recent = Household::recent(reader, today)?;
    let waiting = recent.ledger(|ledger| ledger.waiting().map(|entry| recent.entry(entry)).collect());
    let mut years = reader.deduction_years()?;
    years.push(today.year());
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    Ok(DeductionsPage { year, years, people, waiting, fetched: reader.complete_at()?.is_some() })
}

fn person_year(
    reader: &Reader<'_>,
    household: &Household,
    ledger: &Ledger<'_>,
    person: &Beneficiary,
    (year, today): (i16, Date),
) -> Result<PersonYear, StoreError> {
    let is_theirs =
        |entry: &&insurance::ledger::Entry<'_>| entry.person == person.id.as_str() && entry.care.date.year() == year;
    let mut entries: Vec<Entry> =
        ledger.entries().iter().filter(is_theirs).map(|entry| household.entry(entry)).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.care.date));
    let exempt = exempt(person, year, today);
    let counters = match exempt {
        Some(_) if entries.is_empty() => Vec::new(),
        _ => counters(reader, ledger, &person.id, year)?,
    };
    Ok(PersonYear { person: household.names().person(person), exempt, counters, entries })
}

fn exempt(person: &Beneficiary, year: i16, today: Date) -> Option<ExemptReason> {
    person_of(person).insured.exempt_reason(today.min(date(year, 12, 31)).max(date(year, 1, 1)))
}

#[cfg(test)]
#[path = "deductions_tests.rs"]
mod tests;
