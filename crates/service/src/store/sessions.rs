//! Sessions: a family of tokens that starts with a sign-in and ends as a whole. Only hashes of tokens are kept.

use protocol::DeviceId;
use protocol::sign_in::{DeviceEnded, EndedBecause};
use rusqlite::{OptionalExtension, Transaction};

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS device (
        id TEXT PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id),
        trust BLOB,
        proven_at INTEGER
    ) STRICT;
    CREATE TABLE IF NOT EXISTS family (
        id INTEGER PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id),
        device TEXT NOT NULL REFERENCES device (id)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS token (
        hash BLOB PRIMARY KEY,
        family INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE,
        use TEXT NOT NULL CHECK (use IN ('access', 'refresh', 'spent')),
        expires INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS token_family ON token (family);
    -- Refresh tokens of devices that the member ended, and why: they are told so.
    CREATE TABLE IF NOT EXISTS ended_device (
        hash BLOB PRIMARY KEY,
        device TEXT NOT NULL,
        because TEXT NOT NULL CHECK (because IN ('other_device', 'account_closed')),
        expires INTEGER NOT NULL
    ) STRICT;";

/// Seconds that an access token lives.
pub(crate) const ACCESS_LIFE: i64 = 5 * 60;
/// Seconds that a refresh token lives.
const REFRESH_LIFE: i64 = 30 * 24 * 3600;

/// Seconds after which a device is asked for six digits again: about six months.
const TRUST_LIFE: i64 = 182 * 24 * 3600;

/// Seconds in which a device may still learn that the account was closed: it has a file to erase.
const CLOSED_TOLD: i64 = 365 * 24 * 3600;

/// What a device says of itself.
pub(crate) struct Claim {
    /// The name that it was given.
    pub(crate) device: String,
    /// Hash of the trust that came with the last sign-in.
    pub(crate) trust: [u8; 32],
}

/// The session behind an access token.
#[derive(Clone, Copy)]
pub(crate) struct Bearer {
    pub(crate) member: i64,
    pub(crate) family: i64,
}

/// Hashes of a new pair of tokens.
pub(crate) struct Pair {
    pub(crate) access: [u8; 32],
    pub(crate) refresh: [u8; 32],
}

/// What became of a refresh token.
pub(crate) enum Refreshed {
    /// It served, for the first and only time.
    Renewed,
    /// It had served before: its family has ended with this.
    Reused,
    /// The member ended its device.
    Ended(DeviceEnded),
    /// Unknown or over.
    Refused,
}

/// Whose session it is, and on which device.
pub(crate) struct Owner {
    pub(crate) member: i64,
    pub(crate) device: String,
}

/// Whose token this is, whatever its use.
pub(crate) fn owner(tx: &Transaction<'_>, hash: &[u8; 32]) -> Result<Option<Owner>, Error> {
    let mut row = tx.prepare_cached(
        "SELECT family.member, family.device FROM token JOIN family ON family.id = token.family WHERE token.hash = ?1",
    )?;
    Ok(row.query_row([hash], |row| Ok(Owner { member: row.get(0)?, device: row.get(1)? })).optional()?)
}

/// The device on which a family of tokens is used.
pub(crate) fn device_of(tx: &Transaction<'_>, family: i64) -> Result<String, Error> {
    Ok(tx.query_row("SELECT device FROM family WHERE id = ?1", [family], |row| row.get(0))?)
}

/// The name under which this device is known to the member's sessions: the one it gives, if it is theirs.
pub(crate) fn device(tx: &Transaction<'_>, member: i64, claimed: Option<&str>, fresh: &str) -> Result<String, Error> {
    let known = tx
        .prepare_cached("SELECT id FROM device WHERE id = ?1 AND member = ?2")?
        .query_row((claimed, member), |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    tx.execute("INSERT INTO device (id, member) VALUES (?1, ?2)", (fresh, member))?;
    Ok(fresh.to_owned())
}

/// Whether the device was signed in by this member before, and holds the trust of the last sign-in.
pub(crate) fn knows(tx: &Transaction<'_>, nir: &str, claim: &Claim) -> Result<bool, Error> {
    let mut row = tx.prepare_cached(
        "SELECT 1 FROM device JOIN member ON member.id = device.member
         WHERE device.id = ?1 AND trust = ?2 AND nir = ?3",
    )?;
    Ok(row.exists((&claim.device, claim.trust, nir))?)
}

/// Whether six digits were entered on the device not too long ago. An old copy of its trust is not trusted.
pub(crate) fn trusts(tx: &Transaction<'_>, member: i64, claim: &Claim, now: i64) -> Result<bool, Error> {
    let mut row =
        tx.prepare_cached("SELECT 1 FROM device WHERE id = ?1 AND member = ?2 AND trust = ?3 AND proven_at > ?4")?;
    Ok(row.exists((&claim.device, member, claim.trust, now - TRUST_LIFE))?)
}

/// The device's next trust; the one before is an old copy from now on. `proven`: six digits were entered.
pub(crate) fn rotate_trust(
    tx: &Transaction<'_>,
    device: &str,
    trust: &[u8; 32],
    proven: Option<i64>,
) -> Result<(), Error> {
    tx.execute(
        "UPDATE device SET trust = ?2, proven_at = COALESCE(?3, proven_at) WHERE id = ?1",
        (device, trust, proven),
    )?;
    Ok(())
}

/// Starts a family with its first pair.
pub(crate) fn start(tx: &Transaction<'_>, member: i64, device: &str, pair: &Pair, now: i64) -> Result<(), Error> {
    tx.execute(
        "DELETE FROM family WHERE NOT EXISTS (SELECT 1 FROM token WHERE family = family.id AND expires > ?1)",
        [now],
    )?;
    tx.execute("INSERT INTO family (member, device) VALUES (?1, ?2)", (member, device))?;
    issue(tx, tx.last_insert_rowid(), pair, now)
}

/// Whose access token this is, while it lives.
pub(crate) fn bearer(tx: &Transaction<'_>, hash: &[u8; 32], now: i64) -> Result<Option<Bearer>, Error> {
    let mut row = tx.prepare_cached(
        "SELECT family.member, family.id FROM token JOIN family ON family.id = token.family
         WHERE token.hash = ?1 AND token.use = 'access' AND token.expires > ?2",
    )?;
    let found = row.query_row((hash, now), |row| Ok(Bearer { member: row.get(0)?, family: row.get(1)? })).optional()?;
    Ok(found)
}

/// Exchanges a refresh token for `next`. One that served before is a copy in wrong hands: its family ends.
pub(crate) fn refresh(tx: &Transaction<'_>, hash: &[u8; 32], next: &Pair, now: i64) -> Result<Refreshed, Error> {
    let found = tx
        .prepare_cached("SELECT family, use, expires FROM token WHERE hash = ?1")?
        .query_row([hash], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?)))
        .optional()?;
    match found {
        Some((family, usage, expires)) if usage == "refresh" && expires > now => {
            tx.execute("DELETE FROM token WHERE family = ?1 AND expires <= ?2", (family, now))?;
            tx.execute("UPDATE token SET use = 'spent' WHERE hash = ?1", [hash])?;
            issue(tx, family, next, now)?;
            Ok(Refreshed::Renewed)
        }
        Some((family, usage, _)) if usage == "spent" => {
            tx.execute("DELETE FROM family WHERE id = ?1", [family])?;
            Ok(Refreshed::Reused)
        }
        _ => Ok(ended(tx, hash, now)?.map_or(Refreshed::Refused, Refreshed::Ended)),
    }
}

/// Why the device of a refresh token was ended, if it was.
fn ended(tx: &Transaction<'_>, hash: &[u8; 32], now: i64) -> Result<Option<DeviceEnded>, Error> {
    let mut row = tx.prepare_cached("SELECT device, because FROM ended_device WHERE hash = ?1 AND expires > ?2")?;
    let found =
        row.query_row((hash, now), |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).optional()?;
    let Some((device, because)) = found else { return Ok(None) };
    let because = match because.as_str() {
        "account_closed" => EndedBecause::AccountClosed,
        _ => EndedBecause::OtherDevice,
    };
    Ok(Some(DeviceEnded { device: DeviceId::new(device), because }))
}

/// Ends every session of a device, and forgets its name: none of its tokens opens anything any more.
pub(crate) fn forget_device(tx: &Transaction<'_>, device: &str) -> Result<(), Error> {
    tx.execute("DELETE FROM family WHERE device = ?1", [device])?;
    tx.execute("DELETE FROM device WHERE id = ?1", [device])?;
    Ok(())
}

/// Ends every session of a member, but this one.
pub(crate) fn end_others(tx: &Transaction<'_>, member: i64, but: Option<i64>) -> Result<(), Error> {
    tx.execute("DELETE FROM family WHERE member = ?1 AND id IS NOT ?2", (member, but))?;
    Ok(())
}

/// No device of a member is trusted any more, but this one.
pub(crate) fn distrust_others(tx: &Transaction<'_>, member: i64, but: Option<&str>) -> Result<(), Error> {
    tx.execute("UPDATE device SET trust = NULL, proven_at = NULL WHERE member = ?1 AND id IS NOT ?2", (member, but))?;
    Ok(())
}

/// Forgets every device of a member, with its sessions.
pub(crate) fn forget_devices(tx: &Transaction<'_>, member: i64) -> Result<(), Error> {
    end_others(tx, member, None)?;
    tx.execute("DELETE FROM device WHERE member = ?1", [member])?;
    Ok(())
}

/// As [`forget_device`], for a device that is to be told why at its next request.
pub(crate) fn end_telling(tx: &Transaction<'_>, device: &str, because: EndedBecause, now: i64) -> Result<(), Error> {
    let (name, until) = match because {
        EndedBecause::OtherDevice => ("other_device", now),
        EndedBecause::AccountClosed => ("account_closed", now + CLOSED_TOLD),
    };
    tx.execute("DELETE FROM ended_device WHERE expires <= ?1", [now])?;
    tx.execute(
        "INSERT OR IGNORE INTO ended_device (hash, device, because, expires)
         SELECT hash, family.device, ?2, max(expires, ?3) FROM token JOIN family ON family.id = token.family
         WHERE family.device = ?1 AND token.use <> 'access'",
        (device, name, until),
    )?;
    forget_device(tx, device)
}

fn issue(tx: &Transaction<'_>, family: i64, pair: &Pair, now: i64) -> Result<(), Error> {
    let mut row = tx.prepare_cached("INSERT INTO token (hash, family, use, expires) VALUES (?1, ?2, ?3, ?4)")?;
    row.execute((pair.access, family, "access", now + ACCESS_LIFE))?;
    row.execute((pair.refresh, family, "refresh", now + REFRESH_LIFE))?;
    Ok(())
}
