//! FranceConnect (A9): the demonstration's own identity provider, and what the service makes of its word.
//!
//! Provider and service meet in the ID token only: the one signs it, the other checks it as it would check a stranger's.

mod authorize;
mod birth;
mod discovery;
mod grants;
mod identities;
mod key;
mod sign_in;
mod token;
mod userinfo;
mod verify;

pub(crate) use authorize::{__path_ask, __path_decide, ask, decide};
pub(crate) use discovery::{__path_configuration, __path_keys, configuration, keys};
pub use identities::Identity;
pub(crate) use identities::{__path_list, list};
pub(crate) use sign_in::{__path_identify, __path_sign_in, identify, sign_in};
pub(crate) use token::{__path_exchange, exchange};
pub(crate) use userinfo::{__path_userinfo, userinfo};

use grants::Grants;
use key::SigningKey;
use openidconnect::core::{CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm};
use openidconnect::{AdditionalClaims, IdToken};
use serde::{Deserialize, Serialize};

use crate::households::Account;

/// The identity provider: its keys, its people, and what it has granted. All of it lives as long as the process.
pub(crate) struct Provider {
    key: SigningKey,
    /// Of somebody else: for a forged signature.
    other_key: SigningKey,
    identities: Vec<Identity>,
    grants: Grants,
}

impl Provider {
    /// A provider that knows some of these people.
    pub(crate) fn new(accounts: &[Account], newcomers: &[Account]) -> Result<Self, getrandom::Error> {
        Ok(Self {
            key: SigningKey::random("1")?,
            other_key: SigningKey::random("1")?,
            identities: identities::invented(accounts, newcomers)?,
            grants: Grants::default(),
        })
    }

    /// The people, in the order of the page.
    pub(crate) fn identities(&self) -> &[Identity] {
        &self.identities
    }
}

/// An ID token of the provider.
type ProvenIdentity = IdToken<BirthPlace, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// The claims that FranceConnect adds to those of the standard.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct BirthPlace {
    /// The commune, five characters; empty for who was born abroad.
    birthplace: String,
    /// The country, five digits: 99100 for France.
    birthcountry: String,
}

impl AdditionalClaims for BirthPlace {}
