//! Signing another device of the member out, and being signed out by another one.

use std::sync::Arc;

use protocol::sign_in::{FileOnSignOut, SignedOutBy};
use protocol::{ApiError, DeviceId, Secret};

use crate::account_open::Account;
use crate::dossier::{Dossier, Place};
use crate::sync::{ClientError, NoAccess};

impl Dossier {
    /// Signs a device of the member out, at once, at the service: it is told at its next request.
    ///
    /// # Errors
    /// `Offline` or `ServiceUnavailable` when the service cannot be asked; `NotFound` when the device was signed out
    /// already; `SessionEnded` when this one was.
    pub async fn end_device(&self, id: DeviceId) -> Result<(), ApiError> {
        let account = self.account().await?;
        let inner = Arc::clone(&self.inner);
        let ended = self.with_access(&account, move |access| {
            let (inner, id) = (Arc::clone(&inner), id.clone());
            async move { inner.client.end_device(&access, &id).await }
        });
        let known = ended.await?;
        // What the service has to say about it comes the usual way.
        self.inner.wake.notify_one();
        if known { Ok(()) } else { Err(ApiError::NotFound) }
    }

    /// Asks the service something in the member's name. A refused token is renewed once.
    pub(crate) async fn with_access<T, F>(
        &self,
        account: &Arc<Account>,
        ask: impl Fn(Secret) -> F,
    ) -> Result<T, ApiError>
    where
        F: Future<Output = Result<T, ClientError>>,
    {
        let asked = async {
            let access = self.inner.access(account, None).await?;
            match ask(access.clone()).await {
                Err(ClientError::Unauthorized) => {
                    let access = self.inner.access(account, Some(&access)).await?;
                    ask(access).await.map_err(|error| NoAccess::Failed(error.into()))
                }
                answer => answer.map_err(|error| NoAccess::Failed(error.into())),
            }
        };
        asked.await.map_err(|error| match error {
            NoAccess::Ended => ApiError::SessionEnded,
            NoAccess::EndedElsewhere => {
                self.follow_the_other_device(account);
                ApiError::SignedOut
            }
            NoAccess::Failed(failure) => self.inner.answer_for(failure),
        })
    }

    /// Another device signed this one out: the session, its tokens and the code are forgotten here too. The encrypted
    /// file stays, as after logging out. Beside the caller, who may be part of what is closed.
    pub(crate) fn follow_the_other_device(&self, account: &Arc<Account>) {
        let (dossier, account) = (self.clone(), Arc::clone(account));
        tokio::spawn(async move {
            let _gate = dossier.inner.gate.lock().await;
            let Ok(secrets) = dossier.inner.secrets().await else { return };
            let still_open = match &*dossier.inner.place() {
                Place::Open(open) => Arc::ptr_eq(open, &account),
                _ => false,
            };
            if !still_open {
                return;
            }
            dossier.inner.go_to(Place::SignedOut(SignedOutBy::OtherDevice)).await;
            if let Err(error) = dossier.forget(secrets, &account.id, FileOnSignOut::Keep).await {
                tracing::error!(cause = %error, "what another device signed out could not be forgotten");
            }
            let _ = dossier.inner.look_who_is_known(secrets).await;
            dossier.inner.notices.tell(&[protocol::sync::Tag::Session]);
        });
    }
}
