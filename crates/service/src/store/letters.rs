//! Letters that the service printed, for the outgoing post.

use rusqlite::{OptionalExtension, Row, Transaction};

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS letter (
        id INTEGER PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id),
        written_at INTEGER NOT NULL,
        addressee TEXT NOT NULL,
        subject TEXT NOT NULL,
        text TEXT NOT NULL,
        pdf BLOB NOT NULL
    ) STRICT;";

/// A letter as the outgoing post shows it.
pub(crate) struct Kept {
    pub(crate) id: i64,
    pub(crate) written_at: i64,
    /// The first line of the address.
    pub(crate) addressee: String,
    pub(crate) subject: String,
    /// Line by line, in reading order.
    pub(crate) text: String,
}

/// A letter to keep.
pub(crate) struct Printed {
    pub(crate) addressee: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) pdf: Vec<u8>,
}

pub(crate) fn insert(tx: &Transaction<'_>, member: i64, letter: &Printed, written_at: i64) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO letter (member, written_at, addressee, subject, text, pdf) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((member, written_at, &letter.addressee, &letter.subject, &letter.text, &letter.pdf))?;
    Ok(())
}

/// The newest first.
pub(crate) fn list(tx: &Transaction<'_>) -> Result<Vec<Kept>, Error> {
    let mut rows =
        tx.prepare_cached("SELECT id, written_at, addressee, subject, text FROM letter ORDER BY id DESC LIMIT 200")?;
    let letters = rows.query_map([], kept)?.collect::<Result<_, _>>()?;
    Ok(letters)
}

pub(crate) fn pdf(tx: &Transaction<'_>, id: i64) -> Result<Option<Vec<u8>>, Error> {
    let mut row = tx.prepare_cached("SELECT pdf FROM letter WHERE id = ?1")?;
    Ok(row.query_row([id], |row| row.get(0)).optional()?)
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        id: row.get(0)?,
        written_at: row.get(1)?,
        addressee: row.get(2)?,
        subject: row.get(3)?,
        text: row.get(4)?,
    })
}
