//! The keyring of Android and iOS: not connected yet, so a session there keeps nothing.

use zeroize::Zeroizing;

use super::{Keyring, VaultError};

/// No keyring.
pub(super) struct SystemKeyring;

impl SystemKeyring {
    pub(super) fn new(_service: &str) -> Self {
        Self
    }
}

impl Keyring for SystemKeyring {
    fn get(&self, _name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        Err(VaultError::Missing)
    }

    fn set(&self, _name: &str, _secret: &[u8]) -> Result<(), VaultError> {
        Err(VaultError::Missing)
    }

    fn remove(&self, _name: &str) -> Result<(), VaultError> {
        Err(VaultError::Missing)
    }
}
