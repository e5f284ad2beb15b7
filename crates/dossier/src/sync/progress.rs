//! What synchronisation is doing, for every screen.

use std::sync::{Mutex, MutexGuard, PoisonError};

use protocol::ApiError;
use protocol::sync::{SyncState, SyncStatus};

use crate::dossier::Dossier;

/// The state of the last or current run.
pub(crate) struct Progress {
    now: Mutex<Now>,
}

struct Now {
    state: SyncState,
    failed_kinds: Vec<String>,
}

impl Default for Progress {
    fn default() -> Self {
        Self { now: Mutex::new(Now { state: SyncState::Idle, failed_kinds: Vec::new() }) }
    }
}

impl Progress {
    /// As before any run.
    pub(crate) fn reset(&self) {
        self.end(SyncState::Idle, Vec::new());
    }

    /// So many changes were applied, of so many as far as known.
    pub(crate) fn running(&self, done: u64, total: u64) {
        self.now().state = SyncState::Running { done, total };
    }

    /// The run is over.
    pub(crate) fn end(&self, state: SyncState, failed_kinds: Vec<String>) {
        *self.now() = Now { state, failed_kinds };
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Dossier {
    /// What synchronisation is doing.
    ///
    /// # Errors
    /// When no account is open.
    pub async fn sync_status(&self) -> Result<SyncStatus, ApiError> {
        let complete_at = self.read(|reader| reader.complete_at()).await?;
        let progress = self.inner.progress.now();
        Ok(SyncStatus {
            state: progress.state.clone(),
            complete_at,
            now: self.inner.around.clock.local(),
            failed_kinds: progress.failed_kinds.clone(),
        })
    }

    /// Synchronises as soon as possible; what happens is told by [`Dossier::sync_status`].
    ///
    /// # Errors
    /// When no account is open.
    pub async fn sync_now(&self) -> Result<(), ApiError> {
        self.account().await?;
        self.inner.wake.notify_one();
        Ok(())
    }
}
