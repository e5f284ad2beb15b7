//! The bytes of documents, by their hash, and whose they are.

use rusqlite::{OptionalExtension, Transaction};

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS content (
        member INTEGER NOT NULL REFERENCES member (id),
        sha256 TEXT NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (member, sha256)
    ) STRICT;";

pub(crate) fn insert(tx: &Transaction<'_>, member: i64, sha256: &str, bytes: &[u8]) -> Result<(), Error> {
    tx.prepare_cached("INSERT OR IGNORE INTO content (member, sha256, bytes) VALUES (?1, ?2, ?3)")?
        .execute((member, sha256, bytes))?;
    Ok(())
}

/// The bytes with this hash, if they are this member's.
pub(crate) fn bytes(tx: &Transaction<'_>, member: i64, sha256: &str) -> Result<Option<Vec<u8>>, Error> {
    let mut row = tx.prepare_cached("SELECT bytes FROM content WHERE member = ?1 AND sha256 = ?2")?;
    Ok(row.query_row((member, sha256), |row| row.get(0)).optional()?)
}
