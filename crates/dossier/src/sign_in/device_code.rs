//! A code for this device alone: whoever signed in without a code (A9) chooses what opens their file here. It never leaves
//! the device, and signs nobody in.

use insurance::Nir;
use insurance::code_policy::{self, Chooser};
use protocol::sync::Tag;
use protocol::{ApiError, Field, Secret};

use super::entering::{At, Entering};
use super::{Entered, OwnCode, form};
use crate::dossier::Dossier;

impl Dossier {
    /// Takes the code, and opens the account.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for a code that cannot be one, or is too easy to guess; `EntranceEnded` when nobody is waiting
    /// for a code (any more); when the keyring or the disk refuses, and the code may be chosen again.
    pub async fn choose_device_code(&self, code: Secret) -> Result<(), ApiError> {
        let code = form::own_code_as(&code, Field::NewCode)?;
        let _gate = self.inner.gate.lock().await;
        let secrets = self.inner.secrets().await?;
        let waiting = self.inner.entering().as_ref().and_then(Entering::without_code);
        let (nir, signed_in) = waiting.ok_or(ApiError::EntranceEnded)?;
        checked(&nir, &code)?;
        let known = self.known_profile(secrets, &Secret::new(nir.body())).await?;
        let entered = Entered { nir, code: OwnCode::Device(code), signed_in };
        let result = self.enter(secrets, known, entered).await;
        if result.is_err() {
            self.inner.notices.tell(&[Tag::Session]);
        }
        result.map_err(|error| self.inner.answer_for(error))
    }

    /// Turns back before there is a code: the session that is open at the service ends.
    pub(super) async fn end_without_code(&self, left: Entering) {
        if let At::DeviceCode(signed_in) = left.at {
            let ended = self.inner.client.end_session(&signed_in.tokens.access);
            let _ = tokio::time::timeout(super::entering::PATIENCE, ended).await;
        }
    }
}

/// The policy of the account's code, as far as the number tells.
fn checked(nir: &Nir, code: &Secret) -> Result<(), ApiError> {
    let chooser = Chooser { birth_date: None, nir: Some(nir) };
    match code_policy::check(code.expose(), chooser) {
        Ok(_) => Ok(()),
        Err(error) => Err(ApiError::Invalid { field: Field::NewCode, problem: error.into() }),
    }
}
