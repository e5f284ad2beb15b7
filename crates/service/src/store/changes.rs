//! The append-only sequence of changes of each member.

use protocol::sync::{Change, ChangesPage, Cursor};
use rusqlite::types::Type;
use rusqlite::{Row, Transaction};
use serde_json::value::RawValue;

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS change (
        member INTEGER NOT NULL REFERENCES member (id),
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        version INTEGER NOT NULL,
        body TEXT,
        PRIMARY KEY (member, seq)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS change_thing ON change (member, kind, id, version);";

/// Adds a change as it stands, after all others of this member.
pub(crate) fn append(tx: &Transaction<'_>, member: i64, change: &Change) -> Result<(), Error> {
    insert(tx, member, head(tx, member)? + 1, change)
}

/// The whole sequence of a member who has none yet.
pub(crate) fn begin(tx: &Transaction<'_>, member: i64, changes: Vec<Change>) -> Result<(), Error> {
    (1..).zip(changes).try_for_each(|(seq, change)| insert(tx, member, seq, &change))
}

fn insert(tx: &Transaction<'_>, member: i64, seq: u64, change: &Change) -> Result<(), Error> {
    tx.prepare_cached("INSERT INTO change (member, seq, kind, id, version, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute((member, seq, &change.kind, &change.id, change.version, change.body.as_deref().map(RawValue::get)))?;
    Ok(())
}

/// Adds the next version of a thing: its new body, or none when it is gone.
pub(crate) fn renew(
    tx: &Transaction<'_>,
    member: i64,
    kind: &str,
    id: &str,
    body: Option<Box<RawValue>>,
) -> Result<(), Error> {
    let version = tx
        .prepare_cached("SELECT COALESCE(MAX(version), 0) + 1 FROM change WHERE member = ?1 AND kind = ?2 AND id = ?3")?
        .query_row((member, kind, id), |row| row.get(0))?;
    append(tx, member, &Change { kind: kind.to_owned(), id: id.to_owned(), version, body })
}

/// Takes a thing out of the sequence: its bodies are wiped where they stand, and a tombstone comes last.
pub(crate) fn erase(tx: &Transaction<'_>, member: i64, kind: &str, id: &str) -> Result<(), Error> {
    tx.prepare_cached("UPDATE change SET body = NULL WHERE member = ?1 AND kind = ?2 AND id = ?3")?
        .execute((member, kind, id))?;
    renew(tx, member, kind, id, None)
}

/// What comes after `after`, at most `limit` changes; none when `after` is beyond the end.
pub(crate) fn page(tx: &Transaction<'_>, member: i64, after: Cursor, limit: u64) -> Result<Option<ChangesPage>, Error> {
    let head = head(tx, member)?;
    if after.0 > head {
        return Ok(None);
    }
    let mut rows = tx.prepare_cached(
        "SELECT kind, id, version, body FROM change WHERE member = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
    )?;
    let changes = rows.query_map((member, after.0, limit), change)?.collect::<Result<Vec<_>, _>>()?;
    // Places have no gaps: the cursor after this page is a matter of counting.
    let cursor = after.0 + changes.len() as u64;
    Ok(Some(ChangesPage { changes, cursor: Cursor(cursor), remaining: head - cursor }))
}

/// The present state: of each thing its highest version, without those that are gone.
pub(crate) fn truth(tx: &Transaction<'_>, member: i64) -> Result<Vec<Change>, Error> {
    let mut rows = tx.prepare(
        "SELECT kind, id, version, body FROM change AS newest
         WHERE member = ?1 AND body IS NOT NULL AND seq = (
             SELECT seq FROM change WHERE member = ?1 AND kind = newest.kind AND id = newest.id
             ORDER BY version DESC, seq LIMIT 1)
         ORDER BY kind, id",
    )?;
    let things = rows.query_map([member], change)?.collect::<Result<_, _>>()?;
    Ok(things)
}

/// The body of one thing, if it is there.
pub(crate) fn body(tx: &Transaction<'_>, member: i64, kind: &str, id: &str) -> Result<Option<String>, Error> {
    let mut row = tx.prepare_cached(
        "SELECT body FROM change WHERE member = ?1 AND kind = ?2 AND id = ?3 ORDER BY version DESC, seq LIMIT 1",
    )?;
    let found = rusqlite::OptionalExtension::optional(row.query_row((member, kind, id), |row| row.get(0)))?;
    Ok(found.flatten())
}

fn head(tx: &Transaction<'_>, member: i64) -> Result<u64, Error> {
    let mut row = tx.prepare_cached("SELECT COALESCE(MAX(seq), 0) FROM change WHERE member = ?1")?;
    Ok(row.query_row([member], |row| row.get(0))?)
}

fn change(row: &Row<'_>) -> rusqlite::Result<Change> {
    let body = row.get::<_, Option<String>>(3)?.map(RawValue::from_string).transpose();
    let body = body.map_err(|error| rusqlite::Error::FromSqlConversionFailure(3, Type::Text, Box::new(error)))?;
    Ok(Change { kind: row.get(0)?, id: row.get(1)?, version: row.get(2)?, body })
}
