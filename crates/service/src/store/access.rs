//! What each member's way in depends on: how they are reached, and what is still to be done before the account opens.

use jiff::civil::Date;
use protocol::settings::Language;
use rusqlite::{OptionalExtension, Row, Transaction};

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS access (
        member INTEGER PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
        birth_date TEXT NOT NULL,
        language TEXT NOT NULL DEFAULT 'fr',
        email TEXT,
        email_confirmed INTEGER NOT NULL DEFAULT 0,
        code_expired INTEGER NOT NULL DEFAULT 0,
        provisional_hash TEXT,
        provisional_until INTEGER NOT NULL DEFAULT 0,
        provisional_wrong INTEGER NOT NULL DEFAULT 0,
        terms_accepted INTEGER NOT NULL DEFAULT 0,
        details_due INTEGER NOT NULL DEFAULT 0,
        second_factor INTEGER NOT NULL DEFAULT 0,
        other_scheme TEXT
    ) STRICT;";

/// After so many wrong codes a provisional one is void: it has four digits only.
const PROVISIONAL_GUESSES: i64 = 10;
/// In place of a hash. None at all would mean that the code is still to be hashed.
pub(super) const OF_NO_CODE: &str = "closed";
/// Seconds that a provisional code is valid.
pub(crate) const PROVISIONAL_LIFE: i64 = 30 * 24 * 3600;

/// A member's way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Access {
    pub(crate) birth_date: Date,
    /// Of e-mails and letters.
    pub(crate) language: Language,
    pub(crate) email: Option<String>,
    pub(crate) email_confirmed: bool,
    /// The code has served too long.
    pub(crate) code_expired: bool,
    pub(crate) terms_accepted: bool,
    /// « Confirmer mes coordonnées » is to be asked.
    pub(crate) details_due: bool,
    /// A device that is not trusted is asked for six digits.
    pub(crate) second_factor: bool,
    /// The scheme to which the member belongs now, when it is another one.
    pub(crate) other_scheme: Option<String>,
}

impl Access {
    /// Nothing stands in the way.
    pub(crate) fn open(birth_date: Date, email: Option<String>) -> Self {
        Self {
            birth_date,
            language: Language::French,
            email_confirmed: email.is_some(),
            email,
            code_expired: false,
            terms_accepted: true,
            details_due: false,
            second_factor: false,
            other_scheme: None,
        }
    }

    /// The address, once it is known to be the member's.
    pub(crate) fn confirmed_email(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.email_confirmed)
    }
}

/// What is compared with a code, for a number.
pub(crate) struct Hashes {
    pub(crate) member: i64,
    pub(crate) code: Option<String>,
    /// With the moment until which it is valid; none when there is none, or too many guesses were wrong.
    pub(crate) provisional: Option<(String, i64)>,
}

pub(crate) fn insert(tx: &Transaction<'_>, member: i64, access: &Access) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO access (member, birth_date, language, email, email_confirmed, code_expired, terms_accepted,
             details_due, second_factor, other_scheme)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute((
        member,
        access.birth_date.to_string(),
        access.language.tag(),
        &access.email,
        access.email_confirmed,
        access.code_expired,
        access.terms_accepted,
        access.details_due,
        access.second_factor,
        &access.other_scheme,
    ))?;
    Ok(())
}

pub(crate) fn of(tx: &Transaction<'_>, member: i64) -> Result<Access, Error> {
    tx.prepare_cached(
        "SELECT birth_date, language, email, email_confirmed, code_expired, terms_accepted, details_due,
             second_factor, other_scheme
         FROM access WHERE member = ?1",
    )?
    .query_row([member], |row| Ok(access(row)))?
}

/// The member with this number, and what their code is compared with.
pub(crate) fn hashes(tx: &Transaction<'_>, nir: &str) -> Result<Option<Hashes>, Error> {
    let mut row = tx.prepare_cached(
        "SELECT member.id, code_hash, provisional_hash, provisional_until, provisional_wrong
         FROM member JOIN access ON access.member = member.id WHERE nir = ?1",
    )?;
    let found = row.query_row([nir], |row| {
        let guesses: i64 = row.get(4)?;
        let provisional: Option<String> = row.get(2)?;
        let until = row.get(3)?;
        Ok(Hashes {
            member: row.get(0)?,
            code: row.get(1)?,
            provisional: provisional.filter(|_| guesses < PROVISIONAL_GUESSES).map(|hash| (hash, until)),
        })
    });
    Ok(found.optional()?)
}

/// What a new code must differ from.
pub(crate) fn hashes_of(tx: &Transaction<'_>, member: i64) -> Result<[Option<String>; 2], Error> {
    let mut row = tx.prepare_cached(
        "SELECT code_hash, provisional_hash FROM member JOIN access ON access.member = member.id WHERE member.id = ?1",
    )?;
    Ok(row.query_row([member], |row| Ok([row.get(0)?, row.get(1)?]))?)
}

/// The member with this number and birth date.
pub(crate) fn born(tx: &Transaction<'_>, nir: &str, birth_date: Date) -> Result<Option<i64>, Error> {
    let mut row = tx.prepare_cached(
        "SELECT member.id FROM member JOIN access ON access.member = member.id WHERE nir = ?1 AND birth_date = ?2",
    )?;
    Ok(row.query_row((nir, birth_date.to_string()), |row| row.get(0)).optional()?)
}

/// The account is closed: no code is right any more, links and provisional codes are void, and the address is free for
/// another account. The person stays known to the caisse and may open an account anew.
pub(crate) fn close(tx: &Transaction<'_>, member: i64) -> Result<(), Error> {
    tx.execute("UPDATE member SET code_hash = ?2 WHERE id = ?1", (member, OF_NO_CODE))?;
    tx.execute(
        "UPDATE access SET email = NULL, email_confirmed = 0, code_expired = 0, provisional_hash = NULL,
             provisional_until = 0, provisional_wrong = 0, terms_accepted = 0, details_due = 0
         WHERE member = ?1",
        [member],
    )?;
    tx.execute("DELETE FROM link WHERE member = ?1", [member])?;
    Ok(())
}

/// A wrong code counts against the provisional one, if there is one. Without a member the same is done, in vain.
pub(crate) fn count_wrong(tx: &Transaction<'_>, member: Option<i64>) -> Result<(), Error> {
    tx.prepare_cached(
        "UPDATE access SET provisional_wrong = provisional_wrong + 1
         WHERE member = ?1 AND provisional_hash IS NOT NULL",
    )?
    .execute([member.unwrap_or(-1)])?;
    Ok(())
}

/// A code of four digits (or eight, at a kiosk) that must be replaced at once.
pub(crate) fn set_provisional(tx: &Transaction<'_>, member: i64, hash: &str, until: i64) -> Result<(), Error> {
    tx.execute(
        "UPDATE access SET provisional_hash = ?2, provisional_until = ?3, provisional_wrong = 0 WHERE member = ?1",
        (member, hash, until),
    )?;
    Ok(())
}

/// Whether a provisional code was made that is still good for so long.
pub(crate) fn has_provisional(tx: &Transaction<'_>, member: i64, until: i64) -> Result<bool, Error> {
    let mut row = tx.prepare_cached(
        "SELECT 1 FROM access WHERE member = ?1 AND provisional_hash IS NOT NULL AND provisional_until > ?2
             AND provisional_wrong < ?3",
    )?;
    Ok(row.exists((member, until, PROVISIONAL_GUESSES))?)
}

/// The member chose this code: no other one serves any more.
pub(crate) fn set_code(tx: &Transaction<'_>, member: i64, hash: &str) -> Result<(), Error> {
    tx.execute("UPDATE member SET code_hash = ?2 WHERE id = ?1", (member, hash))?;
    tx.execute("UPDATE access SET code_expired = 0, provisional_hash = NULL WHERE member = ?1", [member])?;
    Ok(())
}

pub(crate) fn set_language(tx: &Transaction<'_>, member: i64, language: Language) -> Result<(), Error> {
    tx.execute("UPDATE access SET language = ?2 WHERE member = ?1", (member, language.tag()))?;
    Ok(())
}

pub(crate) fn accept_terms(tx: &Transaction<'_>, member: i64) -> Result<(), Error> {
    tx.execute("UPDATE access SET terms_accepted = 1 WHERE member = ?1", [member])?;
    Ok(())
}

pub(crate) fn confirm_details(tx: &Transaction<'_>, member: i64) -> Result<(), Error> {
    tx.execute("UPDATE access SET details_due = 0 WHERE member = ?1", [member])?;
    Ok(())
}

/// Another address, which nobody has confirmed yet.
pub(crate) fn set_unconfirmed_email(tx: &Transaction<'_>, member: i64, email: &str) -> Result<(), Error> {
    tx.execute("UPDATE access SET email = ?2, email_confirmed = 0 WHERE member = ?1", (member, email))?;
    Ok(())
}

/// The address is the member's, if it is still the one that was asked about.
pub(crate) fn confirm_email(tx: &Transaction<'_>, member: i64, email: &str) -> Result<bool, Error> {
    if is_taken(tx, email, member)? {
        return Ok(false);
    }
    let changed =
        tx.execute("UPDATE access SET email_confirmed = 1 WHERE member = ?1 AND email = ?2", (member, email))?;
    Ok(changed > 0)
}

/// A confirmed address takes the place of the one before, unless another account has it by now.
pub(crate) fn replace_email(tx: &Transaction<'_>, member: i64, email: &str) -> Result<bool, Error> {
    if is_taken(tx, email, member)? {
        return Ok(false);
    }
    tx.execute("UPDATE access SET email = ?2, email_confirmed = 1 WHERE member = ?1", (member, email))?;
    Ok(true)
}

/// Whether the member has an account that nothing stands in the way of: a code of their own, and a confirmed address.
pub(crate) fn is_in_use(tx: &Transaction<'_>, member: i64) -> Result<bool, Error> {
    let mut row = tx.prepare_cached(
        "SELECT 1 FROM member JOIN access ON access.member = member.id
         WHERE member.id = ?1 AND code_hash IS NOT NULL AND email_confirmed = 1",
    )?;
    Ok(row.exists([member])?)
}

/// Whether the member has an account: a code that they chose, whatever else is still to be done.
pub(crate) fn has_own_code(tx: &Transaction<'_>, member: i64) -> Result<bool, Error> {
    let mut row =
        tx.prepare_cached("SELECT 1 FROM member WHERE id = ?1 AND code_hash IS NOT NULL AND code_hash != ?2")?;
    Ok(row.exists((member, OF_NO_CODE))?)
}

/// Whoever was born on this day.
pub(crate) fn born_on(tx: &Transaction<'_>, birth_date: Date) -> Result<Vec<i64>, Error> {
    let mut rows = tx.prepare_cached("SELECT member FROM access WHERE birth_date = ?1 ORDER BY member")?;
    let members = rows.query_map([birth_date.to_string()], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(members)
}

/// Whether another account has confirmed this address: one address, one account.
pub(crate) fn is_taken(tx: &Transaction<'_>, email: &str, by_other_than: i64) -> Result<bool, Error> {
    let mut row = tx.prepare_cached(
        "SELECT 1 FROM access WHERE lower(email) = lower(?1) AND email_confirmed = 1 AND member != ?2",
    )?;
    Ok(row.exists((email, by_other_than))?)
}

fn access(row: &Row<'_>) -> Result<Access, Error> {
    let (birth_date, language): (String, String) = (row.get(0)?, row.get(1)?);
    Ok(Access {
        birth_date: birth_date.parse().map_err(|_| Error::Damaged)?,
        language: Language::of_tag(&language).ok_or(Error::Damaged)?,
        email: row.get(2)?,
        email_confirmed: row.get(3)?,
        code_expired: row.get(4)?,
        terms_accepted: row.get(5)?,
        details_due: row.get(6)?,
        second_factor: row.get(7)?,
        other_scheme: row.get(8)?,
    })
}
