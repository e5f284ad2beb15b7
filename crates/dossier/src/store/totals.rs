//! Sums over payments and deductions, by walking through an index.

use insurance::{Cents, DeductionKind};
use jiff::civil::Date;
use protocol::BeneficiaryId;
use rusqlite::params;

use super::{Days, Reader, StoreError, from_word};

impl Reader<'_> {
    /// What came to the member from a day on, by month: « 2026-11 » and the sum, oldest first.
    pub(crate) fn received_by_month(&self, from: Date) -> Result<Vec<(String, Cents)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT substr(paid_on, 1, 7) AS month, sum(amount) FROM payment
             WHERE withdrawn = 0 AND to_member = 1 AND paid_on >= ?1 GROUP BY month ORDER BY month",
        )?;
        let rows = statement.query_map([from.to_string()], |row| Ok((row.get(0)?, Cents::new(row.get(1)?))))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// Payments of these days by month, newest first: year and month as « 2026-11 », how many, what came to the member.
    pub(crate) fn months_of_payments(&self, days: Days) -> Result<Vec<(String, u32, Cents)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT substr(paid_on, 1, 7) AS month, count(*), sum(iif(to_member, amount, 0)) FROM payment
             WHERE withdrawn = 0 AND paid_on BETWEEN ?1 AND ?2 GROUP BY month ORDER BY month DESC",
        )?;
        let days = params![days.from.to_string(), days.to.to_string()];
        let rows = statement.query_map(days, |row| Ok((row.get(0)?, row.get(1)?, Cents::new(row.get(2)?))))?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// Every year with a payment, newest first.
    pub(crate) fn years_of_payments(&self) -> Result<Vec<i16>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT CAST(substr(paid_on, 1, 4) AS INTEGER) FROM payment WHERE withdrawn = 0 ORDER BY 1 DESC",
        )?;
        let years = statement.query_map([], |row| row.get(0))?;
        years.map(|year| Ok(year?)).collect()
    }

    /// What was deducted for a person's care of a year, by kind, from every payment on the device.
    pub(crate) fn deducted(
        &self,
        person: &BeneficiaryId,
        year: i16,
    ) -> Result<Vec<(DeductionKind, Cents)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, sum(amount) FROM deduction WHERE beneficiary = ?1 AND care_year = ?2
             GROUP BY kind ORDER BY kind",
        )?;
        let rows = statement
            .query_map(params![person.as_str(), year], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
        rows.map(|row| {
            let (kind, amount) = row?;
            Ok((from_word(&kind)?, Cents::new(amount)))
        })
        .collect()
    }

    /// Every year for whose care something was deducted.
    pub(crate) fn deduction_years(&self) -> Result<Vec<i16>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT DISTINCT care_year FROM deduction")?;
        let years = statement.query_map([], |row| row.get(0))?;
        years.map(|year| Ok(year?)).collect()
    }
}
