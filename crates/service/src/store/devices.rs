//! Devices that are trusted, and who was in an account: both become changes of the member's sequence. Twelve months of it.

use jiff::Timestamp;
use protocol::DeviceId;
use protocol::access::{Access, AccessEvent, System, TrustedDevice};
use protocol::sync::kind;
use rusqlite::{OptionalExtension, Transaction};
use serde_json::value::to_raw_value;

use super::{Error, changes};

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS trusted_device (
        id TEXT PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id),
        system TEXT NOT NULL,
        first_seen INTEGER NOT NULL,
        last_seen INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS access_event (
        key INTEGER PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id),
        id TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS access_event_of_member ON access_event (member, at);
    -- Wrong codes by number, known or not, so that noting them costs the same.
    CREATE TABLE IF NOT EXISTS wrong_code (
        number BLOB PRIMARY KEY,
        times INTEGER NOT NULL,
        last INTEGER NOT NULL
    ) STRICT;";

/// So many seconds are remembered.
const MEMORY: i64 = 365 * 24 * 3600;
/// A device is seen anew at most so often, in seconds: a renewal every few minutes is no news.
const SEEN_EVERY: i64 = 24 * 3600;

/// Something happens in a member's account.
pub(crate) fn note(
    tx: &Transaction<'_>,
    member: i64,
    what: Access,
    device: Option<&str>,
    now: i64,
) -> Result<(), Error> {
    note_many(tx, member, what, 1, device, now)
}

fn note_many(
    tx: &Transaction<'_>,
    member: i64,
    what: Access,
    count: u32,
    device: Option<&str>,
    at: i64,
) -> Result<(), Error> {
    forget_old(tx, member, at)?;
    let system = match device {
        Some(id) => tx
            .prepare_cached("SELECT system FROM trusted_device WHERE id = ?1")?
            .query_row([id], |row| row.get::<_, String>(0))
            .optional()?
            .map(|name| System::named(&name)),
        None => None,
    };
    let event = AccessEvent { at: instant(at)?, what, count, device: device.map(DeviceId::new), system };
    tx.execute("INSERT INTO access_event (member, id, at) VALUES (?1, '', ?2)", (member, at))?;
    let key = tx.last_insert_rowid();
    let id = format!("e-{key}");
    tx.execute("UPDATE access_event SET id = ?2 WHERE key = ?1", (key, &id))?;
    changes::renew(tx, member, kind::ACCESS_EVENT, &id, Some(to_raw_value(&event)?))
}

/// What is older than the memory leaves the sequence, body and all: a tombstone says so.
fn forget_old(tx: &Transaction<'_>, member: i64, now: i64) -> Result<(), Error> {
    let mut rows = tx.prepare_cached("DELETE FROM access_event WHERE member = ?1 AND at < ?2 RETURNING id")?;
    let old = rows
        .query_map((member, now.saturating_sub(MEMORY)), |row| row.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    for id in old {
        changes::erase(tx, member, kind::ACCESS_EVENT, &id)?;
    }
    Ok(())
}

/// A device has signed in: it is trusted from now on.
pub(crate) fn signed_in(
    tx: &Transaction<'_>,
    member: i64,
    device: &str,
    system: System,
    now: i64,
) -> Result<(), Error> {
    tx.execute(
        "INSERT INTO trusted_device (id, member, system, first_seen, last_seen) VALUES (?1, ?2, ?3, ?4, ?4)
         ON CONFLICT (id) DO UPDATE SET system = excluded.system, last_seen = excluded.last_seen",
        (device, member, name(system), now),
    )?;
    say(tx, device)?;
    note(tx, member, Access::SignedIn, Some(device), now)
}

/// A device has renewed its session.
pub(crate) fn seen(tx: &Transaction<'_>, device: &str, now: i64) -> Result<(), Error> {
    let seen = "UPDATE trusted_device SET last_seen = ?2 WHERE id = ?1 AND last_seen <= ?3";
    match tx.execute(seen, (device, now, now - SEEN_EVERY))? {
        0 => Ok(()),
        _ => say(tx, device),
    }
}

/// Whether this device of the member is trusted.
pub(crate) fn is_trusted(tx: &Transaction<'_>, member: i64, device: &str) -> Result<bool, Error> {
    let known = "SELECT EXISTS (SELECT 1 FROM trusted_device WHERE id = ?1 AND member = ?2)";
    Ok(tx.query_row(known, (device, member), |row| row.get(0))?)
}

/// A device is trusted no more, and this is why. Nothing happens when it was not.
pub(crate) fn end(tx: &Transaction<'_>, member: i64, device: &str, why: Access, now: i64) -> Result<(), Error> {
    if !is_trusted(tx, member, device)? {
        return Ok(());
    }
    note(tx, member, why, Some(device), now)?;
    tx.execute("DELETE FROM trusted_device WHERE id = ?1", [device])?;
    changes::renew(tx, member, kind::DEVICE, device, None)
}

/// The devices of a member that are trusted.
pub(crate) fn of(tx: &Transaction<'_>, member: i64) -> Result<Vec<String>, Error> {
    let mut rows = tx.prepare_cached("SELECT id FROM trusted_device WHERE member = ?1")?;
    let ids = rows.query_map([member], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(ids)
}

/// The account is closed: nothing of its devices and accesses stays.
pub(crate) fn forget_all(tx: &Transaction<'_>, member: i64) -> Result<(), Error> {
    for id in of(tx, member)? {
        changes::erase(tx, member, kind::DEVICE, &id)?;
    }
    tx.execute("DELETE FROM trusted_device WHERE member = ?1", [member])?;
    forget_old(tx, member, i64::MAX)
}

/// A code was wrong for a number, known or not.
pub(crate) fn wrong_code(tx: &Transaction<'_>, number: &[u8; 32], now: i64) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM wrong_code WHERE last < ?1")?.execute([now - MEMORY])?;
    tx.prepare_cached(
        "INSERT INTO wrong_code (number, times, last) VALUES (?1, 1, ?2)
         ON CONFLICT (number) DO UPDATE SET times = times + 1, last = excluded.last",
    )?
    .execute((number, now))?;
    Ok(())
}

/// Wrong codes become an event when the member looks.
pub(crate) fn settle(tx: &Transaction<'_>, member: i64, number: &[u8; 32]) -> Result<(), Error> {
    let wrong = tx
        .prepare_cached("DELETE FROM wrong_code WHERE number = ?1 RETURNING times, last")?
        .query_row([number], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, i64>(1)?)))
        .optional()?;
    match wrong {
        Some((times, last)) => note_many(tx, member, Access::WrongCode, times, None, last),
        None => Ok(()),
    }
}

/// The device as a change.
fn say(tx: &Transaction<'_>, device: &str) -> Result<(), Error> {
    let (member, system, first_seen, last_seen) = tx
        .prepare_cached("SELECT member, system, first_seen, last_seen FROM trusted_device WHERE id = ?1")?
        .query_row([device], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?, row.get::<_, i64>(3)?))
        })?;
    let body = TrustedDevice {
        id: DeviceId::new(device),
        system: System::named(&system),
        first_seen: instant(first_seen)?,
        last_seen: instant(last_seen)?,
    };
    changes::renew(tx, member, kind::DEVICE, device, Some(to_raw_value(&body)?))
}

fn instant(seconds: i64) -> Result<Timestamp, Error> {
    Timestamp::from_second(seconds).map_err(|_| Error::Damaged)
}

fn name(system: System) -> &'static str {
    match system {
        System::Linux => "linux",
        System::Windows => "windows",
        System::Macos => "macos",
        System::Android => "android",
        System::Ios => "ios",
        System::Other => "other",
    }
}
