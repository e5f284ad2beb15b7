//! Monthly and annual statements, made here from the payments on the device, without the network (P4, P5).

mod annual;
mod list;
mod monthly;

use jiff::civil::{Date, date};
use protocol::documents::{DocumentKind, DocumentView};
use protocol::payments::Payment;
use protocol::profile::{Beneficiary, Profile};
use protocol::statements::StatementPeriod;
use protocol::{ApiError, BeneficiaryId, DocumentId};

use crate::documents::{Making, Paper};
use crate::dossier::Dossier;
use crate::profile::full_name;
use crate::store::{Days, Reader, StoreError};

impl Dossier {
    /// A statement as pages to look at. Nothing is kept.
    ///
    /// # Errors
    /// `NotFound` for a time without a payment, and until the member's information was fetched.
    pub async fn preview_statement(&self, period: StatementPeriod) -> Result<DocumentView, ApiError> {
        self.preview(self.statement(period).await?).await
    }

    /// Makes a statement and keeps it, encrypted, among the documents. Made again of the same payments it is the same one.
    ///
    /// # Errors
    /// As [`Dossier::preview_statement`]; `NoSpace`.
    pub async fn make_statement(&self, period: StatementPeriod) -> Result<DocumentId, ApiError> {
        let paper = self.statement(period).await?;
        let (kind, title) = match period {
            StatementPeriod::Month { year, month } => (DocumentKind::MonthlyStatement, monthly::title(year, month)),
            StatementPeriod::Year { year } => (DocumentKind::AnnualStatement, format!("Relevé annuel {year}")),
        };
        let made_at = self.inner.around.clock.local();
        self.make(paper, Making { kind, title: Some(title), people: Vec::new(), made_at }).await
    }

    async fn statement(&self, period: StatementPeriod) -> Result<Paper, ApiError> {
        let today = self.inner.around.clock.today();
        let days = days(period).ok_or(ApiError::NotFound)?;
        let known = self.read(move |reader| Known::read(reader, days)).await?.ok_or(ApiError::NotFound)?;
        Ok(match period {
            StatementPeriod::Month { .. } => Paper::Month(monthly::content(&known, today)),
            StatementPeriod::Year { year } => Paper::Year(annual::content(&known, year, today)),
        })
    }
}

/// The days of a time that can be.
fn days(period: StatementPeriod) -> Option<Days> {
    let (first, last) = match period {
        StatementPeriod::Month { year, month } => (Date::new(year, month, 1).ok()?, month),
        StatementPeriod::Year { year } => (Date::new(year, 1, 1).ok()?, 12),
    };
    Some(Days { from: first, to: date(first.year(), last, 1).last_of_month() })
}

/// What a statement is made from.
struct Known {
    profile: Profile,
    member: Beneficiary,
    people: Vec<Beneficiary>,
    days: Days,
    /// In the order in which they were made; one at least.
    payments: Vec<Payment>,
}

impl Known {
    fn read(reader: &Reader<'_>, days: Days) -> Result<Option<Self>, StoreError> {
        let Some(profile) = reader.profile()? else { return Ok(None) };
        let Some(member) = reader.person(&profile.beneficiary)? else { return Ok(None) };
        let payments = reader.settled_payments(days)?;
        if payments.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self { profile, member, people: reader.all_people()?, days, payments }))
    }

    fn name(&self, id: &BeneficiaryId) -> String {
        self.people.iter().find(|person| person.id == *id).map(full_name).unwrap_or_default()
    }

    /// The last day that there is something to say of: that of the newest payment, as long as the time is not over. No day
    /// of making: the same payments give the same document.
    fn until(&self, today: Date) -> Date {
        let newest = self.payments.iter().map(|payment| payment.paid_on).max().unwrap_or(self.days.to);
        if today > self.days.to { self.days.to } else { newest }
    }
}

#[cfg(test)]
mod tests;
