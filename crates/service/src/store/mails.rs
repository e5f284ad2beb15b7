//! E-mails that the service wrote, for the mailbox page.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{OptionalExtension, Row, Transaction};

use super::Error;
use crate::mail::Composed;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS mail (
        id INTEGER PRIMARY KEY,
        written_at INTEGER NOT NULL,
        recipient TEXT NOT NULL,
        language TEXT NOT NULL,
        subject TEXT NOT NULL,
        text TEXT NOT NULL,
        html TEXT NOT NULL,
        raw BLOB NOT NULL,
        hand_over TEXT NOT NULL CHECK (hand_over IN ('no_server', 'waiting', 'done', 'failed'))
    ) STRICT;
    CREATE INDEX IF NOT EXISTS mail_recipient ON mail (recipient);";

/// What became of an e-mail after it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HandOver {
    /// The service was started without a mail server.
    NoServer,
    /// Under way.
    Waiting,
    /// The server took it.
    Done,
    /// The server did not.
    Failed,
}

impl HandOver {
    const ALL: [Self; 4] = [Self::NoServer, Self::Waiting, Self::Done, Self::Failed];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::NoServer => "no_server",
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
}

impl ToSql for HandOver {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.name().into())
    }
}

impl FromSql for HandOver {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|state| state.name() == name).ok_or(FromSqlError::InvalidType)
    }
}

/// An e-mail as the mailbox shows it.
pub(crate) struct Kept {
    pub(crate) id: i64,
    pub(crate) written_at: i64,
    pub(crate) recipient: String,
    pub(crate) language: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    pub(crate) hand_over: HandOver,
}

pub(crate) fn insert(
    tx: &Transaction<'_>,
    mail: &Composed,
    written_at: i64,
    hand_over: HandOver,
) -> Result<i64, Error> {
    tx.prepare_cached(
        "INSERT INTO mail (written_at, recipient, language, subject, text, html, raw, hand_over)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        written_at,
        &mail.to,
        mail.language.tag(),
        &mail.subject,
        &mail.text,
        &mail.html,
        &mail.raw,
        hand_over,
    ))?;
    Ok(tx.last_insert_rowid())
}

pub(crate) fn handed_over(tx: &Transaction<'_>, id: i64, outcome: HandOver) -> Result<(), Error> {
    tx.execute("UPDATE mail SET hand_over = ?2 WHERE id = ?1", (id, outcome))?;
    Ok(())
}

/// The newest first; to one address, or to all.
pub(crate) fn list(tx: &Transaction<'_>, recipient: Option<&str>) -> Result<Vec<Kept>, Error> {
    let mut rows = tx.prepare_cached(
        "SELECT id, written_at, recipient, language, subject, text, html, hand_over FROM mail
         WHERE ?1 IS NULL OR recipient = ?1 ORDER BY id DESC LIMIT 200",
    )?;
    let mails = rows.query_map([recipient], kept)?.collect::<Result<_, _>>()?;
    Ok(mails)
}

pub(crate) fn one(tx: &Transaction<'_>, id: i64) -> Result<Option<Kept>, Error> {
    let mut row = tx.prepare_cached(
        "SELECT id, written_at, recipient, language, subject, text, html, hand_over FROM mail WHERE id = ?1",
    )?;
    Ok(row.query_row([id], kept).optional()?)
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        id: row.get(0)?,
        written_at: row.get(1)?,
        recipient: row.get(2)?,
        language: row.get(3)?,
        subject: row.get(4)?,
        text: row.get(5)?,
        html: row.get(6)?,
        hand_over: row.get(7)?,
    })
}
