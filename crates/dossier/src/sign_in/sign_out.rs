//! Logging out: code, tokens and trust are forgotten; the file goes only if asked. Logging out stays out.

use std::time::Duration;

use protocol::sign_in::{FileOnSignOut, SignedOutBy};
use protocol::sync::Tag;
use protocol::{ApiError, Secret};

use crate::dossier::{Dossier, Place, locked};
use crate::failure::Failure;
use crate::sync::Refreshed;
use crate::vault::{Profile, Secrets};

/// How long the service is waited for; the device has forgotten everything by then.
const PATIENCE: Duration = Duration::from_secs(3);

impl Dossier {
    /// Logs out, here first, then at the service if it can be reached.
    ///
    /// # Errors
    /// `SignedOut` when nobody is signed in; otherwise when the keyring or the disk refuses.
    pub async fn sign_out(&self, file: FileOnSignOut) -> Result<(), ApiError> {
        let _gate = self.inner.gate.lock().await;
        let secrets = self.inner.secrets().await?;
        let (id, access) = self.member_shown().ok_or(ApiError::SignedOut)?;
        // Closed before the secrets go: nothing may write them again.
        self.inner.go_to(Place::SignedOut(SignedOutBy::Member)).await;
        self.forget_and_tell(secrets, &id, file, access).await
    }

    /// Forgets the member here, first, then tells the service if it can be reached.
    pub(super) async fn forget_and_tell(
        &self,
        secrets: &Secrets,
        id: &str,
        file: FileOnSignOut,
        access: Option<Secret>,
    ) -> Result<(), ApiError> {
        let forgotten = self.forget(secrets, id, file).await;
        let known = self.inner.look_who_is_known(secrets).await;
        self.inner.notices.tell(&[Tag::Session]);
        let refresh = forgotten.map_err(|error| self.inner.answer_for(error))?;
        known.map_err(|error| self.inner.answer_for(error))?;
        let told = tokio::time::timeout(PATIENCE, self.tell_service(access, refresh)).await;
        if told.is_err() {
            tracing::info!("forgotten here; the service could not be told in time");
        }
        Ok(())
    }

    /// The member on the screen, open or locked, and the access that is in memory.
    pub(crate) fn member_shown(&self) -> Option<(String, Option<Secret>)> {
        match &*self.inner.place() {
            Place::Locked(locked) => Some((locked.id.clone(), None)),
            Place::Open(account) => {
                let access = account.access.try_lock().ok().and_then(|access| access.clone());
                Some((account.id.clone(), access))
            }
            Place::Nobody | Place::Choosing | Place::Returning(_) | Place::SignedOut(_) => None,
        }
    }

    /// From the page « déconnecté » to sign-in.
    ///
    /// # Errors
    /// When the keyring cannot be asked.
    pub async fn leave_signed_out(&self) -> Result<(), ApiError> {
        self.inner.secrets().await?;
        let signed_out = matches!(*self.inner.place(), Place::SignedOut(_));
        if signed_out {
            self.inner.go_to(Place::Nobody).await;
        }
        Ok(())
    }

    /// Forgets, and gives back the refresh token, for the service.
    pub(crate) async fn forget(
        &self,
        secrets: &Secrets,
        id: &str,
        file: FileOnSignOut,
    ) -> Result<Option<Secret>, Failure> {
        // First of all: whatever fails below, the next start opens on sign-in.
        if let Some(mut list) = secrets.profiles().await?
            && list.current.as_deref() == Some(id)
        {
            list.current = None;
            secrets.set_profiles(&list).await?;
        }
        locked(&self.inner.memories).remove(id);
        let Some(profile) = secrets.profile(id).await? else { return Ok(None) };
        let refresh = profile.trust.as_ref().map(|trust| trust.refresh.clone());
        match file {
            FileOnSignOut::Keep => {
                let left = profile.trust.map(|trust| trust.card).or(profile.left);
                secrets.set_profile(&Profile { trust: None, left, ..profile }).await?;
            }
            FileOnSignOut::Remove => {
                // Without its key the file is noise, even if it cannot be deleted.
                secrets.remove_profile(id).await?;
                if let Some(mut list) = secrets.profiles().await? {
                    list.forget(id);
                    secrets.set_profiles(&list).await?;
                }
                self.remove_file(&profile).await?;
            }
        }
        Ok(refresh)
    }

    async fn tell_service(&self, access: Option<Secret>, refresh: Option<Secret>) {
        let client = &self.inner.client;
        if let Some(access) = access
            && client.end_session(&access).await.is_ok()
        {
            return;
        }
        let Some(refresh) = refresh else { return };
        if let Ok(Refreshed::Renewed(tokens)) = client.refresh(&refresh).await {
            let _ = client.end_session(&tokens.access).await;
        }
    }
}
