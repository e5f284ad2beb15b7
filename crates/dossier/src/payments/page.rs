//! « Mes paiements »: months without gaps, filtered, with sums kept apart for the member and for others.

use jiff::civil::Date;
use protocol::payments::{Filter, Month, PaymentRow, PaymentsPage, Period, Totals};
use protocol::{ApiError, Field, Problem};

use super::months::YearMonth;
use super::{Names, is_only_here};
use crate::dossier::Dossier;
use crate::store::{Days, PaymentQuery, PaymentRecord, Reader, StoreError};

/// A hundred years: more than any file holds.
const MOST_MONTHS: u16 = 1200;

impl Dossier {
    /// Payments that match, by month.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a period that ends before it begins or is longer than a hundred years.
    pub async fn payments(&self, filter: Filter) -> Result<PaymentsPage, ApiError> {
        check(&filter.period)?;
        let today = self.inner.around.clock.today();
        self.read(move |reader| page(reader, &filter, today)).await
    }
}

fn check(period: &Period) -> Result<(), ApiError> {
    let possible = match period {
        Period::LastMonths { months } => (1..=MOST_MONTHS).contains(months),
        Period::Between { from, to } => {
            from <= to && YearMonth::of(*to).earlier(MOST_MONTHS - 1) <= YearMonth::of(*from)
        }
    };
    if possible { Ok(()) } else { Err(ApiError::Invalid { field: Field::Period, problem: Problem::Impossible }) }
}

fn page(reader: &Reader<'_>, filter: &Filter, today: Date) -> Result<PaymentsPage, StoreError> {
    let query = PaymentQuery { person: filter.person.clone(), nature: filter.nature };
    let days = days(reader, &filter.period, today)?;
    let names = Names::of(&reader.all_people()?);
    let with_payments = reader.people_of_payments()?;
    let months = months(reader.payments(&query, days)?, days, &names, today);
    Ok(PaymentsPage {
        totals: months.iter().fold(Totals::default(), |sum, month| add(sum, month.totals)),
        months,
        oldest_before: reader.oldest_before(&query, days.from)?,
        people: names.people(with_payments.iter().map(|person| &person.id)),
        fetched: reader.complete_at()?.is_some(),
    })
}

/// The days of a period. A payment of a month after today's, as a device with a wrong date sees it, is shown too.
fn days(reader: &Reader<'_>, period: &Period, today: Date) -> Result<Days, StoreError> {
    Ok(match *period {
        Period::Between { from, to } => Days { from, to },
        Period::LastMonths { months } => {
            let newest = reader.newest_payment_day()?.unwrap_or(today).max(today);
            Days { from: super::first_of_month(today, months - 1), to: newest.last_of_month() }
        }
    })
}

fn months(records: Vec<PaymentRecord>, days: Days, names: &Names, today: Date) -> Vec<Month> {
    let mut records = records.into_iter().peekable();
    let months = YearMonth::of(days.to).back_to(YearMonth::of(days.from));
    let with_rows = months.map(|month| {
        let mut rows = Vec::new();
        while let Some(record) = records.next_if(|record| YearMonth::of(record.paid_on) == month) {
            rows.push(row(record, names, today));
        }
        let totals = rows.iter().fold(Totals::default(), |sum, row: &PaymentRow| add(sum, totals(row)));
        Month { year: month.year, month: month.month, totals, rows }
    });
    with_rows.collect()
}

/// A payment in a list.
pub(crate) fn row(record: PaymentRecord, names: &Names, today: Date) -> PaymentRow {
    PaymentRow {
        people: names.short(&record.people),
        only_here: is_only_here(record.paid_on, today),
        id: record.id,
        paid_on: record.paid_on,
        nature: record.nature,
        act: record.act,
        provider: record.provider,
        lines: record.lines,
        days: record.days,
        amount: record.amount,
        to_member: record.to_member,
    }
}

fn totals(row: &PaymentRow) -> Totals {
    if row.to_member {
        Totals { received: row.amount, ..Totals::default() }
    } else {
        Totals { to_others: row.amount, ..Totals::default() }
    }
}

fn add(a: Totals, b: Totals) -> Totals {
    Totals { received: a.received + b.received, to_others: a.to_others + b.to_others }
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;
