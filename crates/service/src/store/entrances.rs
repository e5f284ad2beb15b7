//! Ways in that are under way: a token each, which opens nothing else, and what was proven so far.

use rusqlite::{OptionalExtension, Transaction};

use super::Error;
use protocol::entrance::ChooseBecause;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS entrance (
        hash BLOB PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
        device TEXT,
        choose TEXT CHECK (choose IN ('provisional', 'expired')),
        trusted INTEGER NOT NULL,
        proven INTEGER NOT NULL DEFAULT 0,
        details_done INTEGER NOT NULL DEFAULT 0,
        email_code BLOB,
        email_code_until INTEGER NOT NULL DEFAULT 0,
        email_code_tries INTEGER NOT NULL DEFAULT 0,
        expires INTEGER NOT NULL
    ) STRICT;";

/// Seconds that an entrance lives.
pub(crate) const LIFE: i64 = 30 * 60;
/// Seconds that six digits live.
const EMAIL_CODE_LIFE: i64 = 15 * 60;
/// Tries before they are void.
const EMAIL_CODE_TRIES: u32 = 5;

/// A way in under way.
#[derive(Clone, Debug)]
pub(crate) struct Entrance {
    pub(crate) member: i64,
    /// The name that the device gave.
    pub(crate) device: Option<String>,
    /// The code that was typed must be replaced.
    pub(crate) choose: Option<ChooseBecause>,
    /// The device was trusted when it came.
    pub(crate) trusted: bool,
    /// Six digits were right.
    pub(crate) proven: bool,
    /// The details were confirmed, or put off.
    pub(crate) details_done: bool,
    pub(crate) expires: i64,
}

/// What became of six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EmailCode {
    Right,
    Wrong { left: u32 },
    Void,
}

pub(crate) fn insert(tx: &Transaction<'_>, hash: &[u8; 32], entrance: &Entrance, now: i64) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM entrance WHERE expires <= ?1")?.execute([now])?;
    tx.prepare_cached(
        "INSERT INTO entrance (hash, member, device, choose, trusted, expires) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        hash,
        entrance.member,
        &entrance.device,
        entrance.choose.map(name),
        entrance.trusted,
        entrance.expires,
    ))?;
    Ok(())
}

/// The entrance that this token opens, while it lives.
pub(crate) fn find(tx: &Transaction<'_>, hash: &[u8; 32], now: i64) -> Result<Option<Entrance>, Error> {
    let mut row = tx.prepare_cached(
        "SELECT member, device, choose, trusted, proven, details_done, expires FROM entrance
         WHERE hash = ?1 AND expires > ?2",
    )?;
    let found = row.query_row((hash, now), |row| {
        let choose: Option<String> = row.get(2)?;
        Ok(Entrance {
            member: row.get(0)?,
            device: row.get(1)?,
            choose: choose.as_deref().and_then(named),
            trusted: row.get(3)?,
            proven: row.get(4)?,
            details_done: row.get(5)?,
            expires: row.get(6)?,
        })
    });
    Ok(found.optional()?)
}

pub(crate) fn end(tx: &Transaction<'_>, hash: &[u8; 32]) -> Result<(), Error> {
    tx.execute("DELETE FROM entrance WHERE hash = ?1", [hash])?;
    Ok(())
}

/// The name that the device gave on this way in.
pub(crate) fn device_of(tx: &Transaction<'_>, hash: &[u8; 32]) -> Result<Option<String>, Error> {
    let mut row = tx.prepare_cached("SELECT device FROM entrance WHERE hash = ?1")?;
    Ok(row.query_row([hash], |row| row.get::<_, Option<String>>(0)).optional()?.flatten())
}

/// Every way in of a member ends, but this one.
pub(crate) fn end_others(tx: &Transaction<'_>, member: i64, but: Option<&[u8; 32]>) -> Result<(), Error> {
    tx.execute("DELETE FROM entrance WHERE member = ?1 AND hash IS NOT ?2", (member, but))?;
    Ok(())
}

pub(crate) fn code_chosen(tx: &Transaction<'_>, hash: &[u8; 32]) -> Result<(), Error> {
    tx.execute("UPDATE entrance SET choose = NULL WHERE hash = ?1", [hash])?;
    Ok(())
}

pub(crate) fn details_done(tx: &Transaction<'_>, hash: &[u8; 32]) -> Result<(), Error> {
    tx.execute("UPDATE entrance SET details_done = 1 WHERE hash = ?1", [hash])?;
    Ok(())
}

/// New digits, which replace those sent before.
pub(crate) fn set_email_code(tx: &Transaction<'_>, hash: &[u8; 32], code: &[u8; 32], now: i64) -> Result<(), Error> {
    tx.execute(
        "UPDATE entrance SET email_code = ?2, email_code_until = ?3, email_code_tries = 0 WHERE hash = ?1",
        (hash, code, now + EMAIL_CODE_LIFE),
    )?;
    Ok(())
}

/// Whether digits were sent that still serve.
pub(crate) fn has_email_code(tx: &Transaction<'_>, hash: &[u8; 32], now: i64) -> Result<bool, Error> {
    let mut row = tx.prepare_cached(
        "SELECT 1 FROM entrance WHERE hash = ?1 AND email_code IS NOT NULL AND email_code_until > ?2
             AND email_code_tries < ?3",
    )?;
    Ok(row.exists((hash, now, EMAIL_CODE_TRIES))?)
}

/// Counts a try before it is looked at; right digits serve once.
pub(crate) fn try_email_code(
    tx: &Transaction<'_>,
    hash: &[u8; 32],
    typed: &[u8; 32],
    now: i64,
) -> Result<EmailCode, Error> {
    if !has_email_code(tx, hash, now)? {
        return Ok(EmailCode::Void);
    }
    let (sent, tries): ([u8; 32], u32) = tx.query_row(
        "UPDATE entrance SET email_code_tries = email_code_tries + 1 WHERE hash = ?1
         RETURNING email_code, email_code_tries",
        [hash],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if sent != *typed {
        return Ok(EmailCode::Wrong { left: EMAIL_CODE_TRIES.saturating_sub(tries) });
    }
    tx.execute("UPDATE entrance SET proven = 1, email_code = NULL WHERE hash = ?1", [hash])?;
    Ok(EmailCode::Right)
}

fn name(because: ChooseBecause) -> &'static str {
    match because {
        ChooseBecause::Provisional => "provisional",
        ChooseBecause::Expired => "expired",
    }
}

fn named(name: &str) -> Option<ChooseBecause> {
    [ChooseBecause::Provisional, ChooseBecause::Expired].into_iter().find(|because| self::name(*because) == name)
}
