//! The access token: renewed when refused, once for all who wait; then by the kept code; then not at all.

use std::sync::Arc;

use protocol::sign_in::{EndedBecause, SignIn, SignInOutcome, Tokens};
use protocol::{ApiError, Secret};

use super::{ClientError, Refreshed};
use crate::account_open::Account;
use crate::dossier::{Dossier, Inner};
use crate::failure::Failure;

/// Why there is no access.
pub(crate) enum NoAccess {
    /// The session is over and cannot be renewed without the member.
    Ended,
    /// The member ended this device.
    EndedBecause(EndedBecause),
    /// Something else went wrong.
    Failed(Failure),
}

impl Dossier {
    /// Asks the service for something that needs the session. A refused token is renewed once.
    pub(super) async fn with_session<T, F: Future<Output = Result<T, ClientError>>>(
        &self,
        account: &Account,
        ask: impl Fn(Secret) -> F,
    ) -> Result<T, NoAccess> {
        let access = self.inner.access(account, None).await?;
        let answer = match ask(access.clone()).await {
            Err(ClientError::Unauthorized) => ask(self.inner.access(account, Some(&access)).await?).await,
            answer => answer,
        };
        match answer {
            Ok(answer) => Ok(answer),
            Err(ClientError::Unauthorized) => Err(NoAccess::Ended),
            Err(error) => Err(failed(error)),
        }
    }

    /// The same, for the member who waits for the answer: `SessionEnded` when the service wants them to sign in first,
    /// `SignedOut` when the member ended this device.
    pub(crate) async fn ask_in_session<T, F: Future<Output = Result<T, ClientError>>>(
        &self,
        account: &Arc<Account>,
        ask: impl Fn(Secret) -> F,
    ) -> Result<T, ApiError> {
        self.with_session(account, ask).await.map_err(|error| match error {
            NoAccess::Ended => ApiError::SessionEnded,
            NoAccess::EndedBecause(because) => {
                self.follow_the_other_device(account, because);
                ApiError::SignedOut
            }
            NoAccess::Failed(failure) => self.inner.answer_for(failure),
        })
    }
}

impl Inner {
    /// An access token other than the one that was refused.
    ///
    /// No clock is asked: a token is good until the service refuses it, whatever the device's date.
    pub(crate) async fn access(&self, account: &Account, refused: Option<&Secret>) -> Result<Secret, NoAccess> {
        let mut access = account.access.lock().await;
        if let Some(current) = access.as_ref()
            && refused.is_none_or(|refused| refused.expose() != current.expose())
        {
            return Ok(current.clone());
        }
        *access = None;
        let tokens = self.renewed(account).await?;
        Ok(access.insert(tokens).clone())
    }

    async fn renewed(&self, account: &Account) -> Result<Secret, NoAccess> {
        let Some(trust) = account.profile().await.trust else { return Err(NoAccess::Ended) };
        match self.client.refresh(&trust.refresh).await {
            Ok(Refreshed::Renewed(tokens)) => self.keep(account, tokens, None).await,
            // Only the service knows this device's name. Nobody else's word signs out, let alone erases.
            Ok(Refreshed::Ended(ended)) if ended.device == trust.device => Err(NoAccess::EndedBecause(ended.because)),
            Ok(Refreshed::Ended(_)) => Err(failed(ClientError::Service)),
            Err(ClientError::Unauthorized) => {
                let Some(code) = trust.code else { return Err(NoAccess::Ended) };
                let request = SignIn { nir: trust.nir, code, device: Some(trust.device), trust: trust.device_trust };
                match self.client.sign_in(&request, self.chosen().settings.language).await {
                    Ok(SignInOutcome::SignedIn { tokens, device, trust }) => {
                        self.keep(account, tokens, Some((device, trust))).await
                    }
                    Ok(SignInOutcome::TooManyAttempts { .. }) => Err(failed(ClientError::Service)),
                    // What is asked for only the member can do.
                    Ok(_) => Err(NoAccess::Ended),
                    Err(error) => Err(failed(error)),
                }
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// The refresh token serves once: the next one is in the vault before the access is used.
    async fn keep(
        &self,
        account: &Account,
        tokens: Tokens,
        known_as: Option<(protocol::DeviceId, Secret)>,
    ) -> Result<Secret, NoAccess> {
        let secrets = self.secrets().await.map_err(|_: ApiError| NoAccess::Ended)?;
        let kept = account.change_profile(secrets, |profile| {
            if let Some(trust) = &mut profile.trust {
                trust.refresh = tokens.refresh.clone();
                if let Some((device, device_trust)) = known_as {
                    trust.device = device;
                    trust.device_trust = Some(device_trust);
                }
            }
        });
        kept.await.map_err(|error| NoAccess::Failed(error.into()))?;
        Ok(tokens.access.clone())
    }
}

fn failed(error: ClientError) -> NoAccess {
    NoAccess::Failed(error.into())
}

#[cfg(test)]
#[path = "tokens_tests.rs"]
mod tests;
