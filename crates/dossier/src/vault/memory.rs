//! Memory in place of a keyring: for a session without one, and for tests, which can make it fail.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::{Keyring, VaultError};

/// Secrets in memory. Clones share them, as restarts of the app share a keyring.
#[derive(Clone, Default)]
pub struct MemoryVault {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Default)]
struct Inner {
    entries: HashMap<String, Zeroizing<Vec<u8>>>,
    fault: Option<Fault>,
}

/// How a [`MemoryVault`] fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// As without a session bus: every call fails.
    Missing,
    /// As a locked keyring: reading finds nothing, writing is refused.
    Locked,
}

impl MemoryVault {
    /// Fails this way from now on, or works again.
    pub fn set_fault(&self, fault: Option<Fault>) {
        self.inner().fault = fault;
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keyring for MemoryVault {
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        let inner = self.inner();
        match inner.fault {
            None => Ok(inner.entries.get(name).cloned()),
            Some(Fault::Locked) => Ok(None),
            Some(Fault::Missing) => Err(VaultError::Missing),
        }
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), VaultError> {
        let mut inner = self.inner();
        match inner.fault {
            None => {
                inner.entries.insert(name.to_owned(), Zeroizing::new(secret.to_vec()));
                Ok(())
            }
            Some(Fault::Locked) => Err(VaultError::Refused),
            Some(Fault::Missing) => Err(VaultError::Missing),
        }
    }

    fn remove(&self, name: &str) -> Result<(), VaultError> {
        let mut inner = self.inner();
        match inner.fault {
            None => {
                inner.entries.remove(name);
                Ok(())
            }
            Some(Fault::Locked) => Err(VaultError::Refused),
            Some(Fault::Missing) => Err(VaultError::Missing),
        }
    }
}
