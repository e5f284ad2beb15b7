//! Openings whose proof was right: only the hash of each token is kept, and it creates one account.

use rusqlite::{OptionalExtension, Transaction};

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS opening (
        hash BLOB PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
        expires INTEGER NOT NULL
    ) STRICT;";

/// Seconds between the proof and the account.
pub(crate) const LIFE: i64 = 30 * 60;

/// A new opening.
pub(crate) fn insert(tx: &Transaction<'_>, hash: &[u8; 32], member: i64, now: i64) -> Result<(), Error> {
    tx.execute("DELETE FROM opening WHERE expires <= ?1", [now])?;
    tx.execute("INSERT INTO opening (hash, member, expires) VALUES (?1, ?2, ?3)", (hash, member, now + LIFE))?;
    Ok(())
}

/// Whose opening this is, while it lives.
pub(crate) fn find(tx: &Transaction<'_>, hash: &[u8; 32], now: i64) -> Result<Option<i64>, Error> {
    let mut row = tx.prepare_cached("SELECT member FROM opening WHERE hash = ?1 AND expires > ?2")?;
    Ok(row.query_row((hash, now), |row| row.get(0)).optional()?)
}
