//! FranceConnect (A9): the person proves who they are in the system's browser, and comes back with a code that only this
//! app can use. What follows is a way in like any other, or an opening whose proof is done.
//!
//! One flow at a time, in memory only; another one, turning back, or five minutes end it.

#[cfg_attr(any(target_os = "android", target_os = "ios"), path = "callback_mobile.rs")]
mod callback;
mod enter;
mod provider;
mod under_way;

use std::time::Duration;

use protocol::ApiError;
use protocol::franceconnect::{Distrust, FranceConnectAnswer};
use subtle::ConstantTimeEq as _;
use tokio::time::timeout;
use url::Url;

pub(crate) use under_way::Flow;

use crate::dossier::{Dossier, Inner};
use crate::failure::Failure;
use callback::{Callback, Returned};
use provider::{Asked, Proof, Provider};

/// How long the browser is waited for.
const PATIENCE: Duration = Duration::from_secs(5 * 60);

/// Why there is no proof of identity.
enum NoProof {
    /// There is something to say about it.
    Answer(FranceConnectAnswer),
    /// Something went wrong.
    Failed(Failure),
}

impl<E: Into<Failure>> From<E> for NoProof {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

impl From<Distrust> for NoProof {
    fn from(because: Distrust) -> Self {
        Self::Answer(FranceConnectAnswer::Distrusted { because })
    }
}

impl Dossier {
    /// « S’identifier avec FranceConnect »: opens the browser, waits for the person to come back, and signs in, or says
    /// what else comes of it. A flow that was under way before ends with [`FranceConnectAnswer::Left`].
    ///
    /// # Errors
    /// `Offline`, `ServiceUnavailable`, `TooManyAttempts`, `NoLongerInScheme`: nothing was opened. When the keyring or the
    /// disk refuses.
    pub async fn franceconnect(&self) -> Result<FranceConnectAnswer, ApiError> {
        self.inner.secrets().await?;
        let turn = self.inner.franceconnect.begin();
        let proof = tokio::select! {
            () = turn.left() => Err(NoProof::Answer(FranceConnectAnswer::Left)),
            proof = self.inner.identity(turn.number, PATIENCE) => proof,
        };
        let answer = match proof {
            Ok(proof) => self.enter_with(&proof, turn.number).await,
            Err(NoProof::Answer(answer)) => Ok(answer),
            Err(NoProof::Failed(failure)) => Err(self.inner.answer_for(failure)),
        };
        self.inner.franceconnect.end(turn.number);
        answer
    }

    /// Shows the provider's page in the browser once more. Nothing happens when no flow waits for it.
    ///
    /// # Errors
    /// `NotFound` when no browser opens.
    pub async fn open_franceconnect_again(&self) -> Result<(), ApiError> {
        match self.inner.franceconnect.address() {
            Some(address) => (self.inner.around.open_browser)(&address).map_err(|_| ApiError::NotFound),
            None => Ok(()),
        }
    }

    /// Turns back: the flow ends, and whoever comes back from the browser finds nobody.
    ///
    /// # Errors
    /// None.
    pub async fn leave_franceconnect(&self) -> Result<(), ApiError> {
        self.inner.franceconnect.leave();
        Ok(())
    }
}

impl Inner {
    /// A proof of who it is, fresh from the provider, and checked.
    async fn identity(&self, turn: u64, patience: Duration) -> Result<Proof, NoProof> {
        let callback = Callback::listen().await?;
        let asked = Asked::new(self.around.entropy.as_ref())?;
        let provider = Provider::discover(&self.client, &self.around.service, callback.address()?).await?;
        let address = provider.page_for(&asked);
        // The one address that is ever shown to the browser is below that of the service.
        if !is_below(&address, &self.around.service) {
            return Err(Distrust::Other.into());
        }
        self.franceconnect.show(turn, address.clone());
        if let Err(cause) = (self.around.open_browser)(&address) {
            tracing::warn!(kind = %cause.kind(), "no browser opens");
            return Err(NoProof::Answer(FranceConnectAnswer::NoBrowser));
        }
        let language = self.chosen().settings.language;
        let returned = timeout(patience, callback.returned(language)).await;
        let Returned { state, code } =
            returned.map_err(|_| NoProof::Answer(FranceConnectAnswer::TimedOut))?.map_err(Failure::from)?;
        if !bool::from(state.as_bytes().ct_eq(asked.state.as_bytes())) {
            return Err(Distrust::State.into());
        }
        match code {
            Ok(code) => provider.exchange(&self.client, code, asked, self.around.clock.now()).await,
            Err(error) if error == "access_denied" => Err(NoProof::Answer(FranceConnectAnswer::Refused)),
            Err(_) => Err(Distrust::Other.into()),
        }
    }
}

/// Whether an address is of the service: the same scheme, name and port, and a path below.
fn is_below(address: &Url, service: &Url) -> bool {
    address.origin() == service.origin() && address.path().starts_with(service.path())
}

#[cfg(test)]
mod tests;
