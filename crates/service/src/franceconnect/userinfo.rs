//! What the provider says of a person to whoever holds an access token.

use axum::Json;
use axum::extract;
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::random::fingerprint;
use crate::{Error, State};

/// Says who the person is, by the same claims as the ID token.
#[utoipa::path(get, path = "/identity/userinfo", tag = "identity", responses(
    (status = 200, description = "The claims", body = Object),
    (status = 401, description = "No access token, or not any more", body = crate::error::Said),
))]
pub(crate) async fn userinfo(
    extract::State(state): extract::State<State>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let header = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = header.strip_prefix("Bearer ").ok_or(Error::Unauthorized)?;
    let provider = state.provider();
    let identity = provider.grants.token(&fingerprint(token), state.clock().seconds());
    let identity = identity.and_then(|identity| provider.identities.get(identity)).ok_or(Error::Unauthorized)?;
    let claims = &identity.claims;
    let said = json!({
        "sub": claims.sub,
        "given_name": claims.given_name,
        "family_name": claims.family_name,
        "birthdate": claims.birth_date.to_string(),
        "gender": claims.gender,
        "birthplace": claims.place.birthplace,
        "birthcountry": claims.place.birthcountry,
    });
    Ok(([(CACHE_CONTROL, "no-store")], Json(said)).into_response())
}
