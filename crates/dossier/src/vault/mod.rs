//! The vault: the system keyring, and the only place that speaks with it.
//!
//! A keyring may block, ask the member something, or be broken. One thread of its own makes every call, so that no
//! asynchronous task ever runs inside one, and a call without an answer ends in [`VaultError::NoAnswer`].

mod attempts;
#[cfg_attr(target_os = "android", path = "entry_android.rs")]
#[cfg_attr(target_os = "ios", path = "entry_ios.rs")]
#[cfg_attr(not(any(target_os = "android", target_os = "ios")), path = "entry_desktop.rs")]
mod entry;
mod memory;
mod profiles;
mod system;
mod verifier;

use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use protocol::sign_in::Storage;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

pub(crate) use attempts::Attempts;
pub use memory::{Fault, MemoryVault};
pub(crate) use profiles::{Profile, ProfileList, Trust};
pub(crate) use verifier::{NotHashed, Verifier};

use crate::opening::DraftPlace;
use crate::surroundings::{Entropy, Vault};

/// Why a secret could not be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum VaultError {
    /// There is no keyring.
    #[error("there is no keyring")]
    Missing,
    /// The keyring is locked, or refuses.
    #[error("the keyring refuses")]
    Refused,
    /// The keyring does not answer.
    #[error("the keyring does not answer")]
    NoAnswer,
    /// An entry does not have the expected form.
    #[error("a secret has an unexpected form")]
    Form,
}

/// What a keyring can do. Calls may block.
trait Keyring: Send {
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError>;
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), VaultError>;
    fn remove(&self, name: &str) -> Result<(), VaultError>;
}

type Call = Box<dyn FnOnce(&dyn Keyring) + Send>;

/// The keyring, seen from asynchronous code.
pub(crate) struct Secrets {
    calls: Sender<Call>,
    patience: Duration,
    /// Whether secrets outlive the app.
    pub(crate) storage: Storage,
}

/// A member may be typing the keyring's password meanwhile; a keyring that is well answers in milliseconds.
const PATIENCE: Duration = Duration::from_secs(15);

const PROFILES: &str = "profiles";
const OPENING: &str = "opening";

impl Secrets {
    /// Takes the chosen keyring if it works, and otherwise this session's memory.
    pub(crate) async fn open(choice: &Vault, service: &str, entropy: &dyn Entropy) -> Result<Self, VaultError> {
        Self::open_within(PATIENCE, choice, service, entropy).await
    }

    async fn open_within(
        patience: Duration,
        choice: &Vault,
        service: &str,
        entropy: &dyn Entropy,
    ) -> Result<Self, VaultError> {
        let chosen: Box<dyn Keyring> = match choice {
            Vault::System => Box::new(system::SystemKeyring::new(service)),
            Vault::Memory(memory) => Box::new(memory.clone()),
        };
        let kept = Self::on_thread(chosen, Storage::Kept, patience)?;
        match kept.probe(entropy).await {
            Ok(()) => Ok(kept),
            Err(error) => {
                tracing::warn!(%error, "no usable keyring: this session keeps nothing");
                Self::on_thread(Box::new(MemoryVault::default()), Storage::SessionOnly, patience)
            }
        }
    }

    fn on_thread(keyring: Box<dyn Keyring>, storage: Storage, patience: Duration) -> Result<Self, VaultError> {
        let (calls, waiting) = channel::<Call>();
        let thread = std::thread::Builder::new().name("keyring".to_owned());
        let run = move || waiting.into_iter().for_each(|call| call(keyring.as_ref()));
        thread.spawn(run).map_err(|_| VaultError::Missing)?;
        Ok(Self { calls, patience, storage })
    }

    /// An unlocked keyring gives what was written; one that has nothing yet must show that it can keep something.
    async fn probe(&self, entropy: &dyn Entropy) -> Result<(), VaultError> {
        let name = format!("probe-{}", entropy.hex(8).map_err(|_| VaultError::Missing)?);
        self.call(move |keyring| {
            if keyring.get(PROFILES)?.is_some() {
                return Ok(());
            }
            keyring.set(&name, name.as_bytes())?;
            let read = keyring.get(&name)?;
            keyring.remove(&name)?;
            if read.is_some_and(|read| *read == *name.as_bytes()) { Ok(()) } else { Err(VaultError::Refused) }
        })
        .await
    }

    /// The members known on this device.
    pub(crate) async fn profiles(&self) -> Result<Option<ProfileList>, VaultError> {
        self.read(PROFILES.to_owned()).await
    }

    /// Keeps the members known on this device.
    pub(crate) async fn set_profiles(&self, list: &ProfileList) -> Result<(), VaultError> {
        self.write(PROFILES.to_owned(), list).await
    }

    /// One member's secrets.
    pub(crate) async fn profile(&self, id: &str) -> Result<Option<Profile>, VaultError> {
        self.read(entry_of(id)).await
    }

    /// Keeps one member's secrets.
    pub(crate) async fn set_profile(&self, profile: &Profile) -> Result<(), VaultError> {
        self.write(entry_of(&profile.id), profile).await
    }

    /// Destroys one member's secrets.
    pub(crate) async fn remove_profile(&self, id: &str) -> Result<(), VaultError> {
        let name = entry_of(id);
        self.call(move |keyring| keyring.remove(&name)).await
    }

    /// Where the draft of an opening is.
    pub(crate) async fn opening(&self) -> Result<Option<DraftPlace>, VaultError> {
        self.read(OPENING.to_owned()).await
    }

    /// Keeps where the draft of an opening is.
    pub(crate) async fn set_opening(&self, place: &DraftPlace) -> Result<(), VaultError> {
        self.write(OPENING.to_owned(), place).await
    }

    /// Forgets it.
    pub(crate) async fn remove_opening(&self) -> Result<(), VaultError> {
        self.call(|keyring| keyring.remove(OPENING)).await
    }

    async fn read<T: serde::de::DeserializeOwned>(&self, name: String) -> Result<Option<T>, VaultError> {
        let bytes = self.call(move |keyring| keyring.get(&name)).await?;
        bytes.map(|bytes| serde_json::from_slice(&bytes).map_err(|_| VaultError::Form)).transpose()
    }

    async fn write<T: serde::Serialize>(&self, name: String, secret: &T) -> Result<(), VaultError> {
        let bytes = Zeroizing::new(serde_json::to_vec(secret).map_err(|_| VaultError::Form)?);
        self.call(move |keyring| keyring.set(&name, &bytes)).await
    }

    async fn call<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn Keyring) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, VaultError> {
        let (answer, waiting) = oneshot::channel();
        let call: Call = Box::new(move |keyring| drop(answer.send(call(keyring))));
        self.calls.send(call).map_err(|_| VaultError::Missing)?;
        match tokio::time::timeout(self.patience, waiting).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(VaultError::Missing),
            Err(_) => Err(VaultError::NoAnswer),
        }
    }
}

fn entry_of(id: &str) -> String {
    format!("profile-{id}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surroundings::SystemEntropy;

    async fn storage(fault: Option<Fault>) -> Storage {
        let vault = MemoryVault::default();
        vault.set_fault(fault);
        // A call that would never end only has to be given up.
        let patience = if fault == Some(Fault::Silent) { Duration::from_millis(20) } else { PATIENCE };
        let choice = Vault::Memory(vault.clone());
        let secrets = Secrets::open_within(patience, &choice, "test", &SystemEntropy).await.ok().unwrap();
        vault.set_fault(None);
        secrets.storage
    }

    #[tokio::test]
    async fn a_keyring_that_fails_in_any_way_ends_in_a_session_that_keeps_nothing() {
        assert_eq!(storage(None).await, Storage::Kept);
        assert_eq!(storage(Some(Fault::Missing)).await, Storage::SessionOnly);
        assert_eq!(storage(Some(Fault::Locked)).await, Storage::SessionOnly);
        assert_eq!(storage(Some(Fault::Silent)).await, Storage::SessionOnly);
    }

    #[tokio::test]
    async fn looking_whether_the_keyring_works_leaves_nothing_in_it() {
        let vault = MemoryVault::default();
        let choice = Vault::Memory(vault.clone());
        let secrets = Secrets::open(&choice, "test", &SystemEntropy).await.ok().unwrap();
        assert!(secrets.profiles().await.unwrap().is_none());
        assert_eq!(vault.count(), 0);
    }
}
