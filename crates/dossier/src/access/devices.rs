//! Signing another device of the member out, and being signed out by another one.

use std::sync::Arc;

use protocol::sign_in::{EndedBecause, FileOnSignOut, SignedOutBy};
use protocol::{ApiError, DeviceId};

use crate::account_open::Account;
use crate::dossier::{Dossier, Place};

impl Dossier {
    /// Signs a device of the member out, at once, at the service: it is told at its next request.
    ///
    /// # Errors
    /// `Offline` or `ServiceUnavailable` when the service cannot be asked; `NotFound` when the device was signed out
    /// already; `SessionEnded` when this one was.
    pub async fn end_device(&self, id: DeviceId) -> Result<(), ApiError> {
        let account = self.account().await?;
        let inner = Arc::clone(&self.inner);
        let ended = self.ask_in_session(&account, move |access| {
            let (inner, id) = (Arc::clone(&inner), id.clone());
            async move { inner.client.end_device(&access, &id).await }
        });
        let known = ended.await?;
        // What the service has to say about it comes the usual way.
        self.inner.wake.notify_one();
        if known { Ok(()) } else { Err(ApiError::NotFound) }
    }

    /// The member ended this device from another one: the session, its tokens and the code are forgotten here too. The
    /// encrypted file stays, as after logging out; when the account was closed for good, it goes. Beside the caller,
    /// who may be part of what is closed.
    pub(crate) fn follow_the_other_device(&self, account: &Arc<Account>, because: EndedBecause) {
        let (by, file) = match because {
            EndedBecause::OtherDevice => (SignedOutBy::OtherDevice, FileOnSignOut::Keep),
            EndedBecause::AccountClosed => (SignedOutBy::ClosedElsewhere, FileOnSignOut::Remove),
        };
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
            dossier.inner.go_to(Place::SignedOut(by)).await;
            if let Err(error) = dossier.forget(secrets, &account.id, file).await {
                tracing::error!(cause = %error, "what another device signed out could not be forgotten");
            }
            let _ = dossier.inner.look_who_is_known(secrets).await;
            dossier.inner.notices.tell(&[protocol::sync::Tag::Session]);
        });
    }
}
