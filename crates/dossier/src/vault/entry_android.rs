//! The keyring of Android: shared preferences, encrypted by the Keystore.

use std::sync::Once;

pub(super) use keyring_core::Entry;

/// An entry of the system's keyring.
pub(super) fn entry(service: &str, name: &str) -> keyring_core::Result<Entry> {
    static CHOSEN: Once = Once::new();
    CHOSEN.call_once(|| match android_native_keyring_store::Store::new() {
        Ok(store) => keyring_core::set_default_store(store),
        Err(_) => tracing::warn!("the system's keyring cannot be opened"),
    });
    Entry::new(service, name)
}
