//! The system's keyring, whichever it is.

use keyring_core::Error;
use zeroize::Zeroizing;

use super::entry::{Entry, entry};
use super::{Keyring, VaultError};

/// Entries under one service name in the system's keyring.
pub(super) struct SystemKeyring {
    service: String,
}

impl SystemKeyring {
    pub(super) fn new(service: &str) -> Self {
        Self { service: service.to_owned() }
    }

    fn entry(&self, name: &str) -> Result<Entry, VaultError> {
        entry(&self.service, name).map_err(|error| without_details(&error))
    }
}

impl Keyring for SystemKeyring {
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        match self.entry(name)?.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(without_details(&error)),
        }
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), VaultError> {
        self.entry(name)?.set_secret(secret).map_err(|error| without_details(&error))
    }

    fn remove(&self, name: &str) -> Result<(), VaultError> {
        match self.entry(name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(without_details(&error)),
        }
    }
}

/// A keyring's own error may quote what it holds.
fn without_details(error: &Error) -> VaultError {
    match error {
        Error::NoDefaultStore | Error::NotSupportedByStore(_) => VaultError::Missing,
        Error::BadEncoding(_) | Error::BadDataFormat(..) | Error::BadStoreFormat(_) => VaultError::Form,
        _ => VaultError::Refused,
    }
}
