//! From a proof of identity to the account: known, to be opened, or neither.

use insurance::Nir;
use protocol::franceconnect::{Distrust, FranceConnectAnswer, FranceConnectSignIn, Identified, IdentifiedOutcome};
use protocol::{ApiError, Secret};

use super::provider::Proof;
use crate::dossier::{Dossier, Place};
use crate::opening::ProvenIdentity;
use crate::sign_in::OwnCode;
use crate::sync::ClientError;
use crate::vault::Secrets;

impl Dossier {
    /// Hands the proof to the service, which looks at it itself.
    pub(super) async fn enter_with(&self, proof: &Proof, turn: u64) -> Result<FranceConnectAnswer, ApiError> {
        self.is_there();
        let request = Identified { id_token: proof.id_token.clone(), nonce: proof.nonce.clone() };
        let mut asked = self.inner.client.identify(&request).await;
        if is_lost(&asked) {
            asked = self.inner.client.identify(&request).await;
        }
        let outcome = asked.map_err(|error| self.inner.answer_for(error))?;
        if !self.inner.franceconnect.is_under_way(turn) {
            return Ok(FranceConnectAnswer::Left);
        }
        match outcome {
            IdentifiedOutcome::Known { nir } => {
                // What the service calls a number and is none cannot be entered with.
                let nir = Nir::parse(nir.expose()).map_err(|_| ApiError::ServiceUnavailable)?;
                self.sign_in_with(proof, nir).await.map(|()| FranceConnectAnswer::Entered)
            }
            IdentifiedOutcome::NoAccount { opening, person, .. } => {
                let name = person.name.clone();
                self.begin_proven_opening(ProvenIdentity { opening, person }).await?;
                Ok(FranceConnectAnswer::NoAccount { name })
            }
            IdentifiedOutcome::NotMatched => Ok(FranceConnectAnswer::NotMatched),
            IdentifiedOutcome::NotProven => Ok(FranceConnectAnswer::Distrusted { because: Distrust::Other }),
            IdentifiedOutcome::TooManyAttempts { retry_in } => Err(ApiError::TooManyAttempts { retry_in }),
        }
    }

    /// A sign-in without a code: the device's trust goes with it as with any other.
    async fn sign_in_with(&self, proof: &Proof, nir: Nir) -> Result<(), ApiError> {
        let _gate = self.inner.gate.lock().await;
        let secrets = self.inner.secrets().await?;
        *self.inner.entering() = None;
        let (device, trust) = self.claim_of(secrets, &nir).await?;
        let request =
            FranceConnectSignIn { id_token: proof.id_token.clone(), nonce: proof.nonce.clone(), device, trust };
        let language = self.inner.chosen().settings.language;
        let mut asked = self.inner.client.franceconnect_sign_in(&request, language).await;
        if is_lost(&asked) {
            asked = self.inner.client.franceconnect_sign_in(&request, language).await;
        }
        let outcome = asked.map_err(|error| self.inner.answer_for(error))?;
        let code = self.code_in_use(secrets, &nir).await?;
        self.follow(secrets, nir, code, outcome).await
    }

    /// The code that opens this member's file already, when it is open: then it goes on doing so.
    async fn code_in_use(&self, secrets: &Secrets, nir: &Nir) -> Result<Option<OwnCode>, ApiError> {
        let known = self.known_profile(secrets, &Secret::new(nir.body())).await?;
        let Some(profile) = known else { return Ok(None) };
        let own = match &*self.inner.place() {
            Place::Open(account) if account.id == profile.id => Some(account.code()),
            _ => None,
        };
        let is_device_code = profile.trust.is_some_and(|trust| trust.device_code);
        Ok(own.map(|code| if is_device_code { OwnCode::Device(code) } else { OwnCode::Account(code) }))
    }
}

/// Whether no answer came, or half of one: the same request, made again, is done once.
fn is_lost<T>(answer: &Result<T, ClientError>) -> bool {
    matches!(answer, Err(ClientError::Offline | ClientError::Service))
}
