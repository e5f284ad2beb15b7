//! The keyring of iOS: the protected keychain.

use std::sync::Once;

pub(super) use keyring_core::Entry;

/// An entry of the system's keyring.
pub(super) fn entry(service: &str, name: &str) -> keyring_core::Result<Entry> {
    static CHOSEN: Once = Once::new();
    CHOSEN.call_once(|| match apple_native_keyring_store::protected::Store::new() {
        Ok(store) => keyring_core::set_default_store(store),
        Err(_) => tracing::warn!("the system's keyring cannot be opened"),
    });
    Entry::new(service, name)
}
