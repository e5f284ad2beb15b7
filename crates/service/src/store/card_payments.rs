//! Payments of debts by card: what was begun, and how each ended.

use insurance::Cents;
use protocol::debts::{CardPayment, CardPaymentState};
use protocol::{CardPaymentId, DebtId};
use rusqlite::{OptionalExtension, Row, Transaction};

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS card_payment (
        id TEXT PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id),
        key BLOB NOT NULL,
        debts TEXT NOT NULL,
        amount INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'abandoned')),
        began INTEGER NOT NULL,
        UNIQUE (member, key)
    ) STRICT;";

/// Seconds that a page waits for the card.
pub(crate) const LIFE: i64 = 15 * 60;

/// A payment, and whose.
pub(crate) struct Kept {
    pub(crate) member: i64,
    pub(crate) payment: CardPayment,
}

const COLUMNS: &str = "id, member, debts, amount, state, began";

pub(crate) fn begin(
    tx: &Transaction<'_>,
    member: i64,
    key: &[u8; 32],
    payment: &CardPayment,
    now: i64,
) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO card_payment (id, member, key, debts, amount, state, began) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        payment.id.as_str(),
        member,
        key,
        serde_json::to_string(&payment.debts)?,
        payment.amount.get(),
        name(payment.state),
        now,
    ))?;
    Ok(())
}

/// The payment that was begun under a key.
pub(crate) fn under(tx: &Transaction<'_>, member: i64, key: &[u8; 32], now: i64) -> Result<Option<CardPayment>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM card_payment WHERE member = ?1 AND key = ?2");
    let found = tx.prepare_cached(&sql)?.query_row((member, key), |row| kept(row, now)).optional()?;
    Ok(found.map(|kept| kept.payment))
}

/// Any payment of the member that still waits for its card.
pub(crate) fn waiting(tx: &Transaction<'_>, member: i64, now: i64) -> Result<Vec<CardPayment>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM card_payment WHERE member = ?1 AND state = 'waiting'");
    let mut statement = tx.prepare_cached(&sql)?;
    let found = statement.query_map([member], |row| kept(row, now))?.collect::<Result<Vec<_>, _>>()?;
    let waiting = found.into_iter().map(|kept| kept.payment);
    Ok(waiting.filter(|payment| payment.state == CardPaymentState::Waiting).collect())
}

pub(crate) fn find(tx: &Transaction<'_>, id: &str, now: i64) -> Result<Option<Kept>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM card_payment WHERE id = ?1");
    Ok(tx.prepare_cached(&sql)?.query_row([id], |row| kept(row, now)).optional()?)
}

pub(crate) fn end(tx: &Transaction<'_>, id: &CardPaymentId, state: CardPaymentState) -> Result<(), Error> {
    tx.prepare_cached("UPDATE card_payment SET state = ?2 WHERE id = ?1")?.execute((id.as_str(), name(state)))?;
    Ok(())
}

/// Where the card is asked for.
pub(crate) fn page(id: &CardPaymentId) -> String {
    format!("/card/{id}")
}

fn kept(row: &Row<'_>, now: i64) -> rusqlite::Result<Kept> {
    let id = CardPaymentId::new(row.get::<_, String>(0)?);
    let debts: Vec<DebtId> = serde_json::from_str(&row.get::<_, String>(2)?).unwrap_or_default();
    let state = match row.get::<_, String>(4)?.as_str() {
        "accepted" => CardPaymentState::Accepted,
        "refused" => CardPaymentState::Refused,
        "waiting" if now < row.get::<_, i64>(5)? + LIFE => CardPaymentState::Waiting,
        _ => CardPaymentState::Abandoned,
    };
    let page = page(&id);
    let payment = CardPayment { id, debts, amount: Cents::new(row.get(3)?), page, state };
    Ok(Kept { member: row.get(1)?, payment })
}

fn name(state: CardPaymentState) -> &'static str {
    match state {
        CardPaymentState::Waiting => "waiting",
        CardPaymentState::Accepted => "accepted",
        CardPaymentState::Refused => "refused",
        CardPaymentState::Abandoned => "abandoned",
    }
}
