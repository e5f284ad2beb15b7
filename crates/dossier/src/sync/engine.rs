//! One run of synchronisation: what was kept aside, then page after page, then the contents of documents.

use std::collections::BTreeSet;
use std::sync::Arc;

use protocol::Secret;
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
const PAGE: u32 = 500;
/// Pages that may repeat what is known before the service is taken for broken.
const PATIENCE: u32 = 5;

/// What a run has done so far.
#[derive(Default)]
struct Run {
    done: u64,
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
            Err(NoAccess::Ended) => SyncState::Failed { because: SyncFailure::SessionEnded },
            Err(NoAccess::Failed(failure)) => self.state_after(account, failure).await,
        };
        self.inner.progress.end(state.clone(), run.failed_kinds.into_iter().collect());
        self.inner.notices.tell(&[Tag::Sync]);
        state
    }

    async fn fetch_everything(&self, account: &Arc<Account>, run: &mut Run) -> Result<(), NoAccess> {
        let store = account.store();
        if account.is_unchecked() {
            let checked = Arc::clone(&store);
            let check = tokio::task::spawn_blocking(move || checked.check()).await;
            check.map_err(|_| StoreError::Ending).and_then(|check| check).map_err(failed)?;
        }
        let applied = store.write(apply_kept_aside).await.map_err(failed)?;
        self.note(applied, run);
        let mut cursor = store.read(|reader| reader.cursor()).await.map_err(failed)?;
        let mut repeated = 0;
        let mut next = self.changes(account, cursor).await?;
        while let Some(page) = next {
            let known = cursor;
            cursor = cursor.max(page.cursor);
            repeated = if cursor > known { 0 } else { repeated + 1 };
            if repeated > PATIENCE {
                return Err(NoAccess::Failed(ClientError::Service.into()));
            }
            let (count, remaining) = (page.changes.len() as u64, page.remaining);
            let apply = store.write(move |writer| apply_page(writer, &page));
            // The next page travels while this one is applied.
            let (applied, fetched) = match remaining {
                0 if repeated == 0 => (apply.await, Ok(None)),
                _ => tokio::join!(apply, self.changes(account, cursor)),
            };
            run.done += count;
            self.note(applied.map_err(failed)?, run);
            self.inner.progress.running(run.done, run.done + remaining);
            self.inner.notices.tell_soon(&[Tag::Sync]);
            next = fetched?;
        }
        let now = self.inner.around.clock.local();
        store.write(move |writer| writer.set_complete_at(now)).await.map_err(failed)?;
        // « Fetched » changes for every screen when the first run is complete.
        self.inner.notices.tell(&[]);
        self.refresh_card(account).await.map_err(NoAccess::Failed)?;
        self.fetch_contents(account).await
    }

    /// The page after a cursor; none when nothing is new. A refused token is renewed once.
    async fn changes(&self, account: &Arc<Account>, after: Cursor) -> Result<Option<ChangesPage>, NoAccess> {
        let access = self.inner.access(account, None).await?;
        let answer = match self.inner.client.changes(&access, after, PAGE).await {
            Err(ClientError::Unauthorized) => {
                let access = self.renew(account, &access).await?;
                self.inner.client.changes(&access, after, PAGE).await
            }
            answer => answer,
        };
        match answer {
            Ok(Changes::NothingNew) => Ok(None),
            Ok(Changes::Page(page)) => Ok(Some(page)),
            Err(ClientError::Unauthorized) => Err(NoAccess::Ended),
            Err(error) => Err(NoAccess::Failed(error.into())),
        }
    }

    pub(super) async fn renew(&self, account: &Account, refused: &Secret) -> Result<Secret, NoAccess> {
        self.inner.access(account, Some(refused)).await
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
