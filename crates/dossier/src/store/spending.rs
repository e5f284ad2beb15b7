//! Sums by month, person and kind of care, kept by the change that writes the payment.

use insurance::{ActKind, Cents};
use protocol::BeneficiaryId;
use protocol::charts::Sums;
use protocol::payments::Payment;
use rusqlite::params;

use super::{Reader, StoreError, Writer, from_word, word};
use crate::payments::{YearMonth, shares};

/// A person's part of a month and kind of care.
pub(crate) struct SpendingRow {
    pub(crate) month: YearMonth,
    pub(crate) person: Option<BeneficiaryId>,
    pub(crate) act: Option<ActKind>,
    pub(crate) sums: Sums,
}

impl Reader<'_> {
    /// The rows of these months, both included.
    pub(crate) fn spending(&self, from: YearMonth, to: YearMonth) -> Result<Vec<SpendingRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT month, beneficiary, act, spent, received, to_others FROM spending WHERE month BETWEEN ?1 AND ?2",
        )?;
        let mut rows = statement.query([number(from), number(to)])?;
        let mut spending = Vec::new();
        while let Some(row) = rows.next()? {
            let person = row.get_ref(1)?.as_str().map_err(|_| StoreError::Form("person"))?;
            let act = row.get_ref(2)?.as_str().map_err(|_| StoreError::Form("act"))?;
            spending.push(SpendingRow {
                month: month(row.get(0)?)?,
                person: (!person.is_empty()).then(|| BeneficiaryId::new(person)),
                act: if act.is_empty() { None } else { Some(from_word(act)?) },
                sums: Sums {
                    spent: Cents::new(row.get(3)?),
                    received: Cents::new(row.get(4)?),
                    to_others: Cents::new(row.get(5)?),
                },
            });
        }
        Ok(spending)
    }

    /// The first and the last month with a payment: two steps into an index.
    pub(crate) fn months_of_spending(&self) -> Result<Option<(YearMonth, YearMonth)>, StoreError> {
        let end = |sql| -> Result<Option<i32>, StoreError> {
            Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
        };
        match (end("SELECT min(month) FROM spending")?, end("SELECT max(month) FROM spending")?) {
            (Some(first), Some(last)) => Ok(Some((month(first)?, month(last)?))),
            _ => Ok(None),
        }
    }
}

impl Writer<'_> {
    /// Counts a payment.
    pub(super) fn count_spending(&self, payment: &Payment) -> Result<(), StoreError> {
        self.add_spending(payment, |amount| amount)
    }

    /// Counts a payment no longer.
    pub(super) fn uncount_spending(&self, payment: &Payment) -> Result<(), StoreError> {
        self.add_spending(payment, |amount| -amount)?;
        let month = number(YearMonth::of(payment.paid_on));
        self.transaction
            .prepare_cached("DELETE FROM spending WHERE month = ?1 AND spent = 0 AND received = 0 AND to_others = 0")?
            .execute([month])?;
        Ok(())
    }

    fn add_spending(&self, payment: &Payment, signed: impl Fn(Cents) -> Cents) -> Result<(), StoreError> {
        let month = number(YearMonth::of(payment.paid_on));
        for ((person, act), sums) in shares(payment) {
            let act = act.as_ref().map(word).transpose()?.unwrap_or_default();
            self.transaction
                .prepare_cached(
                    "INSERT INTO spending (month, beneficiary, act, spent, received, to_others)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                     ON CONFLICT DO UPDATE SET spent = spent + excluded.spent,
                        received = received + excluded.received, to_others = to_others + excluded.to_others",
                )?
                .execute(params![
                    month,
                    person.as_ref().map(BeneficiaryId::as_str).unwrap_or_default(),
                    act,
                    signed(sums.spent).get(),
                    signed(sums.received).get(),
                    signed(sums.to_others).get(),
                ])?;
        }
        Ok(())
    }
}

/// 202611.
fn number(month: YearMonth) -> i32 {
    i32::from(month.year) * 100 + i32::from(month.month)
}

fn month(number: i32) -> Result<YearMonth, StoreError> {
    let wrong = |_| StoreError::Form("month");
    Ok(YearMonth {
        year: i16::try_from(number / 100).map_err(wrong)?,
        month: i8::try_from(number % 100).map_err(wrong)?,
    })
}
