//! The service's own time: it starts where it was told to and runs on, so that any day can be tried.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};

/// A clock with a chosen start, which faults can set forward or back.
pub(crate) struct Clock {
    start: Timestamp,
    since: Instant,
    shift: AtomicI64,
}

impl Clock {
    pub(crate) fn starting_at(start: Timestamp) -> Self {
        Self { start, since: Instant::now(), shift: AtomicI64::new(0) }
    }

    pub(crate) fn now(&self) -> Timestamp {
        let elapsed = SignedDuration::try_from(self.since.elapsed()).unwrap_or(SignedDuration::MAX);
        let shift = SignedDuration::from_secs(self.shift.load(Ordering::Relaxed));
        self.start.saturating_add(elapsed).and_then(|now| now.saturating_add(shift)).unwrap_or(self.start)
    }

    /// Whole seconds since 1970, as the store keeps time.
    pub(crate) fn seconds(&self) -> i64 {
        self.now().as_second()
    }

    pub(crate) fn shift_by(&self, seconds: i64) {
        self.shift.fetch_add(seconds, Ordering::Relaxed);
    }

    pub(crate) fn unshift(&self) {
        self.shift.store(0, Ordering::Relaxed);
    }
}

/// What the clocks and calendars of the caisses show.
pub(crate) fn in_paris(at: Timestamp) -> Zoned {
    at.to_zoned(TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC))
}
