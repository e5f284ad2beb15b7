//! Recognising the member's code without the network: an argon2id hash of it, never the code.

use argon2::Argon2;
use protocol::Secret;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::surroundings::{Entropy, hex};

/// The hash of a code, with its salt. Making and checking one takes about 50 ms and 19 MiB: not on an async thread.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Verifier {
    salt: String,
    hash: Secret,
}

/// The code could not be hashed: no randomness or no memory.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the code could not be hashed")]
pub(crate) struct NotHashed;

impl Verifier {
    /// Of this code.
    pub(crate) fn of(code: &Secret, entropy: &dyn Entropy) -> Result<Self, NotHashed> {
        let salt = entropy.hex(16).map_err(|_| NotHashed)?;
        let hash = hash(code, &salt)?;
        Ok(Self { salt, hash })
    }

    /// Whether this is the code.
    pub(crate) fn recognises(&self, code: &Secret) -> Result<bool, NotHashed> {
        let typed = hash(code, &self.salt)?;
        Ok(typed.expose().as_bytes().ct_eq(self.hash.expose().as_bytes()).into())
    }
}

fn hash(code: &Secret, salt: &str) -> Result<Secret, NotHashed> {
    let mut output = Zeroizing::new([0_u8; 32]);
    Argon2::default()
        .hash_password_into(code.expose().as_bytes(), salt.as_bytes(), output.as_mut())
        .map_err(|_| NotHashed)?;
    Ok(Secret::new(hex(output.as_ref())))
}
