//! How often something that costs was asked for: an e-mail, a letter. Slowed down by whom it is for.

use rusqlite::Transaction;

use super::Error;

pub(super) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS ask (subject BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS ask_subject ON ask (subject, at);";

/// In so many seconds they are counted.
const WINDOW: i64 = 3600;

/// How often is too often.
#[derive(Clone, Copy)]
pub(crate) struct Rule {
    /// Seconds between two.
    pause: i64,
}

/// So many in an hour, whatever the pause.
const MOST: usize = 5;

/// Five an hour, half a minute apart: what a member may ask for again.
pub(crate) const FIVE_AN_HOUR: Rule = Rule { pause: 30 };
/// Five an hour, at once if need be: what a member may have mistyped.
pub(crate) const FIVE_AT_ONCE: Rule = Rule { pause: 0 };

/// Seconds until this may be asked for again; 0 for at once.
pub(crate) fn wait(tx: &Transaction<'_>, subject: &[u8; 32], rule: Rule, now: i64) -> Result<u64, Error> {
    let mut rows = tx.prepare_cached("SELECT at FROM ask WHERE subject = ?1 AND at > ?2 ORDER BY at DESC")?;
    let times: Vec<i64> = rows.query_map((subject, now - WINDOW), |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(wait_after(&times, rule, now))
}

/// It was asked for.
pub(crate) fn note(tx: &Transaction<'_>, subject: &[u8; 32], now: i64) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM ask WHERE at <= ?1")?.execute([now - WINDOW])?;
    tx.prepare_cached("INSERT INTO ask (subject, at) VALUES (?1, ?2)")?.execute((subject, now))?;
    Ok(())
}

/// `times`: when it was asked for within the window, newest first.
fn wait_after(times: &[i64], rule: Rule, now: i64) -> u64 {
    let pause = times.first().map_or(0, |last| last + rule.pause - now);
    let window = times.get(MOST - 1).map_or(0, |oldest| oldest + WINDOW - now);
    pause.max(window).max(0).unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_an_hour_half_a_minute_apart() {
        assert_eq!(wait_after(&[], FIVE_AN_HOUR, 100), 0);
        assert_eq!(wait_after(&[90], FIVE_AN_HOUR, 100), 20);
        assert_eq!(wait_after(&[60], FIVE_AN_HOUR, 100), 0);
        assert_eq!(wait_after(&[160, 130, 100, 70], FIVE_AN_HOUR, 200), 0);
        assert_eq!(wait_after(&[160, 130, 100, 70, 40], FIVE_AN_HOUR, 200), 3440);
        assert_eq!(wait_after(&[100], FIVE_AT_ONCE, 100), 0);
    }
}
