//! The codes with which invented members begin, as hashes: whether each is still the one that signs in.

use std::collections::HashMap;

use rusqlite::Transaction;

use super::{Error, access};
use crate::people::CodeState;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS first_code (
        member INTEGER PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
        hash TEXT NOT NULL
    ) STRICT;";

/// Keeps the hash of a first code.
pub(crate) fn note(tx: &Transaction<'_>, member: i64, hash: &str) -> Result<(), Error> {
    tx.execute("INSERT OR REPLACE INTO first_code (member, hash) VALUES (?1, ?2)", (member, hash))?;
    Ok(())
}

/// What became of each, by member.
pub(crate) fn all(tx: &Transaction<'_>) -> Result<HashMap<i64, CodeState>, Error> {
    let mut rows = tx.prepare_cached(
        "SELECT member.id, code_hash = ?1,
             hash IN (COALESCE(code_hash, ''), COALESCE(provisional_hash, ''))
         FROM first_code JOIN member ON member.id = first_code.member JOIN access ON access.member = member.id",
    )?;
    let found = rows.query_map([access::OF_NO_CODE], |row| {
        let (closed, serves): (Option<bool>, bool) = (row.get(1)?, row.get(2)?);
        let state = match (serves, closed) {
            (true, _) => CodeState::Serves,
            (false, Some(true)) => CodeState::Closed,
            (false, _) => CodeState::Changed,
        };
        Ok((row.get(0)?, state))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
