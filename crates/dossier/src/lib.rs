//! The core: the member's file on this device.
//!
//! [`Dossier`] has one method per command of the interface. Queries read the encrypted store and never the network;
//! synchronisation is the only writer of what was fetched. Secrets live in the keyring, and time, randomness and
//! places come from [`Surroundings`].

mod access;
mod account;
mod account_close;
mod account_open;
mod ald;
mod allowances;
#[cfg(test)]
mod answers_tests;
mod debts;
mod delays;
mod documents;
mod dossier;
mod expected;
mod failure;
mod files;
mod franceconnect;
mod home;
mod idle;
mod notices;
mod opening;
mod payments;
mod profile;
mod search;
mod settings;
mod sign_in;
mod statements;
mod store;
mod surroundings;
mod sync;
#[cfg(test)]
mod testing;
mod vault;

pub use dossier::{Dossier, OpenError};
pub use surroundings::{
    Clock, Entropy, KEYRING_SERVICE, NoEntropy, OnChange, OpenBrowser, Surroundings, SystemClock, SystemEntropy, Vault,
    keyring_service_of,
};
pub use vault::{Fault, MemoryVault};
