//! When to synchronise: at start, when woken, regularly, and after failures with growing, uneven delays.

use std::sync::Arc;
use std::time::Duration;

use protocol::sync::{SyncFailure, SyncState};

use crate::dossier::{Dossier, Place};
use crate::surroundings::Entropy;

const REGULARLY: Duration = Duration::from_secs(15 * 60);
const FIRST_RETRY: Duration = Duration::from_secs(5);

impl Dossier {
    pub(crate) async fn keep_in_sync(&self) {
        let _ = self.inner.secrets().await;
        let mut failures = 0;
        loop {
            let open = match &*self.inner.place() {
                Place::Open(account) => Some(Arc::clone(account)),
                _ => None,
            };
            let delay = match open {
                None => None,
                Some(account) => tokio::select! {
                    state = self.synchronise(&account) => {
                        failures = if state == SyncState::Idle { 0 } else { failures + 1 };
                        delay_after(&state, failures, self.inner.around.entropy.as_ref())
                    }
                    () = account.closed() => {
                        failures = 0;
                        Some(Duration::ZERO)
                    }
                },
            };
            tokio::select! {
                () = self.inner.wake.notified() => {}
                () = after(delay) => {}
            }
        }
    }
}

async fn after(delay: Option<Duration>) {
    match delay {
        Some(delay) => tokio::time::sleep(delay).await,
        None => std::future::pending().await,
    }
}

/// None: only a wake-up helps.
fn delay_after(state: &SyncState, failures: u32, entropy: &dyn Entropy) -> Option<Duration> {
    match state {
        SyncState::Failed { because: SyncFailure::SessionEnded } => None,
        SyncState::Idle | SyncState::Running { .. } => Some(REGULARLY),
        SyncState::Offline | SyncState::Failed { .. } => {
            let doubled = FIRST_RETRY.saturating_mul(1 << failures.saturating_sub(1).min(8)).min(REGULARLY);
            Some(with_jitter(doubled, entropy))
        }
    }
}

/// Between half the delay and all of it, so that devices cut off together do not come back together.
fn with_jitter(delay: Duration, entropy: &dyn Entropy) -> Duration {
    let mut byte = [0];
    let share = entropy.fill(&mut byte).map_or(255, |()| u32::from(byte[0]));
    delay / 2 + delay / 2 * share / 255
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surroundings::SystemEntropy;

    #[test]
    fn delays_grow_with_failures_and_stay_below_the_regular_one() {
        let delay = |failures| delay_after(&SyncState::Offline, failures, &SystemEntropy).unwrap();
        for failures in 1..40 {
            let (least, most) =
                (delay(failures), FIRST_RETRY.saturating_mul(1 << (failures - 1).min(8)).min(REGULARLY));
            assert!(least >= most / 2 && least <= most, "{failures}: {least:?}");
        }
    }

    #[test]
    fn an_ended_session_waits_for_the_member() {
        let ended = SyncState::Failed { because: SyncFailure::SessionEnded };
        assert_eq!(delay_after(&ended, 1, &SystemEntropy), None);
    }
}
