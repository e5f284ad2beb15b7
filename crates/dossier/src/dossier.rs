//! The core as one handle: what it holds, where it stands, and how features reach the open file.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use protocol::ApiError;
use protocol::sign_in::{KnownMember, MemberCard, SignedOutBy};
use protocol::sync::Tag;
use tokio::sync::{Notify, OnceCell};

use crate::account_open::Account;
use crate::franceconnect::Flow;
use crate::idle::Activity;
use crate::notices::Notices;
use crate::opening::UnderWay;
use crate::settings::{Chosen, SettingsFile};
use crate::sign_in::Entering;
use crate::store::{Reader, Store, StoreError, Writer};
use crate::surroundings::Surroundings;
use crate::sync::{Client, Progress};
use crate::vault::{Secrets, VaultError};

/// The member's file on this device, and everything that can be done with it. Clones share it.
#[derive(Clone)]
pub struct Dossier {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) around: Surroundings,
    pub(crate) client: Client,
    pub(crate) notices: Notices,
    pub(crate) progress: Progress,
    pub(crate) activity: Activity,
    /// Synchronise now.
    pub(crate) wake: Notify,
    /// One sign-in, unlocking or log-out at a time.
    pub(crate) gate: tokio::sync::Mutex<()>,
    /// A damaged file was set aside: said as long as the account stays open.
    pub(crate) set_aside: AtomicBool,
    pub(crate) settings_file: SettingsFile,
    /// FranceConnect, while the browser is waited for.
    pub(crate) franceconnect: Flow,
    /// An opening that is not finished.
    pub(crate) opening: tokio::sync::Mutex<UnderWay>,
    /// Who is known on this device, as the vault says.
    pub(crate) known: Mutex<Vec<KnownMember>>,
    /// What a session without a keyring has fetched, of those whose account is not open: by profile.
    pub(crate) memories: Mutex<HashMap<String, Arc<Store>>>,
    secrets: OnceCell<Secrets>,
    chosen: Mutex<Chosen>,
    place: Mutex<Place>,
    /// A way in that is not finished; in memory only.
    entering: Mutex<Option<Entering>>,
}

/// Where the app stands.
pub(crate) enum Place {
    /// Nobody is signed in.
    Nobody,
    /// Among those with a file here.
    Choosing,
    /// A member who logged out is about to sign in again.
    Returning(LockedProfile),
    /// Just logged out, and by whom.
    SignedOut(SignedOutBy),
    /// A member is known; their code opens the file.
    Locked(LockedProfile),
    /// The account is open.
    Open(Arc<Account>),
}

/// A member before their account is open: behind the locked screen, or at sign-in.
pub(crate) struct LockedProfile {
    pub(crate) id: String,
    pub(crate) card: MemberCard,
}

/// Why the core cannot start.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be made.
    #[error("the data folder cannot be made: {}", .0.kind())]
    DataFolder(std::io::Error),
    /// The HTTP client cannot be set up.
    #[error("the HTTP client cannot be set up")]
    Client,
}

impl Dossier {
    /// Prepares the core. Nothing is opened yet: the keyring is asked at the first command, the file by the code.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open(around: Surroundings) -> Result<Self, OpenError> {
        std::fs::create_dir_all(&around.data_dir).map_err(OpenError::DataFolder)?;
        let settings_file = SettingsFile::in_folder(&around.data_dir);
        let inner = Inner {
            client: Client::new(&around.service).ok_or(OpenError::Client)?,
            notices: Notices::new(Arc::clone(&around.on_change)),
            progress: Progress::default(),
            activity: Activity::starting(around.clock.now()),
            wake: Notify::new(),
            gate: tokio::sync::Mutex::new(()),
            set_aside: AtomicBool::new(false),
            chosen: Mutex::new(settings_file.read()),
            settings_file,
            franceconnect: Flow::default(),
            opening: tokio::sync::Mutex::new(UnderWay::default()),
            known: Mutex::default(),
            memories: Mutex::default(),
            secrets: OnceCell::new(),
            place: Mutex::new(Place::Nobody),
            entering: Mutex::new(None),
            around,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Synchronises at start, regularly and when woken, and locks after idle time. Ends only when dropped.
    pub async fn run(&self) {
        tokio::join!(self.keep_in_sync(), self.lock_when_idle());
    }

    /// Reads from the open file.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        query: impl Fn(&Reader<'_>) -> Result<T, StoreError> + Send + Sync + 'static,
    ) -> Result<T, ApiError> {
        let query = Arc::new(query);
        self.on_store(move |store| {
            let query = Arc::clone(&query);
            async move { store.read(move |reader| query(reader)).await }
        })
        .await
    }

    /// Changes the open file.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        change: impl Fn(&Writer<'_>) -> Result<T, StoreError> + Send + Sync + 'static,
    ) -> Result<T, ApiError> {
        let change = Arc::new(change);
        self.on_store(move |store| {
            let change = Arc::clone(&change);
            async move { store.write(move |writer| change(writer)).await }
        })
        .await
    }

    /// Uses the open file, and once more the new one that replaces it should it prove damaged.
    async fn on_store<T, U: Future<Output = Result<T, StoreError>>>(
        &self,
        usage: impl Fn(Arc<Store>) -> U,
    ) -> Result<T, ApiError> {
        let account = self.account().await?;
        let store = account.store();
        let result = match usage(Arc::clone(&store)).await {
            Err(StoreError::Damaged) => match self.set_file_aside(&account, &store).await {
                Ok(fresh) => usage(fresh).await,
                Err(error) => Err(error),
            },
            result => result,
        };
        result.map_err(|error| self.inner.answer_for(error))
    }

    /// The open account.
    pub(crate) async fn account(&self) -> Result<Arc<Account>, ApiError> {
        self.inner.secrets().await?;
        match &*self.inner.place() {
            Place::Open(account) => Ok(Arc::clone(account)),
            Place::Locked(_) => Err(ApiError::Locked),
            Place::Nobody | Place::Choosing | Place::Returning(_) | Place::SignedOut(_) => Err(ApiError::SignedOut),
        }
    }
}

impl Inner {
    /// The vault, opened at first use; whoever signed in last then stands behind the locked screen.
    pub(crate) async fn secrets(&self) -> Result<&Secrets, ApiError> {
        let opened = self.secrets.get_or_try_init(|| async {
            let around = &self.around;
            let secrets = Secrets::open(&around.vault, &around.keyring_service, around.entropy.as_ref()).await?;
            let current = self.look_who_is_known(&secrets).await?;
            if let Some(member) = current.and_then(|id| self.known_member(&id)) {
                *self.place() = Place::Locked(LockedProfile::of(&member));
            }
            Ok::<_, VaultError>(secrets)
        });
        opened.await.map_err(|error| self.answer_for(error))
    }

    /// The vault, once it is open.
    pub(crate) fn opened_secrets(&self) -> Result<&Secrets, VaultError> {
        self.secrets.get().ok_or(VaultError::Missing)
    }

    /// Where the app stands. Not to be held across an await.
    pub(crate) fn place(&self) -> MutexGuard<'_, Place> {
        locked(&self.place)
    }

    /// The way in that is not finished. Not to be held across an await.
    pub(crate) fn entering(&self) -> MutexGuard<'_, Option<Entering>> {
        self.entering.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Moves the app, closes what was open before, and tells the interface.
    pub(crate) async fn go_to(&self, place: Place) {
        self.go_quietly_to(place).await;
        self.notices.tell(&Tag::ALL);
    }

    /// Moves the app and closes what was open before, a way in included, on the way to somewhere else.
    pub(crate) async fn go_quietly_to(&self, place: Place) {
        let before = std::mem::replace(&mut *self.place(), place);
        *self.entering() = None;
        if let Place::Open(account) = before {
            self.set_aside.store(false, Ordering::Release);
            let store = account.store();
            if store.is_in_memory() {
                locked(&self.memories).insert(account.id.clone(), store);
            }
            account.close().await;
        }
        self.progress.reset();
    }

    /// What was chosen for this device.
    pub(crate) fn chosen(&self) -> Chosen {
        locked(&self.chosen).clone()
    }

    /// Changes what was chosen, on disk first.
    pub(crate) fn choose(&self, change: impl FnOnce(&mut Chosen)) -> std::io::Result<()> {
        let mut chosen = locked(&self.chosen);
        let mut next = chosen.clone();
        change(&mut next);
        self.settings_file.write(&next)?;
        *chosen = next;
        Ok(())
    }
}

impl LockedProfile {
    pub(crate) fn of(member: &KnownMember) -> Self {
        Self { id: member.id.as_str().to_owned(), card: member.card.clone() }
    }
}

/// Nothing here is ever left half changed.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
