//! One run of synchronisation: what was kept aside, then page after page, then the contents of documents.

use std::collections::BTreeSet;
use std::sync::Arc;

use protocol::sync::{ChangesPage, Cursor, SyncFailure, SyncState, Tag};

use super::ClientError;
use super::apply::{Applied, apply_kept_aside, apply_page};
use super::client::Changes;
use super::tokens::NoAccess;
use crate::account_open::Account;
use crate::dossier::Dossier;
use crate::failure::Failure;
use crate::store::StoreError;

/// Changes a page; a page is a fraction of a second of work.
const PAGE: u32 = 1000;
/// Pages that may repeat what is known before the service is taken for broken.
const PATIENCE: u32 = 5;

/// What a run has done so far.
#[derive(Default)]
struct Run {
    cursor: Cursor,
    done: u64,
    /// Pages in a row that did not move the cursor.
    repeated: u32,
    started_again: bool,
    failed_kinds: BTreeSet<String>,
}

impl Dossier {
    /// Synchronises once and says how it ended. Killed or cancelled anywhere, the next run goes on from there.
    pub(crate) async fn synchronise(&self, account: &Arc<Account>) -> SyncState {
        self.inner.progress.running(0, 0);
        self.inner.notices.tell(&[Tag::Sync]);
        let mut run = Run::default();
        let result = self.fetch_everything(account, &mut run).await;
        let state = match result {
            Ok(()) if run.failed_kinds.is_empty() => SyncState::Idle,
            Ok(()) => SyncState::Failed { because: SyncFailure::SomeKinds },
            Err(NoAccess::EndedBecause(because)) => {
                self.follow_the_other_device(account, because);
                SyncState::Failed { because: SyncFailure::SessionEnded }
            }
            Err(NoAccess::Ended) => SyncState::Failed { because: SyncFailure::SessionEnded },
            Err(NoAccess::Failed(failure)) => self.state_after(account, failure).await,
        };
        self.inner.progress.end(state.clone(), run.failed_kinds.into_iter().collect());
        self.inner.notices.tell(&[Tag::Sync]);
        if let Err(error) = self.care_for_file(account, run.done).await {
            self.state_after(account, error.into()).await;
        }
        state
    }

    async fn fetch_everything(&self, account: &Arc<Account>, run: &mut Run) -> Result<(), NoAccess> {
        let store = account.store();
        let applied = store.write(apply_kept_aside).await.map_err(failed)?;
        self.note(applied, run);
        run.cursor = store.read(|reader| reader.cursor()).await.map_err(failed)?;
        let first = self.changes(account, run.cursor).await;
        let mut next = self.or_start_again(account, run, first).await?;
        while let Some(page) = next {
            let known = run.cursor;
            run.cursor = known.max(page.cursor);
            run.repeated = if run.cursor > known { 0 } else { run.repeated + 1 };
            if run.repeated > PATIENCE {
                return Err(NoAccess::Failed(ClientError::Service.into()));
            }
            let (count, remaining) = (page.changes.len() as u64, page.remaining);
            // A page from before the cursor says nothing about what comes after it.
            let is_last = remaining == 0 && page.cursor >= known;
            let apply = store.write(move |writer| apply_page(writer, &page));
            // The next page travels while this one is applied.
            let (applied, fetched) =
                if is_last { (apply.await, Ok(None)) } else { tokio::join!(apply, self.changes(account, run.cursor)) };
            run.done += count;
            self.note(applied.map_err(failed)?, run);
            self.inner.progress.running(run.done, run.done + remaining);
            self.inner.notices.tell_soon(&[Tag::Sync]);
            next = self.or_start_again(account, run, fetched).await?;
        }
        let now = self.inner.around.clock.local();
        store.write(move |writer| writer.set_complete_at(now)).await.map_err(failed)?;
        // Also whether anything was ever fetched, which an account without payments, leaves or files shows.
        self.inner.notices.tell(&[Tag::Sync, Tag::Payments, Tag::Allowances, Tag::Files]);
        self.refresh_card(account).await.map_err(NoAccess::Failed)?;
        self.fetch_contents(account).await?;
        Ok(())
    }

    /// A service that does not know the cursor is read from the beginning; what is here stays, and versions say what
    /// is new.
    async fn or_start_again(
        &self,
        account: &Arc<Account>,
        run: &mut Run,
        fetched: Result<Option<ChangesPage>, NoAccess>,
    ) -> Result<Option<ChangesPage>, NoAccess> {
        match fetched {
            Err(NoAccess::Failed(Failure::Client(ClientError::StartAgain))) if !run.started_again => {
                run.started_again = true;
                run.cursor = Cursor::default();
                account.store().write(|writer| writer.set_cursor(Cursor::default())).await.map_err(failed)?;
                self.changes(account, run.cursor).await
            }
            fetched => fetched,
        }
    }

    /// When nobody waits any more, connected or not: what came is moved from the journal into the file, and once after
    /// each opening the whole file is read, so that damage is found that no query has met yet.
    async fn care_for_file(&self, account: &Arc<Account>, came: u64) -> Result<(), StoreError> {
        let (store, unchecked) = (account.store(), account.is_unchecked());
        let care = move || {
            if came > 0 {
                store.settle()?;
            }
            if unchecked { store.check() } else { Ok(()) }
        };
        tokio::task::spawn_blocking(care).await.map_err(|_| StoreError::Ending)?
    }

    /// The page after a cursor; none when nothing is new. A refused token is renewed once.
    async fn changes(&self, account: &Arc<Account>, after: Cursor) -> Result<Option<ChangesPage>, NoAccess> {
        let client = &self.inner.client;
        match self.with_session(account, |access| async move { client.changes(&access, after, PAGE).await }).await? {
            Changes::NothingNew => Ok(None),
            Changes::Page(page) => Ok(Some(page)),
        }
    }

    fn note(&self, applied: Applied, run: &mut Run) {
        run.failed_kinds.extend(applied.failed_kinds);
        let tags: Vec<Tag> = applied.tags.into_iter().collect();
        if !tags.is_empty() {
            self.inner.notices.tell_soon(&tags);
        }
    }

    async fn state_after(&self, account: &Arc<Account>, failure: Failure) -> SyncState {
        let because = match failure {
            Failure::Client(ClientError::Offline) => return SyncState::Offline,
            Failure::Client(_) => SyncFailure::Service,
            Failure::Store(StoreError::NoSpace) => SyncFailure::NoSpace,
            // Locked or logged out meanwhile: no failure.
            Failure::Store(StoreError::Closed | StoreError::Ending) => return SyncState::Idle,
            Failure::Store(StoreError::Damaged) => {
                let store = account.store();
                match self.set_file_aside(account, &store).await {
                    Ok(_) => return SyncState::Idle,
                    Err(error) => {
                        tracing::error!(%error, "a damaged file could not be set aside");
                        SyncFailure::Internal
                    }
                }
            }
            failure => {
                tracing::error!(cause = %failure, "synchronisation failed");
                SyncFailure::Internal
            }
        };
        SyncState::Failed { because }
    }
}

pub(super) fn failed(error: StoreError) -> NoAccess {
    NoAccess::Failed(error.into())
}

#[cfg(test)]
#[path = "engine_tests.rs"]
mod tests;
