//! The keyring of Linux (Secret Service), macOS (Keychain) and Windows (Credential Manager).

pub(super) use keyring::Entry;

/// An entry of the system's keyring.
pub(super) fn entry(service: &str, name: &str) -> keyring_core::Result<Entry> {
    Entry::new(service, name)
}
