//! Signing in, locking, unlocking, logging out, and what the first screens show.

mod device_code;
mod entering;
#[cfg(test)]
mod entering_tests;
mod forgotten;
mod form;
mod lock;
mod members;
#[cfg(test)]
mod members_tests;
mod session;
mod sign_out;
#[cfg(test)]
pub(crate) mod tests;

use std::sync::Arc;

use insurance::Nir;
use protocol::sign_in::{MemberCard, SignIn, SignInForm, Tokens};
use protocol::{ApiError, DeviceId, Secret};

pub(crate) use entering::Entering;

use crate::account_open::Account;
use crate::dossier::{Dossier, Place, locked};
use crate::failure::Failure;
use crate::store::Store;
use crate::vault::{Attempts, NotHashed, Profile, ProfileList, Secrets, Trust, Verifier};

pub(crate) use form::own_code;

impl Dossier {
    /// Signs in at the service, at once, and opens the member's file: the one that is here, or a new one. When
    /// something is to be done before, the session's phase says so.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] before anything is sent; `WrongCredentials`, `TooManyAttempts`, `ProvisionalCodeExpired`,
    /// `NoLongerInScheme`; `Offline` or `ServiceUnavailable` when the service cannot say.
    pub async fn sign_in(&self, form: SignInForm) -> Result<(), ApiError> {
        let nir = form::nir(&form.nir)?;
        let code = form::code(&form.code)?;
        let _gate = self.inner.gate.lock().await;
        let secrets = self.inner.secrets().await?;
        *self.inner.entering() = None;
        let (device, trust) = self.claim_of(secrets, &nir).await?;
        let request = SignIn { nir: Secret::new(nir.body()), code: code.clone(), device, trust };
        let language = self.inner.chosen().settings.language;
        let outcome = self.inner.client.sign_in(&request, language).await;
        let outcome = outcome.map_err(|error| self.inner.answer_for(error))?;
        self.follow(secrets, nir, Some(OwnCode::Account(code)), outcome).await
    }

    /// What this device says of itself to the service, for this member.
    pub(crate) async fn claim_of(
        &self,
        secrets: &Secrets,
        nir: &Nir,
    ) -> Result<(Option<DeviceId>, Option<Secret>), ApiError> {
        let known = self.known_profile(secrets, &Secret::new(nir.body())).await?;
        let trust = known.and_then(|profile| profile.trust);
        let (device, trust) = trust.map(|trust| (trust.device, trust.device_trust)).unzip();
        Ok((device, trust.flatten()))
    }

    pub(crate) async fn known_profile(&self, secrets: &Secrets, nir: &Secret) -> Result<Option<Profile>, ApiError> {
        let list = secrets.profiles().await.map_err(|error| self.inner.answer_for(error))?;
        let Some(id) = list.as_ref().and_then(|list| list.profile_of(nir)) else { return Ok(None) };
        secrets.profile(id).await.map_err(|error| self.inner.answer_for(error))
    }

    async fn enter(&self, secrets: &Secrets, known: Option<Profile>, entered: Entered) -> Result<(), Failure> {
        let entropy = Arc::clone(&self.inner.around.entropy);
        let before = known.as_ref().and_then(|profile| profile.trust.clone());
        let left = known.as_ref().and_then(|profile| profile.left.clone());
        let may_keep = before.as_ref().is_some_and(|trust| trust.code.is_some());
        let Entered { nir, code: own, signed_in } = entered;
        let device_code = matches!(own, OwnCode::Device(_));
        let (OwnCode::Account(code) | OwnCode::Device(code)) = own;
        let typed = code.clone();
        let verifier = tokio::task::spawn_blocking(move || Verifier::of(&typed, entropy.as_ref()));
        let trust = Trust {
            card: card(before.as_ref().map(|trust| &trust.card).or(left.as_ref()), nir.masked()),
            verifier: verifier.await.map_err(|_| NotHashed)??,
            next_verifier: None,
            device_code,
            nir: Secret::new(nir.body()),
            code: (may_keep && !device_code).then(|| code.clone()),
            // A code that signs nobody in is not worth keeping.
            asked: device_code || before.is_some_and(|trust| trust.asked && !trust.device_code),
            refresh: signed_in.tokens.refresh.clone(),
            device: signed_in.device,
            device_trust: Some(signed_in.trust),
            attempts: Attempts::default(),
        };
        let entropy = self.inner.around.entropy.as_ref();
        let profile = match known {
            Some(profile) => Profile { trust: Some(trust), left: None, ..profile },
            None => Profile {
                id: entropy.hex(16)?,
                file: entropy.hex(16)?,
                key: Secret::new(entropy.hex(32)?),
                trust: Some(trust),
                left: None,
            },
        };
        let mut list = match secrets.profiles().await? {
            Some(list) => list,
            None => ProfileList::empty(entropy)?,
        };
        // Whoever was open before is closed first: no file is open twice, and no late write undoes the next.
        self.inner.go_quietly_to(Place::Nobody).await;
        secrets.set_profile(&profile).await?;
        list.enter(&Secret::new(nir.body()), &profile.id);
        secrets.set_profiles(&list).await?;
        self.inner.look_who_is_known(secrets).await?;
        let store = self.store_of(secrets, &profile).await?;
        self.open_account(profile, code, Some(signed_in.tokens.access.clone()), store).await;
        Ok(())
    }

    /// Shows the account; synchronisation starts.
    async fn open_account(
        &self,
        profile: Profile,
        code: Secret,
        access: Option<Secret>,
        store: Arc<Store>,
    ) -> Arc<Account> {
        self.is_there();
        let account = Arc::new(Account::new(profile, code, access, store));
        self.inner.go_to(Place::Open(Arc::clone(&account))).await;
        self.inner.wake.notify_one();
        account
    }

    /// What is kept of a member: their file, or what this session has fetched.
    async fn store_of(&self, secrets: &Secrets, profile: &Profile) -> Result<Arc<Store>, Failure> {
        let memory = locked(&self.inner.memories).remove(&profile.id);
        match memory {
            Some(store) => Ok(store),
            None => self.inner.open_store(profile, secrets.storage).await,
        }
    }
}

/// What a successful sign-in brought.
struct Entered {
    nir: Nir,
    code: OwnCode,
    signed_in: SignedIn,
}

/// What the service gave for it.
#[derive(Clone)]
struct SignedIn {
    device: DeviceId,
    trust: Secret,
    tokens: Tokens,
}

/// The code that opens the member's file on this device.
#[derive(Clone)]
pub(crate) enum OwnCode {
    /// The account's: it signs in as well.
    Account(Secret),
    /// Of this device alone.
    Device(Secret),
}

/// The name is known from before, or from the first synchronisation on.
fn card(before: Option<&MemberCard>, masked_nir: String) -> MemberCard {
    let (name, initials) = before.map(|card| (card.name.clone(), card.initials.clone())).unwrap_or_default();
    MemberCard { name, initials, masked_nir }
}
