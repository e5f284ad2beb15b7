//! Locking by itself when the member is away.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use protocol::ApiError;

use crate::dossier::{Dossier, Place};

/// When the member last did something. Two clocks: one stops while the device sleeps, the other may be changed.
pub(crate) struct Activity {
    last: Mutex<(Instant, Timestamp)>,
}

const LOOK_EVERY: Duration = Duration::from_secs(1);

impl Activity {
    pub(crate) fn starting(now: Timestamp) -> Self {
        Self { last: Mutex::new((Instant::now(), now)) }
    }

    /// The member is there.
    pub(crate) fn touch(&self, now: Timestamp) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = (Instant::now(), now);
    }

    /// Whether nothing was done for so long, by either clock.
    pub(crate) fn is_idle_for(&self, limit: Duration, now: Timestamp) -> bool {
        let (instant, timestamp) = *self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let by_clock = Duration::try_from(now.duration_since(timestamp)).unwrap_or(Duration::ZERO);
        instant.elapsed() >= limit || by_clock >= limit
    }
}

impl Dossier {
    /// The member is there: the idle time starts again.
    ///
    /// # Errors
    /// None.
    pub async fn touch(&self) -> Result<(), ApiError> {
        self.is_there();
        Ok(())
    }

    pub(crate) fn is_there(&self) {
        self.inner.activity.touch(self.inner.around.clock.now());
    }

    pub(crate) async fn lock_when_idle(&self) {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            self.leave_when_away();
            let minutes = u64::from(self.inner.chosen().settings.lock_after_minutes);
            let limit = Duration::from_secs(minutes * 60);
            let open = matches!(*self.inner.place(), Place::Open(_));
            if open && minutes > 0 && self.inner.activity.is_idle_for(limit, self.inner.around.clock.now()) {
                self.lock_now().await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_passed_while_the_device_slept_counts() {
        let start: Timestamp = "2026-11-20T09:00:00Z".parse().unwrap();
        let activity = Activity::starting(start);
        let limit = Duration::from_secs(300);
        assert!(!activity.is_idle_for(limit, start + Duration::from_secs(299)));
        assert!(activity.is_idle_for(limit, start + Duration::from_secs(300)));
        activity.touch(start + Duration::from_secs(300));
        assert!(!activity.is_idle_for(limit, start + Duration::from_secs(599)));
    }

    #[test]
    fn a_clock_set_back_does_not_lock_by_itself() {
        let start: Timestamp = "2026-11-20T09:00:00Z".parse().unwrap();
        assert!(!Activity::starting(start).is_idle_for(Duration::from_secs(300), start - Duration::from_secs(86_400)));
    }
}
