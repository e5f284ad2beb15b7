//! Payments: a narrow row for lists, the body apart, and who is concerned.

use insurance::{ActKind, Cents};
use jiff::civil::Date;
use protocol::payments::{Nature, Payment};
use protocol::{BeneficiaryId, PaymentId};
use rusqlite::{OptionalExtension, Row, ToSql, params};

use super::{Reader, StoreError, Writer, from_word, word};

/// What a list shows of a payment, as stored.
pub(crate) struct PaymentRecord {
    pub(crate) id: PaymentId,
    pub(crate) paid_on: Date,
    pub(crate) nature: Nature,
    pub(crate) amount: Cents,
    pub(crate) to_member: bool,
    pub(crate) act: Option<ActKind>,
    pub(crate) provider: Option<String>,
    pub(crate) lines: u32,
    pub(crate) days: Option<u32>,
    pub(crate) people: Vec<BeneficiaryId>,
    pub(crate) to_forward: bool,
}

/// Which payments.
#[derive(Clone)]
pub(crate) struct PaymentQuery {
    pub(crate) person: Option<BeneficiaryId>,
    pub(crate) nature: Option<Nature>,
}

/// Days, both ends included.
#[derive(Clone, Copy)]
pub(crate) struct Days {
    pub(crate) from: Date,
    pub(crate) to: Date,
}

pub(super) const COLUMNS: &str =
    "p.id, p.paid_on, p.nature, p.amount, p.to_member, p.act, p.provider, p.lines, p.days, p.people, p.to_forward";

impl PaymentQuery {
    /// The table to walk through, and what holds for each row, with `?1` for the nature and `?2` for the person.
    fn parts(&self) -> (&'static str, &'static str, &'static str) {
        match (&self.person, self.nature) {
            (None, None) => ("payment p", "p.withdrawn = 0", "p.paid_on"),
            (None, Some(_)) => ("payment p", "p.withdrawn = 0 AND p.nature = ?1", "p.paid_on"),
            (Some(_), None) => ("payment_person c", "c.beneficiary = ?2", "c.paid_on"),
            (Some(_), Some(_)) => ("payment_person c", "c.beneficiary = ?2 AND c.nature = ?1", "c.paid_on"),
        }
    }

    fn binds(&self) -> Result<(Option<String>, Option<&str>), StoreError> {
        Ok((self.nature.as_ref().map(word).transpose()?, self.person.as_ref().map(BeneficiaryId::as_str)))
    }
}

impl Reader<'_> {
    /// Matching payments of these days, newest first.
    pub(crate) fn payments(&self, query: &PaymentQuery, days: Days) -> Result<Vec<PaymentRecord>, StoreError> {
        let (table, holds, day) = query.parts();
        let join = if query.person.is_some() { "JOIN payment p ON p.key = c.payment" } else { "" };
        let sql = format!(
            "SELECT {COLUMNS} FROM {table} {join} WHERE {holds} AND {day} BETWEEN ?3 AND ?4 ORDER BY {day} DESC, p.id"
        );
        let (nature, person) = query.binds()?;
        self.records(&sql, &[&nature, &person, &days.from.to_string(), &days.to.to_string()])
    }

    /// The day of the oldest matching payment before a day: one step into an index, however many there are.
    pub(crate) fn oldest_before(&self, query: &PaymentQuery, day: Date) -> Result<Option<Date>, StoreError> {
        let (table, holds, column) = query.parts();
        let sql = format!("SELECT min({column}) FROM {table} WHERE {holds} AND {column} < ?3");
        let (nature, person) = query.binds()?;
        self.day(&sql, &[&nature, &person, &day.to_string()])
    }

    /// The newest payments.
    pub(crate) fn last_payments(&self, count: u32) -> Result<Vec<PaymentRecord>, StoreError> {
        let sql =
            format!("SELECT {COLUMNS} FROM payment p WHERE p.withdrawn = 0 ORDER BY p.paid_on DESC, p.id LIMIT ?1");
        self.records(&sql, &[&count])
    }

    /// The day of the newest payment.
    pub(crate) fn newest_payment_day(&self) -> Result<Option<Date>, StoreError> {
        self.day("SELECT max(paid_on) FROM payment WHERE withdrawn = 0", &[])
    }

    pub(super) fn day(&self, sql: &str, values: &[&dyn ToSql]) -> Result<Option<Date>, StoreError> {
        let day: Option<String> = self.connection.prepare_cached(sql)?.query_row(values, |row| row.get(0))?;
        day.map(|day| day.parse().map_err(|_| StoreError::Form("day"))).transpose()
    }

    /// A payment as it was received.
    pub(crate) fn payment(&self, id: &PaymentId) -> Result<Option<Payment>, StoreError> {
        let body: Option<String> = self
            .connection
            .prepare_cached(
                "SELECT b.body FROM payment p JOIN payment_body b ON b.payment = p.key
                 WHERE p.id = ?1 AND p.withdrawn = 0",
            )?
            .query_row([id.as_str()], |row| row.get(0))
            .optional()?;
        body.map(|body| serde_json::from_str(&body).map_err(|_| StoreError::Form("payment"))).transpose()
    }

    /// Payments of these days as they were received, in the order in which they were made: oldest first, of one day those
    /// to the member first. Of a first synchronisation the newest came first.
    pub(crate) fn settled_payments(&self, days: Days) -> Result<Vec<Payment>, StoreError> {
        let sql = "SELECT b.body FROM payment p JOIN payment_body b ON b.payment = p.key
             WHERE p.withdrawn = 0 AND p.paid_on BETWEEN ?1 AND ?2
             ORDER BY p.paid_on, p.to_member DESC, p.key DESC";
        self.payment_bodies(sql, &[&days.from.to_string(), &days.to.to_string()])
    }

    /// Payments with daily allowances in them, as they were received, oldest first.
    pub(crate) fn allowance_payments(&self) -> Result<Vec<Payment>, StoreError> {
        let sql = "SELECT b.body FROM payment p JOIN payment_body b ON b.payment = p.key
             WHERE p.withdrawn = 0 AND p.days IS NOT NULL ORDER BY p.paid_on, p.key DESC";
        self.payment_bodies(sql, &[])
    }

    fn payment_bodies(&self, sql: &str, values: &[&dyn ToSql]) -> Result<Vec<Payment>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(values)?;
        let mut payments = Vec::new();
        while let Some(row) = rows.next()? {
            let body = row.get_ref(0)?.as_str().map_err(|_| StoreError::Form("payment"))?;
            payments.push(serde_json::from_str(body).map_err(|_| StoreError::Form("payment"))?);
        }
        Ok(payments)
    }

    /// Each payment that was not withdrawn, with its key.
    pub(super) fn each_payment(
        &self,
        mut look: impl FnMut(i64, &Payment) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(
            "SELECT p.key, b.body FROM payment p JOIN payment_body b ON b.payment = p.key WHERE p.withdrawn = 0",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let body = row.get_ref(1)?.as_str().map_err(|_| StoreError::Form("payment"))?;
            // One that cannot be read any more keeps nobody from the others.
            if let Ok(payment) = serde_json::from_str(body) {
                look(row.get(0)?, &payment)?;
            }
        }
        Ok(())
    }

    pub(super) fn records(&self, sql: &str, values: &[&dyn ToSql]) -> Result<Vec<PaymentRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(values)?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(record(row)?);
        }
        Ok(records)
    }
}

pub(super) fn record(row: &Row<'_>) -> Result<PaymentRecord, StoreError> {
    let day = row.get_ref(1)?.as_str().map_err(|_| StoreError::Form("day"))?;
    Ok(PaymentRecord {
        id: PaymentId::new(row.get::<_, String>(0)?),
        paid_on: day.parse().map_err(|_| StoreError::Form("day"))?,
        nature: from_word(row.get_ref(2)?.as_str().map_err(|_| StoreError::Form("nature"))?)?,
        amount: Cents::new(row.get(3)?),
        to_member: row.get(4)?,
        act: row.get::<_, Option<String>>(5)?.as_deref().map(from_word).transpose()?,
        provider: row.get(6)?,
        lines: row.get(7)?,
        days: row.get(8)?,
        people: serde_json::from_str(&row.get::<_, String>(9)?).map_err(|_| StoreError::Form("people"))?,
        to_forward: row.get(10)?,
    })
}

impl Writer<'_> {
    /// Keeps a payment: its row for lists, its body, who is concerned, its deductions, and what it adds to sums and index.
    pub(crate) fn put_payment(&self, row: &PaymentRecord, payment: &Payment, body: &str) -> Result<(), StoreError> {
        let key = match self.insert_row(row)? {
            Some(key) => key,
            None => self.update_row(row)?,
        };
        self.transaction
            .prepare_cached(
                "INSERT INTO payment_body (payment, body) VALUES (?1, ?2)
                 ON CONFLICT (payment) DO UPDATE SET body = excluded.body",
            )?
            .execute(params![key, body])?;
        let (paid_on, nature) = (row.paid_on.to_string(), word(&row.nature)?);
        for person in &row.people {
            self.transaction
                .prepare_cached(
                    "INSERT INTO payment_person (beneficiary, paid_on, payment, nature) VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute(params![person.as_str(), paid_on, key, nature])?;
        }
        self.put_deductions(key, payment)?;
        self.count_spending(payment)?;
        self.index_payment(key, payment)
    }

    /// The key of a new row; none when the payment has one already.
    fn insert_row(&self, row: &PaymentRecord) -> Result<Option<i64>, StoreError> {
        self.write_row(
            "INSERT INTO payment (id, paid_on, nature, amount, to_member, act, provider, lines, days, people, to_forward)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) DO NOTHING RETURNING key",
            row,
        )
    }

    fn update_row(&self, row: &PaymentRecord) -> Result<i64, StoreError> {
        self.forget_parts(row.id.as_str())?;
        let key = self.write_row(
            "UPDATE payment SET paid_on = ?2, nature = ?3, amount = ?4, to_member = ?5, act = ?6, provider = ?7,
                lines = ?8, days = ?9, people = ?10, to_forward = ?11, withdrawn = 0 WHERE id = ?1 RETURNING key",
            row,
        )?;
        key.ok_or(StoreError::Form("payment"))
    }

    fn write_row(&self, sql: &str, row: &PaymentRecord) -> Result<Option<i64>, StoreError> {
        let values = params![
            row.id.as_str(),
            row.paid_on.to_string(),
            word(&row.nature)?,
            row.amount.get(),
            row.to_member,
            row.act.as_ref().map(word).transpose()?,
            row.provider,
            row.lines,
            row.days,
            serde_json::to_string(&row.people).map_err(|_| StoreError::Form("people"))?,
            row.to_forward,
        ];
        Ok(self.transaction.prepare_cached(sql)?.query_row(values, |row| row.get(0)).optional()?)
    }

    /// The service took the payment back: it leaves every list and sum, and its body stays in the file.
    pub(crate) fn payment_withdrawn(&self, id: &str) -> Result<(), StoreError> {
        self.forget_parts(id)?;
        self.transaction.prepare_cached("UPDATE payment SET withdrawn = 1 WHERE id = ?1")?.execute([id])?;
        Ok(())
    }

    /// What hangs on the row as it is now: found by what the row says, without an index of its own.
    fn forget_parts(&self, id: &str) -> Result<(), StoreError> {
        if let Some(known) = self.reader().payment(&PaymentId::new(id))? {
            self.uncount_spending(&known)?;
        }
        self.forget_terms(id)?;
        self.transaction
            .prepare_cached(
                "DELETE FROM payment_person WHERE (beneficiary, paid_on, payment) IN (
                    SELECT person.value, p.paid_on, p.key FROM payment p, json_each(p.people) person WHERE p.id = ?1)",
            )?
            .execute([id])?;
        self.transaction
            .prepare_cached("DELETE FROM deduction WHERE payment = (SELECT key FROM payment WHERE id = ?1)")?
            .execute([id])?;
        Ok(())
    }

    fn put_deductions(&self, key: i64, payment: &Payment) -> Result<(), StoreError> {
        for (position, deduction) in (0_i64..).zip(&payment.deductions) {
            self.transaction
                .prepare_cached(
                    "INSERT INTO deduction (payment, position, beneficiary, kind, care_year, amount)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![
                    key,
                    position,
                    deduction.beneficiary.as_str(),
                    word(&deduction.kind)?,
                    deduction.care.date.year(),
                    deduction.amount.get()
                ])?;
        }
        Ok(())
    }
}
