//! The payment of debts that was begun here.

use protocol::debts::CardPayment;
use protocol::{CardPaymentId, DebtId};
use rusqlite::{OptionalExtension, params};

use super::{Reader, StoreError, Writer};

/// A payment that was begun here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Begun {
    /// The service does it once.
    pub(crate) key: String,
    pub(crate) debts: Vec<DebtId>,
    /// Its name and its page's path, once the service has answered.
    pub(crate) known: Option<(CardPaymentId, String)>,
}

impl Reader<'_> {
    /// The payment that was begun and of which it is not known how it ended.
    pub(crate) fn begun_payment(&self) -> Result<Option<Begun>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT key, debts, id, page FROM debt_payment")?;
        let found = statement
            .query_row([], |row| {
                let known: (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
                Ok((row.get(0)?, row.get::<_, String>(1)?, known))
            })
            .optional()?;
        let Some((key, debts, known)) = found else { return Ok(None) };
        let debts = serde_json::from_str(&debts).map_err(|_| StoreError::Form("debts"))?;
        Ok(Some(Begun { key, debts, known: known.0.map(CardPaymentId::new).zip(known.1) }))
    }
}

impl Writer<'_> {
    /// A payment is about to begin, unless one was begun already: the one that is under way now.
    pub(crate) fn begin_payment(&self, key: &str, debts: &[DebtId]) -> Result<Begun, StoreError> {
        let debts = serde_json::to_string(debts).map_err(|_| StoreError::Form("debts"))?;
        self.transaction
            .prepare_cached("INSERT INTO debt_payment (one, key, debts) VALUES (1, ?1, ?2) ON CONFLICT DO NOTHING")?
            .execute([key, &debts])?;
        self.reader().begun_payment()?.ok_or(StoreError::Form("debts"))
    }

    /// What the service answered to it.
    pub(crate) fn payment_begun(&self, payment: &CardPayment) -> Result<(), StoreError> {
        let debts = serde_json::to_string(&payment.debts).map_err(|_| StoreError::Form("debts"))?;
        self.transaction.prepare_cached("UPDATE debt_payment SET debts = ?1, id = ?2, page = ?3")?.execute(params![
            debts,
            payment.id.as_str(),
            payment.page
        ])?;
        Ok(())
    }

    /// It has ended, or never began.
    pub(crate) fn forget_payment(&self) -> Result<(), StoreError> {
        self.transaction.prepare_cached("DELETE FROM debt_payment")?.execute([])?;
        Ok(())
    }
}
