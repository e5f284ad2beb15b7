//! Numeric codes: kept as argon2id hashes, checked in the same time whether the number is known or not.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use insurance::Nir;
use insurance::code_policy::{self, Chooser};
use protocol::{Problem, Secret};
use tokio::sync::{Semaphore, watch};

use crate::store::{self, Store, access, first_codes, members};
use crate::{Error, State};

/// No more hashes than this at once: each takes its memory and a core.
const AT_ONCE: usize = 4;

/// A code that is not hashed yet.
pub(crate) struct NewCode {
    pub(crate) member: i64,
    pub(crate) code: Secret,
    /// Seconds since 1970, when it is provisional.
    pub(crate) provisional_until: Option<i64>,
}

/// Hashes codes and checks them.
pub(crate) struct Codes {
    argon2: Argon2<'static>,
    ready: watch::Receiver<bool>,
    turns: Semaphore,
}

impl Codes {
    /// Hashes the codes of `new` members beside the start of the service; until all are there, nobody's is checked.
    pub(crate) fn new(params: Params, store: Arc<Store>, new: Vec<NewCode>) -> Self {
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

    /// Which of these hashes is the code's, if any. The same work is done for each that is not there, in vain: an
    /// unknown number, or one without a provisional code, takes no less time.
    pub(crate) async fn check<const HASHES: usize>(
        &self,
        code: Secret,
        hashes: [Option<String>; HASHES],
    ) -> Result<Option<usize>, Error> {
        let _turn = self.turns.acquire().await;
        let argon2 = self.argon2.clone();
        let checked = tokio::task::spawn_blocking(move || {
            let right: Vec<bool> = hashes.iter().map(|hash| verify(&argon2, &code, hash.as_deref())).collect();
            right.into_iter().position(|right| right)
        });
        Ok(checked.await?)
    }

    /// The hash of a new code.
    pub(crate) async fn hash(&self, code: Secret) -> Result<String, Error> {
        let _turn = self.turns.acquire().await;
        let argon2 = self.argon2.clone();
        let hashed = tokio::task::spawn_blocking(move || {
            let hash: PasswordHash = argon2.hash_password(code.expose().as_bytes())?;
            Ok::<_, store::Error>(hash.to_string())
        });
        Ok(hashed.await??)
    }

    /// Waits until every code is hashed, some instants after the start.
    pub(crate) async fn ready(&self) {
        // An error means that hashing failed; then every code is wrong, which `check` says by itself.
        let _ = self.ready.clone().wait_for(|ready| *ready).await;
    }
}

impl State {
    /// Why this cannot become the member's code.
    pub(crate) async fn problem_of(&self, member: i64, code: &Secret) -> Result<Option<Problem>, Error> {
        let known = self.store(move |tx| {
            Ok((members::nir(tx, member)?, access::of(tx, member)?.birth_date, access::hashes_of(tx, member)?))
        });
        let (nir, birth_date, hashes) = known.await?;
        let nir = Nir::parse(&nir).ok();
        let chooser = Chooser { birth_date: Some(birth_date), nir: nir.as_ref() };
        if let Err(error) = code_policy::check(code.expose(), chooser) {
            return Ok(Some(error.into()));
        }
        Ok(self.codes().check(code.clone(), hashes).await?.map(|_| Problem::Same))
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

fn hash_all(argon2: &Argon2<'_>, store: &Store, new: &[NewCode]) -> Result<(), store::Error> {
    for NewCode { member, code, provisional_until } in new {
        let hash: PasswordHash = argon2.hash_password(code.expose().as_bytes())?;
        let hash = hash.to_string();
        store.within(|tx| {
            first_codes::note(tx, *member, &hash)?;
            match provisional_until {
                Some(until) => access::set_provisional(tx, *member, &hash, *until),
                None => members::set_code(tx, *member, &hash),
            }
        })?;
    }
    Ok(())
}
