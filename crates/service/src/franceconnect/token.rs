//! The token endpoint: a code, and what only the app that asked knows, for an ID token.

use axum::extract;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::core::{CoreGenderClaim, CoreJwsSigningAlgorithm};
use openidconnect::{
    Audience, AuthenticationContextClass, EndUserBirthday, EndUserFamilyName, EndUserGivenName, IdTokenClaims,
    IssuerUrl, Nonce, StandardClaims, SubjectIdentifier,
};
use protocol::Secret;
use protocol::franceconnect::{ACR, CLIENT_ID};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::ProvenIdentity;
use super::grants::{Grant, LIFE};
use super::identities::Claims;
use crate::extract::Form;
use crate::faults::Forgery;
use crate::random::{fingerprint, token};
use crate::{Error, State};

/// Seconds that an ID token lives.
const ID_TOKEN_LIFE: i64 = 5 * 60;

/// What an app sends for its code.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Exchange {
    /// `authorization_code`.
    #[serde(default)]
    grant_type: String,
    /// As it came back with the browser.
    #[schema(value_type = String)]
    code: Secret,
    /// The same as before.
    #[serde(default)]
    redirect_uri: String,
    /// The same as before.
    #[serde(default)]
    client_id: String,
    /// Its SHA-256 is the challenge of before.
    #[schema(value_type = String)]
    code_verifier: Secret,
}

/// What the app gets.
#[derive(Serialize, ToSchema)]
pub(crate) struct Tokens {
    #[schema(value_type = String)]
    access_token: Secret,
    token_type: &'static str,
    expires_in: i64,
    id_token: String,
}

/// Exchanges a code, once, within a minute, for an ID token.
#[utoipa::path(
    post, path = "/identity/token", tag = "identity",
    request_body(content = Exchange, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "The tokens", body = Tokens),
        (status = 400, description = "`{\"error\": …}`, as OAuth 2.0 says", body = Object),
    )
)]
pub(crate) async fn exchange(
    extract::State(state): extract::State<State>,
    forgery: Option<Extension<Forgery>>,
    Form(request): Form<Exchange>,
) -> Result<Response, Error> {
    let now = state.clock().seconds();
    if request.grant_type != "authorization_code" {
        return Ok(refused("unsupported_grant_type"));
    }
    if request.client_id != CLIENT_ID {
        return Ok(refused("invalid_client"));
    }
    let provider = state.provider();
    let granted = provider.grants.take_code(&fingerprint(request.code.expose()), now);
    let Some(grant) = granted.filter(|grant| is_right(grant, &request)) else { return Ok(refused("invalid_grant")) };
    let Some(identity) = provider.identities.get(grant.identity) else { return Ok(refused("invalid_grant")) };
    let forgery = forgery.map(|Extension(forgery)| forgery);
    let id_token = id_token(&state, &identity.claims, grant.nonce, forgery).ok_or(Error::Identity)?;
    let access_token = token()?;
    provider.grants.add_token(fingerprint(access_token.expose()), grant.identity, now);
    let tokens = Tokens { access_token, token_type: "Bearer", expires_in: LIFE, id_token };
    Ok(([(CACHE_CONTROL, "no-store")], Json(tokens)).into_response())
}

fn is_right(grant: &Grant, request: &Exchange) -> bool {
    grant.redirect_uri == request.redirect_uri
        && grant.challenge == URL_SAFE_NO_PAD.encode(fingerprint(request.code_verifier.expose()))
}

fn refused(error: &'static str) -> Response {
    (StatusCode::BAD_REQUEST, [(CACHE_CONTROL, "no-store")], Json(json!({ "error": error }))).into_response()
}

/// The signed word of the provider; with a fault in it, if one was ordered.
fn id_token(state: &State, of: &Claims, nonce: String, forgery: Option<Forgery>) -> Option<String> {
    let provider = state.provider();
    let issued = match forgery {
        Some(Forgery::Expired) => state.clock().seconds() - 2 * ID_TOKEN_LIFE,
        _ => state.clock().seconds(),
    };
    let at = |seconds| chrono::DateTime::from_timestamp(seconds, 0);
    let audience = if forgery == Some(Forgery::Audience) { "another-application" } else { CLIENT_ID };
    let nonce = if forgery == Some(Forgery::Nonce) { "another-request".to_owned() } else { nonce };
    let person = StandardClaims::new(SubjectIdentifier::new(of.sub.clone()))
        .set_given_name(Some(EndUserGivenName::new(of.given_name.clone()).into()))
        .set_family_name(Some(EndUserFamilyName::new(of.family_name.clone()).into()))
        .set_birthdate(Some(EndUserBirthday::new(of.birth_date.to_string())))
        .set_gender(Some(CoreGenderClaim::new(of.gender.clone())));
    let claims = IdTokenClaims::new(
        IssuerUrl::new(state.issuer()).ok()?,
        vec![Audience::new(audience.to_owned())],
        at(issued + ID_TOKEN_LIFE)?,
        at(issued)?,
        person,
        of.place.clone(),
    )
    .set_nonce(Some(Nonce::new(nonce)))
    .set_auth_context_ref(Some(AuthenticationContextClass::new(ACR.to_owned())));
    let key = if forgery == Some(Forgery::Signature) { &provider.other_key } else { &provider.key };
    let signed = ProvenIdentity::new(claims, key, CoreJwsSigningAlgorithm::EcdsaP256Sha256, None, None);
    signed.ok().map(|token| token.to_string())
}
