//! What the provider has granted: codes that serve once, for a minute, and access tokens for the same time. In memory.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Seconds that a code or an access token lives.
pub(super) const LIFE: i64 = 60;

/// A code, with all that it was granted for.
#[derive(Clone)]
pub(super) struct Grant {
    /// Place in the list of identities.
    pub(super) identity: usize,
    pub(super) redirect_uri: String,
    pub(super) nonce: String,
    /// The SHA-256 of what only the app that asked knows, in base64url.
    pub(super) challenge: String,
}

/// Only hashes of codes and tokens are kept, each with the moment at which it ends.
#[derive(Default)]
pub(super) struct Grants {
    codes: Mutex<HashMap<[u8; 32], (Grant, i64)>>,
    tokens: Mutex<HashMap<[u8; 32], (usize, i64)>>,
}

impl Grants {
    pub(super) fn add_code(&self, hash: [u8; 32], grant: Grant, now: i64) {
        add(&mut held(&self.codes), hash, grant, now);
    }

    /// What a code was granted for: the first time, and in time.
    pub(super) fn take_code(&self, hash: &[u8; 32], now: i64) -> Option<Grant> {
        held(&self.codes).remove(hash).filter(|(_, until)| now < *until).map(|(grant, _)| grant)
    }

    pub(super) fn add_token(&self, hash: [u8; 32], identity: usize, now: i64) {
        add(&mut held(&self.tokens), hash, identity, now);
    }

    /// Whose access token this is.
    pub(super) fn token(&self, hash: &[u8; 32], now: i64) -> Option<usize> {
        held(&self.tokens).get(hash).filter(|(_, until)| now < *until).map(|(identity, _)| *identity)
    }
}

fn add<T>(all: &mut HashMap<[u8; 32], (T, i64)>, hash: [u8; 32], granted: T, now: i64) {
    all.retain(|_, (_, until)| now < *until);
    all.insert(hash, (granted, now + LIFE));
}

fn held<T>(all: &Mutex<T>) -> MutexGuard<'_, T> {
    all.lock().unwrap_or_else(PoisonError::into_inner)
}
