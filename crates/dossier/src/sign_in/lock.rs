//! Locking, and unlocking with the code: neither needs the network.

use protocol::{ApiError, Secret};

use super::form;
use crate::dossier::{Dossier, LockedProfile, Place};
use crate::failure::Failure;
use crate::store::StoreError;
use crate::vault::{NotHashed, Profile, Secrets};

impl Dossier {
    /// Opens the file of the member behind the locked screen, without the network. Wrong codes are counted before
    /// they are looked at, and slowed down.
    ///
    /// # Errors
    /// `WrongCode`, `TooManyAttempts`, [`ApiError::Invalid`]; `SignedOut` when no member is known.
    pub async fn unlock(&self, code: Secret) -> Result<(), ApiError> {
        let code = form::own_code(&code)?;
        let _gate = self.inner.gate.lock().await;
        let secrets = self.inner.secrets().await?;
        let id = match &*self.inner.place() {
            Place::Open(_) => return Ok(()),
            Place::Locked(locked) => locked.id.clone(),
            Place::Nobody | Place::Choosing | Place::Returning(_) | Place::SignedOut(_) => {
                return Err(ApiError::SignedOut);
            }
        };
        let profile = secrets.profile(&id).await.map_err(|error| self.inner.answer_for(error))?;
        let profile = profile.ok_or(ApiError::SignedOut)?;
        let (wrong, last) = profile.trust.as_ref().map(|trust| trust.attempts.so_far()).unwrap_or_default();
        let profile = self.recognised(secrets, profile, &code).await?;
        // Two disks at once: that of the keyring, and the file. The account is open after both, and not before.
        let (kept, store) = tokio::join!(self.keep(secrets, &profile), self.store_of(secrets, &profile));
        let store = store.map_err(|error| self.inner.answer_for(error))?;
        kept?;
        let account = self.open_account(profile, code, None, store).await;
        self.note_unlocked(&account, wrong, last).await;
        Ok(())
    }

    /// The profile with its count of wrong codes back at none, to be kept, if the code is right.
    async fn recognised(&self, secrets: &Secrets, mut profile: Profile, code: &Secret) -> Result<Profile, ApiError> {
        let Some(trust) = &mut profile.trust else { return Err(ApiError::SignedOut) };
        let now = self.inner.around.clock.now();
        let retry_in = trust.attempts.wait(now);
        if retry_in > 0 {
            self.keep(secrets, &profile).await?;
            return Err(ApiError::TooManyAttempts { retry_in });
        }
        trust.attempts.count(now);
        let (verifier, next) = (trust.verifier.clone(), trust.next_verifier.clone());
        let retry_in = trust.attempts.delay();
        let typed = code.clone();
        let right = tokio::task::spawn_blocking(move || {
            let is_next = || next.map_or(Ok(false), |next| next.recognises(&typed));
            Ok(if verifier.recognises(&typed)? {
                Right::Code
            } else if is_next()? {
                Right::NextCode
            } else {
                Right::None
            })
        });
        // Nobody learns what comes of it before it is counted.
        let (kept, right) = tokio::join!(self.keep(secrets, &profile), right);
        kept?;
        let right = right.map_err(|_| NotHashed).and_then(|right| right);
        let right = right.map_err(|error| self.inner.answer_for(error))?;
        if right == Right::None {
            return Err(ApiError::WrongCode { retry_in });
        }
        if let Some(trust) = &mut profile.trust {
            if right == Right::NextCode {
                trust.adopt(code);
            }
            trust.attempts = crate::vault::Attempts::default();
        }
        Ok(profile)
    }

    async fn keep(&self, secrets: &Secrets, profile: &Profile) -> Result<(), ApiError> {
        secrets.set_profile(profile).await.map_err(|error| self.inner.answer_for(error))
    }

    /// Closes the file; the member's code opens it again. Nothing happens when it is not open.
    ///
    /// # Errors
    /// None in practice: what cannot be read any more is closed all the same.
    pub async fn lock(&self) -> Result<(), ApiError> {
        self.inner.secrets().await?;
        self.lock_now().await;
        Ok(())
    }

    pub(crate) async fn lock_now(&self) {
        let account = match &*self.inner.place() {
            Place::Open(account) => std::sync::Arc::clone(account),
            _ => return,
        };
        let profile = account.profile().await;
        let Some(trust) = profile.trust else { return };
        let locked = LockedProfile { id: profile.id, card: trust.card };
        let still_open = match &*self.inner.place() {
            Place::Open(current) => std::sync::Arc::ptr_eq(current, &account),
            _ => false,
        };
        if still_open {
            self.inner.go_to(Place::Locked(locked)).await;
        }
    }

    /// Whether this device may keep the code, so that a session that ended is renewed without asking.
    ///
    /// # Errors
    /// When no account is open, or the keyring or the disk refuses.
    pub async fn keep_code(&self, keep: bool) -> Result<(), ApiError> {
        let account = self.account().await?;
        let secrets = self.inner.secrets().await?;
        let code = keep.then(|| account.code());
        let kept = account.change_profile(secrets, |profile| {
            if let Some(trust) = &mut profile.trust {
                // A code of this device alone signs nobody in: kept, it would only be a wrong one.
                trust.code = code.filter(|_| !trust.device_code);
                trust.asked = true;
            }
        });
        kept.await.map_err(|error| self.inner.answer_for(error))?;
        let chosen = self.inner.choose(|chosen| chosen.settings.keep_code = keep);
        chosen.map_err(|error| self.inner.answer_for(Failure::System(error)))?;
        self.inner.notices.tell(&[protocol::sync::Tag::Session]);
        Ok(())
    }
}

/// Which code was typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Right {
    None,
    Code,
    /// The one about whose change the service's answer was lost.
    NextCode,
}

impl Dossier {
    /// Closes the open account's file for good, before it is removed.
    pub(super) async fn remove_file(&self, profile: &Profile) -> Result<(), Failure> {
        let path = self.inner.file_of(profile);
        let removed = tokio::task::spawn_blocking(move || crate::store::remove_files(&path)).await;
        Ok(removed.map_err(|_| StoreError::Ending)??)
    }
}
