//! Numeric codes: kept as argon2id hashes, checked in the same time whether the number is known or not.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use protocol::Secret;
use tokio::sync::{Semaphore, watch};

use crate::Error;
use crate::store::{self, Store, members};

/// No more hashes than this at once: each takes its memory and a core.
const AT_ONCE: usize = 4;

/// Hashes codes and checks them.
pub(crate) struct Codes {
    argon2: Argon2<'static>,
    ready: watch::Receiver<bool>,
    turns: Semaphore,
}

impl Codes {
    /// Hashes the codes of `new` members beside the start of the service; until all are there, nobody's is checked.
    pub(crate) fn new(params: Params, store: Arc<Store>, new: Vec<(i64, Secret)>) -> Self {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let (sender, ready) = watch::channel(new.is_empty());
        if !new.is_empty() {
            let hasher = argon2.clone();
            std::thread::spawn(move || match hash_all(&hasher, &store, &new) {
                Ok(()) => drop(sender.send(true)),
                Err(error) => tracing::error!(%error, "the codes could not be hashed"),
            });
        }
        Self { argon2, ready, turns: Semaphore::new(AT_ONCE) }
    }

    /// Whether `code` is the one behind `hash`. For an unknown number pass none: the same work is done, in vain.
    pub(crate) async fn check(&self, code: Secret, hash: Option<String>) -> Result<bool, Error> {
        let _turn = self.turns.acquire().await;
        let argon2 = self.argon2.clone();
        Ok(tokio::task::spawn_blocking(move || verify(&argon2, &code, hash.as_deref())).await?)
    }

    /// Waits until every code is hashed, some instants after the start.
    pub(crate) async fn ready(&self) {
        // An error means that hashing failed; then every code is wrong, which `check` says by itself.
        let _ = self.ready.clone().wait_for(|ready| *ready).await;
    }
}

fn verify(argon2: &Argon2<'_>, code: &Secret, hash: Option<&str>) -> bool {
    match hash.and_then(|hash| PasswordHash::new(hash).ok()) {
        Some(hash) => argon2.verify_password(code.expose().as_bytes(), &hash).is_ok(),
        None => {
            let _: Result<PasswordHash, _> = argon2.hash_password(code.expose().as_bytes());
            false
        }
    }
}

fn hash_all(argon2: &Argon2<'_>, store: &Store, new: &[(i64, Secret)]) -> Result<(), store::Error> {
    for (member, code) in new {
        let hash: PasswordHash = argon2.hash_password(code.expose().as_bytes())?;
        store.within(|tx| members::set_code(tx, *member, &hash.to_string()))?;
    }
    Ok(())
}
