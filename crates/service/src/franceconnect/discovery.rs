//! What an application must know of the provider: where its doors are, and by which key it signs.

use axum::Json;
use axum::extract;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use openidconnect::core::CoreJsonWebKeySet;
use openidconnect::{JsonWebKeySet, PrivateSigningKey};
use protocol::franceconnect::{ACR, PROVIDER_PATH};
use serde_json::{Value, json};

use super::Provider;
use crate::State;

impl State {
    /// The name under which the provider issues tokens.
    pub(super) fn issuer(&self) -> String {
        self.address_of(&format!("/{PROVIDER_PATH}"))
    }
}

impl Provider {
    /// The keys that tokens are checked with.
    pub(super) fn key_set(&self) -> CoreJsonWebKeySet {
        JsonWebKeySet::new(vec![self.key.as_verification_key()])
    }
}

/// Describes the provider, as OpenID Connect Discovery wants it.
#[utoipa::path(get, path = "/identity/.well-known/openid-configuration", tag = "identity", responses((status = 200, description = "The description", body = Object)))]
pub(crate) async fn configuration(extract::State(state): extract::State<State>) -> Json<Value> {
    let issuer = state.issuer();
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "token_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "acr_values_supported": [ACR],
        "scopes_supported":
            ["openid", "given_name", "family_name", "birthdate", "gender", "birthplace", "birthcountry"],
        "claims_supported":
            ["sub", "given_name", "family_name", "birthdate", "gender", "birthplace", "birthcountry", "nonce", "acr"],
    }))
}

/// The provider's public key.
#[utoipa::path(get, path = "/identity/keys", tag = "identity", responses((status = 200, description = "A JSON Web Key Set", body = Object)))]
pub(crate) async fn keys(extract::State(state): extract::State<State>) -> Response {
    ([(CACHE_CONTROL, "no-store")], Json(state.provider().key_set())).into_response()
}
