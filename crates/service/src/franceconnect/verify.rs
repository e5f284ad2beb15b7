//! The service's own look at an ID token: it trusts the provider's key, and neither the app nor the network.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::civil::Date;
use openidconnect::core::{CoreIdTokenVerifier, CoreJwsSigningAlgorithm};
use openidconnect::{ClientId, IssuerUrl, Nonce};
use protocol::Secret;
use protocol::franceconnect::{ACR, CLIENT_ID};

use super::ProvenIdentity;
use super::birth::Birth;
use super::identities::FRANCE;
use crate::State;
use crate::random::fingerprint;

/// Who the token proves it is: signature, issuer, audience, expiry, level and nonce are right, and the sender is the
/// app that asked for it.
pub(super) fn verified(state: &State, id_token: &Secret, nonce: &Secret) -> Option<Birth> {
    let token: ProvenIdentity = id_token.expose().parse().ok()?;
    let now = chrono::DateTime::from_timestamp(state.clock().seconds(), 0)?;
    let verifier = CoreIdTokenVerifier::new_public_client(
        ClientId::new(CLIENT_ID.to_owned()),
        IssuerUrl::new(state.issuer()).ok()?,
        state.provider().key_set(),
    )
    .set_allowed_algs([CoreJwsSigningAlgorithm::EcdsaP256Sha256])
    .set_time_fn(move || now)
    .set_auth_context_verifier_fn(|acr| match acr {
        Some(acr) if acr.as_str() == ACR => Ok(()),
        _ => Err("another level of assurance".to_owned()),
    });
    let expected = Nonce::new(URL_SAFE_NO_PAD.encode(fingerprint(nonce.expose())));
    let claims = token.claims(&verifier, &expected).ok()?;
    let place = claims.additional_claims();
    let abroad = place.birthcountry != FRANCE;
    Some(Birth {
        given_name: claims.given_name()?.get(None)?.as_str().to_owned(),
        family_name: claims.family_name()?.get(None)?.as_str().to_owned(),
        date: claims.birthdate()?.as_str().parse::<Date>().ok()?,
        sex: match claims.gender()?.as_str() {
            "male" => '1',
            "female" => '2',
            _ => return None,
        },
        place: if abroad { &place.birthcountry } else { &place.birthplace }.clone(),
    })
}
