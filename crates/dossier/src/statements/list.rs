//! The months and years of which there are statements.

use insurance::Cents;
use jiff::civil::Date;
use protocol::ApiError;
use protocol::statements::{OFFICIAL_STATEMENTS, StatementMonth, StatementsPage};

use crate::dossier::Dossier;
use crate::payments::{YearMonth, first_of_month};
use crate::store::{Days, PaymentQuery, Reader, StoreError};

/// A hundred years: more than any file holds.
const MOST_MONTHS: u16 = 1200;

impl Dossier {
    /// This month and the ones before, so many in all; 27 at first.
    ///
    /// # Errors
    /// Those of every question to the store.
    pub async fn statements(&self, months: u16) -> Result<StatementsPage, ApiError> {
        let today = self.inner.around.clock.today();
        self.read(move |reader| page(reader, months.clamp(1, MOST_MONTHS), today)).await
    }
}

pub(super) fn page(reader: &Reader<'_>, months: u16, today: Date) -> Result<StatementsPage, StoreError> {
    let days = Days { from: first_of_month(today, months - 1), to: today.last_of_month() };
    let known = reader.months_of_payments(days)?;
    let official = first_of_month(today, OFFICIAL_STATEMENTS - 1);
    let month = |at: YearMonth| {
        let name = format!("{:04}-{:02}", at.year, at.month);
        let found = known.iter().find(|(month, ..)| *month == name);
        let (payments, received) = found.map_or((0, Cents::ZERO), |(_, payments, received)| (*payments, *received));
        StatementMonth {
            year: at.year,
            month: at.month,
            payments,
            received,
            running: at == YearMonth::of(today),
            only_here: at.first() < official,
        }
    };
    Ok(StatementsPage {
        months: YearMonth::of(days.to).back_to(YearMonth::of(days.from)).map(month).collect(),
        oldest_before: reader.oldest_before(&PaymentQuery { person: None, nature: None }, days.from)?,
        years: reader.years_of_payments()?,
        fetched: reader.complete_at()?.is_some(),
    })
}
