//! Memory in place of a keyring: for a session without one, and for tests, which can make it fail.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::{Keyring, VaultError};

/// Secrets in memory. Clones share them, as restarts of the app share a keyring.
#[derive(Clone, Default)]
pub struct MemoryVault {
    inner: Arc<Mutex<Inner>>,
    mended: Arc<Condvar>,
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
    /// As a keyring that waits for an answer of the member: no call returns until the fault is over.
    Silent,
}

impl MemoryVault {
    /// Fails this way from now on, or works again.
    pub fn set_fault(&self, fault: Option<Fault>) {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).fault = fault;
        self.mended.notify_all();
    }

    #[cfg(test)]
    pub(crate) fn count(&self) -> usize {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).entries.len()
    }

    /// Whether an entry holds this text.
    #[cfg(test)]
    pub(crate) fn holds(&self, text: &str) -> bool {
        let inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.entries.values().any(|entry| entry.windows(text.len()).any(|part| part == text.as_bytes()))
    }

    /// The entries, once the vault answers, or why it does not give them.
    fn answering(&self) -> Result<MutexGuard<'_, Inner>, VaultError> {
        let inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        let silent = |inner: &mut Inner| inner.fault == Some(Fault::Silent);
        let inner = self.mended.wait_while(inner, silent).unwrap_or_else(PoisonError::into_inner);
        match inner.fault {
            Some(Fault::Missing) => Err(VaultError::Missing),
            _ => Ok(inner),
        }
    }

    fn writable(&self) -> Result<MutexGuard<'_, Inner>, VaultError> {
        let inner = self.answering()?;
        if inner.fault == Some(Fault::Locked) { Err(VaultError::Refused) } else { Ok(inner) }
    }
}

impl Keyring for MemoryVault {
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        let inner = self.answering()?;
        Ok(if inner.fault == Some(Fault::Locked) { None } else { inner.entries.get(name).cloned() })
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), VaultError> {
        self.writable()?.entries.insert(name.to_owned(), Zeroizing::new(secret.to_vec()));
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), VaultError> {
        self.writable()?.entries.remove(name);
        Ok(())
    }
}
