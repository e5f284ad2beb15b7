//! Links that went out by e-mail: only the hash of each token is kept, and each serves once.

use rusqlite::{OptionalExtension, Transaction};

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS link (
        hash BLOB PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
        purpose TEXT NOT NULL CHECK (purpose IN ('renew_code', 'confirm_email', 'change_email')),
        email TEXT NOT NULL,
        expires INTEGER NOT NULL
    ) STRICT;";

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    RenewCode,
    ConfirmEmail,
    ChangeEmail,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::RenewCode => "renew_code",
            Self::ConfirmEmail => "confirm_email",
            Self::ChangeEmail => "change_email",
        }
    }

    /// Seconds that a link lives.
    pub(crate) fn life(self) -> i64 {
        match self {
            Self::RenewCode => 30 * 60,
            Self::ConfirmEmail | Self::ChangeEmail => 7 * 24 * 3600,
        }
    }
}

/// A link that serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) member: i64,
    /// To which address it went.
    pub(crate) email: String,
}

/// A new link; those of the same member and purpose before it end.
pub(crate) fn insert(
    tx: &Transaction<'_>,
    hash: &[u8; 32],
    purpose: Purpose,
    link: &Link,
    now: i64,
) -> Result<(), Error> {
    tx.execute(
        "DELETE FROM link WHERE expires <= ?1 OR (member = ?2 AND purpose = ?3)",
        (now, link.member, purpose.name()),
    )?;
    tx.execute(
        "INSERT INTO link (hash, member, purpose, email, expires) VALUES (?1, ?2, ?3, ?4, ?5)",
        (hash, link.member, purpose.name(), &link.email, now + purpose.life()),
    )?;
    Ok(())
}

/// The link of this token, while it lives.
pub(crate) fn find(tx: &Transaction<'_>, hash: &[u8; 32], purpose: Purpose, now: i64) -> Result<Option<Link>, Error> {
    let mut row =
        tx.prepare_cached("SELECT member, email FROM link WHERE hash = ?1 AND purpose = ?2 AND expires > ?3")?;
    let link = row.query_row((hash, purpose.name(), now), |row| Ok(Link { member: row.get(0)?, email: row.get(1)? }));
    Ok(link.optional()?)
}

/// It has served.
pub(crate) fn end(tx: &Transaction<'_>, hash: &[u8; 32]) -> Result<(), Error> {
    tx.execute("DELETE FROM link WHERE hash = ?1", [hash])?;
    Ok(())
}

/// None of a member's links for this serves any more.
pub(crate) fn end_all(tx: &Transaction<'_>, member: i64, purpose: Purpose) -> Result<(), Error> {
    tx.execute("DELETE FROM link WHERE member = ?1 AND purpose = ?2", (member, purpose.name()))?;
    Ok(())
}
