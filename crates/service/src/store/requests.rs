//! Requests that were done, by the key that the member's device made for each: one that comes again is not done again.

use rusqlite::{OptionalExtension, Transaction};

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS request (
        member INTEGER NOT NULL REFERENCES member (id),
        key BLOB NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (member, key)
    ) STRICT;";

/// A request, by the hash of its key, and that of key and body together: the key is in nobody's hands, so that a code
/// in the body cannot be guessed from it.
#[derive(Clone, Copy)]
pub(crate) struct Request {
    pub(crate) key: [u8; 32],
    pub(crate) body: [u8; 32],
}

/// What is known of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// It never came.
    New,
    /// It came and was done.
    Done,
    /// Another one came under its key.
    Other,
}

pub(crate) fn known(tx: &Transaction<'_>, member: i64, request: &Request) -> Result<Known, Error> {
    let body: Option<[u8; 32]> = tx
        .prepare_cached("SELECT body FROM request WHERE member = ?1 AND key = ?2")?
        .query_row((member, request.key), |row| row.get(0))
        .optional()?;
    Ok(match body {
        None => Known::New,
        Some(body) if body == request.body => Known::Done,
        Some(_) => Known::Other,
    })
}

/// Notes a request as done.
pub(crate) fn done(tx: &Transaction<'_>, member: i64, request: &Request) -> Result<(), Error> {
    tx.prepare_cached("INSERT INTO request (member, key, body) VALUES (?1, ?2, ?3)")?.execute((
        member,
        request.key,
        request.body,
    ))?;
    Ok(())
}
