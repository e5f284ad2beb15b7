//! Sign-in attempts by number, known or not: after some failures a delay, which doubles with each further one.

use rusqlite::{OptionalExtension, Transaction};

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS attempt (
        number BLOB PRIMARY KEY,
        failures INTEGER NOT NULL,
        locked_until INTEGER NOT NULL,
        last INTEGER NOT NULL
    ) STRICT;";

/// So many failures are free.
const FREE: u32 = 4;
/// Seconds after the first failure that is not free.
const FIRST_DELAY: i64 = 30;
/// No delay is longer, in seconds.
const LONGEST_DELAY: i64 = 3600;
/// Failures are forgotten after so many seconds without an attempt.
const MEMORY: i64 = 24 * 3600;

/// Counts an attempt as failed before it is looked at, so that many at once are no way around the delay.
/// Answers the seconds to wait, when it must not be looked at.
pub(crate) fn begin(tx: &Transaction<'_>, number: &[u8; 32], now: i64) -> Result<Option<u64>, Error> {
    tx.prepare_cached("DELETE FROM attempt WHERE last < ?1")?.execute([now - MEMORY])?;
    let known = tx
        .prepare_cached("SELECT failures, locked_until FROM attempt WHERE number = ?1")?
        .query_row([number], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, i64>(1)?)))
        .optional()?;
    let (failures, locked_until) = known.unwrap_or((0, now));
    if locked_until > now {
        return Ok(Some((locked_until - now).unsigned_abs()));
    }
    let failures = failures.saturating_add(1);
    tx.prepare_cached("REPLACE INTO attempt (number, failures, locked_until, last) VALUES (?1, ?2, ?3, ?4)")?
        .execute((number, failures, now + delay_after(failures), now))?;
    Ok(None)
}

/// Seconds until the next attempt is looked at; 0 for at once.
pub(crate) fn wait(tx: &Transaction<'_>, number: &[u8; 32], now: i64) -> Result<u64, Error> {
    let mut row = tx.prepare_cached("SELECT locked_until FROM attempt WHERE number = ?1")?;
    let until = row.query_row([number], |row| row.get::<_, i64>(0)).optional()?;
    Ok(until.map_or(0, |until| (until - now).max(0).unsigned_abs()))
}

/// The attempt was right after all: nothing is held against this number.
pub(crate) fn succeed(tx: &Transaction<'_>, number: &[u8; 32]) -> Result<(), Error> {
    tx.execute("DELETE FROM attempt WHERE number = ?1", [number])?;
    Ok(())
}

fn delay_after(failures: u32) -> i64 {
    match failures.checked_sub(FREE + 1) {
        None => 0,
        Some(further) => FIRST_DELAY.saturating_mul(1_i64.checked_shl(further.min(32)).unwrap_or(1)).min(LONGEST_DELAY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delay_doubles_up_to_an_hour() {
        let delays: Vec<_> = (1..=13).map(delay_after).collect();
        assert_eq!(delays, [0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
        assert_eq!(delay_after(u32::MAX), 3600);
    }
}
