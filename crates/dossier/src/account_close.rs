//! Closing the account for good (R14): at the service first, then everything here.

use std::sync::Arc;

use protocol::closing::CloseOutcome;
use protocol::sign_in::{FileOnSignOut, SignedOutBy};
use protocol::{ApiError, Secret};

use crate::dossier::{Dossier, Place};
use crate::sign_in::own_code;

impl Dossier {
    /// Closes the account at the service, at once, and then removes everything of it from this device.
    ///
    /// # Errors
    /// `WrongCode` and `TooManyAttempts`, which leave everything as it is; [`ApiError::Invalid`]; `Offline` and
    /// `ServiceUnavailable` when the service cannot be asked; `SessionEnded` when it wants the member to sign in first.
    pub async fn close_account(&self, code: Secret) -> Result<(), ApiError> {
        let code = own_code(&code)?;
        let account = self.account().await?;
        let inner = Arc::clone(&self.inner);
        let asked = self.ask_in_session(&account, move |access| {
            let (inner, code) = (Arc::clone(&inner), code.clone());
            async move { inner.client.close_account(&access, code).await }
        });
        match asked.await? {
            CloseOutcome::Closed => {}
            CloseOutcome::WrongCode { retry_in } => return Err(ApiError::WrongCode { retry_in }),
            CloseOutcome::TooManyAttempts { retry_in } => return Err(ApiError::TooManyAttempts { retry_in }),
        }
        let _gate = self.inner.gate.lock().await;
        let secrets = self.inner.secrets().await?;
        if self.member_shown().is_some_and(|(id, _)| id == account.id) {
            self.inner.go_to(Place::SignedOut(SignedOutBy::Closing)).await;
        }
        let forgotten = self.forget(secrets, &account.id, FileOnSignOut::Remove).await;
        let known = self.inner.look_who_is_known(secrets).await;
        self.inner.notices.tell(&[protocol::sync::Tag::Session]);
        forgotten.map_err(|error| self.inner.answer_for(error))?;
        known.map(drop).map_err(|error| self.inner.answer_for(error))
    }
}
