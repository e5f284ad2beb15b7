//! Who can sign in, and what the store was made from.

use jiff::civil::Date;
use rusqlite::{OptionalExtension, Transaction};

use super::Error;
use crate::households::Roster;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS origin (seed INTEGER NOT NULL, roster TEXT NOT NULL, day TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS member (
        id INTEGER PRIMARY KEY,
        nir TEXT NOT NULL UNIQUE,
        code_hash TEXT,
        last_sign_in INTEGER
    ) STRICT;";

/// From what the members were made.
pub(crate) struct Origin {
    pub(crate) seed: u64,
    pub(crate) roster: Roster,
    pub(crate) day: Date,
}

/// From what the members were made, once they were.
pub(crate) fn origin(tx: &Transaction<'_>) -> Result<Option<Origin>, Error> {
    let found = tx
        .query_row("SELECT seed, roster, day FROM origin", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        })
        .optional()?;
    let Some((seed, roster, day)) = found else { return Ok(None) };
    let roster = Roster::named(&roster).ok_or(Error::Damaged)?;
    Ok(Some(Origin { seed: seed.cast_unsigned(), roster, day: day.parse().map_err(|_| Error::Damaged)? }))
}

pub(crate) fn set_origin(tx: &Transaction<'_>, origin: &Origin) -> Result<(), Error> {
    let row = (origin.seed.cast_signed(), origin.roster.name(), origin.day.to_string());
    tx.execute("INSERT INTO origin (seed, roster, day) VALUES (?1, ?2, ?3)", row)?;
    Ok(())
}

pub(crate) fn insert(tx: &Transaction<'_>, id: i64, nir: &str, last_sign_in: Option<i64>) -> Result<(), Error> {
    tx.prepare_cached("INSERT INTO member (id, nir, last_sign_in) VALUES (?1, ?2, ?3)")?.execute((
        id,
        nir,
        last_sign_in,
    ))?;
    Ok(())
}

pub(crate) fn set_code(tx: &Transaction<'_>, id: i64, hash: &str) -> Result<(), Error> {
    tx.execute("UPDATE member SET code_hash = ?2 WHERE id = ?1", (id, hash))?;
    Ok(())
}

/// Members without any code: the service was stopped before it was hashed.
pub(crate) fn without_code(tx: &Transaction<'_>) -> Result<Vec<i64>, Error> {
    let mut rows = tx.prepare(
        "SELECT id FROM member JOIN access ON access.member = id
         WHERE code_hash IS NULL AND provisional_hash IS NULL ORDER BY id",
    )?;
    let ids = rows.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(ids)
}

/// A member's number, 13 characters.
pub(crate) fn nir(tx: &Transaction<'_>, id: i64) -> Result<String, Error> {
    Ok(tx.query_row("SELECT nir FROM member WHERE id = ?1", [id], |row| row.get(0))?)
}

/// The hash of a member's code.
pub(crate) fn code_hash(tx: &Transaction<'_>, id: i64) -> Result<Option<String>, Error> {
    Ok(tx.query_row("SELECT code_hash FROM member WHERE id = ?1", [id], |row| row.get(0))?)
}

/// Notes a connection, and answers the one before it.
pub(crate) fn connect(tx: &Transaction<'_>, id: i64, now: i64) -> Result<Option<i64>, Error> {
    let before = tx.query_row("SELECT last_sign_in FROM member WHERE id = ?1", [id], |row| row.get(0))?;
    tx.execute("UPDATE member SET last_sign_in = ?2 WHERE id = ?1", (id, now))?;
    Ok(before)
}
