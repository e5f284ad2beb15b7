//! Logging out: code, tokens and trust are forgotten; the file goes only if asked. Logging out stays out.

use std::time::Duration;

use protocol::sign_in::FileOnSignOut;
use protocol::{ApiError, Secret};

use crate::dossier::{Dossier, Place};
use crate::failure::Failure;
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
        let (id, access) = match &*self.inner.place() {
            Place::Locked(locked) => (Ok(locked.id.clone()), None),
            Place::Open(account) => (Err(std::sync::Arc::clone(account)), Some(std::sync::Arc::clone(account))),
            Place::Nobody | Place::SignedOut => return Err(ApiError::SignedOut),
        };
        let access = match access {
            Some(account) => account.access.try_lock().ok().and_then(|access| access.clone()),
            None => None,
        };
        let id = match id {
            Ok(id) => id,
            Err(account) => account.profile().await.id,
        };
        // Closed before the secrets go: nothing may write them again.
        self.inner.go_to(Place::SignedOut).await;
        let refresh = self.forget(secrets, &id, file).await.map_err(|error| self.inner.answer_for(error))?;
        let told = tokio::time::timeout(PATIENCE, self.tell_service(access, refresh)).await;
        if told.is_err() {
            tracing::info!("logged out here; the service could not be told in time");
        }
        Ok(())
    }

    /// From the page « déconnecté » to sign-in.
    ///
    /// # Errors
    /// When the keyring cannot be asked.
    pub async fn leave_signed_out(&self) -> Result<(), ApiError> {
        self.inner.secrets().await?;
        let signed_out = matches!(*self.inner.place(), Place::SignedOut);
        if signed_out {
            self.inner.go_to(Place::Nobody).await;
        }
        Ok(())
    }

    /// Forgets, and gives back the refresh token, for the service.
    async fn forget(&self, secrets: &Secrets, id: &str, file: FileOnSignOut) -> Result<Option<Secret>, Failure> {
        // First of all: whatever fails below, the next start opens on sign-in.
        if let Some(mut list) = secrets.profiles().await? {
            list.current = None;
            secrets.set_profiles(&list).await?;
        }
        let Some(profile) = secrets.profile(id).await? else { return Ok(None) };
        let refresh = profile.trust.as_ref().map(|trust| trust.refresh.clone());
        match file {
            FileOnSignOut::Keep => secrets.set_profile(&Profile { trust: None, ..profile }).await?,
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
        if let Ok(tokens) = client.refresh(&refresh).await {
            let _ = client.end_session(&tokens.access).await;
        }
    }
}
