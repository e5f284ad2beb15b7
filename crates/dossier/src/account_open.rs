//! An open account: the store, the member's secrets, and the access token, until a lock or a log-out.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use protocol::Secret;
use protocol::debts::CardPaymentState;
use protocol::sign_in::Storage;
use protocol::sync::Tag;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tokio::sync::{Mutex, watch};
use zeroize::Zeroizing;

use crate::dossier::{Dossier, Inner};
use crate::failure::Failure;
use crate::store::{self, Key, Store, StoreError};
use crate::surroundings::Entropy;
use crate::vault::{Profile, Secrets, VaultError};

/// What is in memory while the account is open, and gone afterwards.
pub(crate) struct Account {
    /// The profile's name.
    pub(crate) id: String,
    /// As typed at sign-in or unlocking: the member may decide later that the device keeps it.
    code: RwLock<Secret>,
    /// Access to the service; none until refreshed. Held while it is renewed, so that this happens once.
    pub(crate) access: Mutex<Option<Secret>>,
    /// The vault's entry; held while it is written, so that writes keep their order.
    profile: Mutex<Profile>,
    store: RwLock<Arc<Store>>,
    closed: watch::Sender<bool>,
    /// What was last asked of the service without an answer, by its hash, and under which key.
    request_key: std::sync::Mutex<Option<([u8; 32], String)>>,
    /// How the last payment by card ended that was begun here.
    pub(crate) debt_payment: std::sync::Mutex<Option<CardPaymentState>>,
    /// Held by whoever asks the service how a payment by card stands: one question at a time.
    pub(crate) following: Mutex<()>,
    checked: AtomicBool,
}

impl Account {
    pub(crate) fn new(profile: Profile, code: Secret, access: Option<Secret>, store: Arc<Store>) -> Self {
        Self {
            id: profile.id.clone(),
            code: RwLock::new(code),
            request_key: std::sync::Mutex::new(None),
            debt_payment: std::sync::Mutex::new(None),
            following: Mutex::new(()),
            access: Mutex::new(access),
            profile: Mutex::new(profile),
            store: RwLock::new(store),
            closed: watch::Sender::new(false),
            checked: AtomicBool::new(false),
        }
    }

    /// The code that opened the account, or took the place of that one.
    pub(crate) fn code(&self) -> Secret {
        self.code.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The member has another code now.
    pub(crate) fn set_code(&self, code: Secret) {
        *self.code.write().unwrap_or_else(PoisonError::into_inner) = code;
    }

    /// A key for a request: the one under which the same was asked before without an answer, or a new one.
    pub(crate) fn request_key(&self, asked: &impl Serialize, entropy: &dyn Entropy) -> Result<String, Failure> {
        let text = Zeroizing::new(serde_json::to_vec(asked).map_err(|_| StoreError::Form("request"))?);
        let hash: [u8; 32] = Sha256::digest(text.as_slice()).into();
        let mut known = self.request_key.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, key)) = known.as_ref().filter(|(asked, _)| *asked == hash) {
            return Ok(key.clone());
        }
        let key = entropy.hex(16)?;
        *known = Some((hash, key.clone()));
        Ok(key)
    }

    /// The service has answered.
    pub(crate) fn forget_request_key(&self) {
        *self.request_key.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub(crate) fn store(&self) -> Arc<Store> {
        Arc::clone(&self.store.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// True once.
    pub(crate) fn is_unchecked(&self) -> bool {
        !self.checked.swap(true, Ordering::AcqRel)
    }

    /// The member's secrets as they are now.
    pub(crate) async fn profile(&self) -> Profile {
        self.profile.lock().await.clone()
    }

    /// Changes the member's secrets, in the vault first.
    pub(crate) async fn change_profile(
        &self,
        secrets: &Secrets,
        change: impl FnOnce(&mut Profile),
    ) -> Result<(), VaultError> {
        if *self.closed.borrow() {
            return Ok(());
        }
        self.change_profile_even_closed(secrets, change).await
    }

    /// The same, also when the account was locked meanwhile; not after a log-out, which leaves nothing to change.
    pub(crate) async fn change_profile_even_closed(
        &self,
        secrets: &Secrets,
        change: impl FnOnce(&mut Profile),
    ) -> Result<(), VaultError> {
        let mut profile = self.profile.lock().await;
        if *self.closed.borrow() {
            let Some(kept) = secrets.profile(&profile.id).await? else { return Ok(()) };
            *profile = kept;
        }
        let mut next = profile.clone();
        change(&mut next);
        secrets.set_profile(&next).await?;
        *profile = next;
        Ok(())
    }

    /// Ends every use of the account. The store of a session without a keyring stays, for unlocking.
    pub(crate) async fn close(&self) {
        self.closed.send_replace(true);
        let store = self.store();
        if !store.is_in_memory() {
            let _ = tokio::task::spawn_blocking(move || store.close()).await;
        }
    }

    /// Resolves once the account is closed.
    pub(crate) async fn closed(&self) {
        let mut closed = self.closed.subscribe();
        let _ = closed.wait_for(|closed| *closed).await;
    }
}

impl Inner {
    /// Opens the file of a profile, or a store in memory when the session keeps nothing.
    pub(crate) async fn open_store(&self, profile: &Profile, storage: Storage) -> Result<Arc<Store>, Failure> {
        if storage == Storage::SessionOnly {
            return Ok(Store::in_memory()?);
        }
        let path = self.file_of(profile);
        let key = Key::from_hex(profile.key.expose()).ok_or(VaultError::Form)?;
        let opened = tokio::task::spawn_blocking(move || match Store::open(path.clone(), key.clone()) {
            Err(StoreError::Damaged) => {
                store::set_aside(&path)?;
                Ok((Store::open(path, key)?, true))
            }
            opened => Ok::<_, StoreError>((opened?, false)),
        });
        let (store, was_set_aside) = opened.await.map_err(|_| StoreError::Ending)??;
        if was_set_aside {
            tracing::warn!("the file is damaged: set aside, everything is fetched again");
            self.set_aside.store(true, Ordering::Release);
        }
        Ok(store)
    }

    /// Where a profile's file is.
    pub(crate) fn file_of(&self, profile: &Profile) -> PathBuf {
        self.around.data_dir.join(format!("{}.dossier", profile.file))
    }
}

impl Dossier {
    /// Sets the damaged file of an open account aside and goes on with a new one, which synchronisation fills.
    pub(crate) async fn set_file_aside(
        &self,
        account: &Arc<Account>,
        damaged: &Arc<Store>,
    ) -> Result<Arc<Store>, StoreError> {
        let (opened, store) = (Arc::clone(account), Arc::clone(damaged));
        let replaced = tokio::task::spawn_blocking(move || opened.replace(&store));
        let (store, replaced) = replaced.await.map_err(|_| StoreError::Ending)??;
        if replaced {
            tracing::warn!("the file is damaged: set aside, everything is fetched again");
            self.inner.set_aside.store(true, Ordering::Release);
            self.inner.notices.tell(&Tag::ALL);
            self.inner.wake.notify_one();
        }
        Ok(store)
    }
}

impl Account {
    /// The new store, and whether this call made it: another one may have been quicker.
    fn replace(&self, damaged: &Arc<Store>) -> Result<(Arc<Store>, bool), StoreError> {
        let mut current = self.store.write().unwrap_or_else(PoisonError::into_inner);
        if *self.closed.borrow() {
            return Err(StoreError::Closed);
        }
        if !Arc::ptr_eq(&current, damaged) {
            return Ok((Arc::clone(&current), false));
        }
        *current = damaged.made_anew()?;
        Ok((Arc::clone(&current), true))
    }
}
