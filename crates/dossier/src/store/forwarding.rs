//! Payments that the complementary insurer did not get, and what the member sent themselves.

use jiff::civil::Date;
use protocol::PaymentId;
use protocol::payments::Payment;
use rusqlite::params;

use super::payments::{COLUMNS, record};
use super::{PaymentRecord, Reader, StoreError, Writer};

/// A payment to send, with its body, and when the member sent it.
pub(crate) type ToForward = (PaymentRecord, Payment, Option<Date>);

impl Reader<'_> {
    /// Payments since a day that the insurer did not get, newest first.
    pub(crate) fn to_forward(&self, since: Date) -> Result<Vec<ToForward>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS}, b.body, f.day FROM payment p JOIN payment_body b ON b.payment = p.key
             LEFT JOIN forwarded f ON f.payment = p.id
             WHERE p.to_forward = 1 AND p.withdrawn = 0 AND p.paid_on >= ?1 ORDER BY p.paid_on DESC, p.id"
        ))?;
        let mut rows = statement.query([since.to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let body = row.get_ref(11)?.as_str().map_err(|_| StoreError::Form("payment"))?;
            let day: Option<String> = row.get(12)?;
            found.push((
                record(row)?,
                serde_json::from_str(body).map_err(|_| StoreError::Form("payment"))?,
                day.map(|day| day.parse().map_err(|_| StoreError::Form("day"))).transpose()?,
            ));
        }
        Ok(found)
    }

    /// When the member sent this payment to their insurer.
    pub(crate) fn forwarded_on(&self, payment: &PaymentId) -> Result<Option<Date>, StoreError> {
        self.day("SELECT max(day) FROM forwarded WHERE payment = ?1", &[&payment.as_str()])
    }
}

impl Writer<'_> {
    /// Notes that the member sent a payment to their insurer, and forgets it without a day.
    pub(crate) fn put_forwarded(&self, payment: &PaymentId, on: Option<Date>) -> Result<(), StoreError> {
        match on {
            Some(day) => self
                .transaction
                .prepare_cached("INSERT INTO forwarded (payment, day) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
                .execute(params![payment.as_str(), day.to_string()])?,
            None => self
                .transaction
                .prepare_cached("DELETE FROM forwarded WHERE payment = ?1")?
                .execute([payment.as_str()])?,
        };
        Ok(())
    }
}
