//! What the service makes of a proven identity: an account to sign in to, one to open, or neither.

use axum::Json;
use axum::extract;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use protocol::Secret;
use protocol::franceconnect::{FranceConnectSignIn, Identified, IdentifiedOutcome, ProvenPerson};
use protocol::sign_in::SignInOutcome;

use super::birth::insured;
use super::verify::verified;
use crate::entrance::{Answer, Begin, Proof};
use crate::extract::Body;
use crate::random::{fingerprint, token};
use crate::sign_in::spoken;
use crate::store::sessions::Claim;
use crate::store::{access, openings};
use crate::{Error, State};

/// The answer to an identity.
pub(crate) struct Recognised(IdentifiedOutcome);

impl IntoResponse for Recognised {
    fn into_response(self) -> Response {
        let status = match &self.0 {
            IdentifiedOutcome::Known { .. } | IdentifiedOutcome::NoAccount { .. } => StatusCode::OK,
            IdentifiedOutcome::NotProven => StatusCode::UNAUTHORIZED,
            IdentifiedOutcome::NotMatched => StatusCode::FORBIDDEN,
            IdentifiedOutcome::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
        };
        (status, [(CACHE_CONTROL, "no-store")], Json(self.0)).into_response()
    }
}

/// Says whether a person, proven by an ID token, has an account. Nothing is opened.
///
/// The token is checked here, whatever the app has checked: signature, issuer, audience, expiry, level, nonce. As long as
/// it lives it may be sent again, by the app that asked for it: an answer may be lost. No more than 120 are looked at in a
/// minute.
#[utoipa::path(
    post, path = "/v1/franceconnect", tag = "session", request_body = Identified,
    responses(
        (status = 200, description = "An account to sign in to, or one that can be opened", body = IdentifiedOutcome),
        (status = 401, description = "The token proves nothing", body = IdentifiedOutcome),
        (status = 403, description = "The caisse finds nobody with these birth data", body = IdentifiedOutcome),
        (status = 422, description = "The body is not as expected", body = crate::error::Said),
        (status = 429, description = "No token is looked at before the delay is over", body = IdentifiedOutcome),
    )
)]
pub(crate) async fn identify(
    extract::State(state): extract::State<State>,
    Body(Identified { id_token, nonce }): Body<Identified>,
) -> Result<Recognised, Error> {
    let now = state.clock().seconds();
    if let Some(retry_in) = state.identified().count(now) {
        return Ok(Recognised(IdentifiedOutcome::TooManyAttempts { retry_in }));
    }
    let Some(birth) = verified(&state, &id_token, &nonce) else { return Ok(Recognised(IdentifiedOutcome::NotProven)) };
    // A member whose code is not hashed yet would seem to have no account.
    state.codes().ready().await;
    let opening = token()?;
    let hash = fingerprint(opening.expose());
    let outcome = state.store(move |tx| {
        let Some(found) = insured(tx, &birth)? else { return Ok(IdentifiedOutcome::NotMatched) };
        let nir = Secret::new(found.nir.body());
        if access::has_own_code(tx, found.member)? {
            return Ok(IdentifiedOutcome::Known { nir });
        }
        openings::insert(tx, &hash, found.member, now)?;
        let last_name = found.person.usage_name.as_ref().unwrap_or(&found.person.birth_name);
        let first_name = found.person.first_name.split(' ').next().unwrap_or_default();
        let person = ProvenPerson { name: format!("{first_name} {last_name}"), nir, birth_date: birth.date };
        Ok(IdentifiedOutcome::NoAccount { opening, expires_in: openings::LIFE.unsigned_abs(), person })
    });
    Ok(Recognised(outcome.await?))
}

/// Opens a session for a proven person, or says what is to be done before.
///
/// In place of a right code: everything else is as after one (trust of the device, six digits by e-mail, terms, the log of
/// accesses). A code that has served too long need not be replaced, since it did not serve.
#[utoipa::path(
    post, path = "/v1/franceconnect/sign-in", tag = "session", request_body = FranceConnectSignIn,
    responses(
        (status = 200, description = "The session is open, or there is a step before it", body = SignInOutcome),
        (status = 403, description = "The account cannot be opened", body = SignInOutcome),
        (status = 410, description = "The token proves nothing (any more), or there is no account", body = SignInOutcome),
        (status = 422, description = "The body is not as expected", body = crate::error::Said),
        (status = 429, description = "No token is looked at before the delay is over", body = SignInOutcome),
    )
)]
pub(crate) async fn sign_in(
    extract::State(state): extract::State<State>,
    headers: HeaderMap,
    Body(request): Body<FranceConnectSignIn>,
) -> Result<Answer, Error> {
    if let Some(retry_in) = state.identified().count(state.clock().seconds()) {
        return Ok(Answer(SignInOutcome::TooManyAttempts { retry_in }));
    }
    let FranceConnectSignIn { id_token, nonce, device, trust } = request;
    let Some(birth) = verified(&state, &id_token, &nonce) else { return Ok(Answer(SignInOutcome::EntranceEnded)) };
    let claim = device
        .zip(trust)
        .map(|(device, trust)| Claim { device: device.as_str().to_owned(), trust: fingerprint(trust.expose()) });
    state.codes().ready().await;
    let found = state.store(move |tx| {
        let Some(found) = insured(tx, &birth)? else { return Ok(None) };
        Ok(access::has_own_code(tx, found.member)?.then_some(found.member))
    });
    let Some(member) = found.await? else { return Ok(Answer(SignInOutcome::EntranceEnded)) };
    let begin = Begin { member, proof: Proof::FranceConnect, claim, language: spoken(&headers) };
    state.begin(begin).await.map(Answer)
}
