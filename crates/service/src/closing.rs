//! Closing an account for good (R14).

use axum::http::StatusCode;
use axum::{Json, extract};
use protocol::closing::{Close, CloseOutcome};
use protocol::profile::{Consents, Profile};
use protocol::sign_in::EndedBecause;
use protocol::sync::kind;
use rusqlite::Transaction;

use crate::extract::{Bearer, Body};
use crate::mail::Kind;
use crate::random::fingerprint;
use crate::store::{self, access, attempts, changes, devices, entrances, members, sessions};
use crate::{Error, State};

/// Closes the member's account, if the code is right: every device is signed out and told why at its next request, so
/// that it erases what it holds; the way in is gone; e-mail, telephones and consents are taken out of what the service
/// keeps.
///
/// Wrong codes are counted here apart from those of signing in, and slowed down in the same way.
#[utoipa::path(
    post, path = "/v1/account/close", tag = "session", request_body = Close, security(("bearer" = [])),
    responses(
        (status = 200, description = "The account is closed", body = CloseOutcome),
        (status = 401, description = "The session is over: refresh it", body = crate::error::Said),
        (status = 403, description = "The code is wrong", body = CloseOutcome),
        (status = 429, description = "No code is looked at before the delay is over", body = CloseOutcome),
    )
)]
pub(crate) async fn close(
    extract::State(state): extract::State<State>,
    bearer: Bearer,
    Body(request): Body<Close>,
) -> Result<(StatusCode, Json<CloseOutcome>), Error> {
    let now = state.clock().seconds();
    let begun = state.store(move |tx| {
        let nir = members::nir(tx, bearer.member)?;
        // Of its own: whoever tries codes here does not lock the way in, nor the other way round.
        let counter = fingerprint(&format!("close {nir}"));
        Ok((attempts::begin(tx, &counter, now)?, counter, access::hashes(tx, &nir)?))
    });
    let (wait, counter, known) = begun.await?;
    if let Some(retry_in) = wait {
        return Ok((StatusCode::TOO_MANY_REQUESTS, Json(CloseOutcome::TooManyAttempts { retry_in })));
    }
    let hash = known.and_then(|known| known.code);
    if state.codes().check(request.code, [hash, None]).await?.is_none() {
        let retry_in = state.store(move |tx| attempts::wait(tx, &counter, now)).await?;
        return Ok((StatusCode::FORBIDDEN, Json(CloseOutcome::WrongCode { retry_in })));
    }
    let closed = state.store(move |tx| {
        attempts::succeed(tx, &counter)?;
        let told = access::of(tx, bearer.member)?;
        for device in devices::of(tx, bearer.member)? {
            sessions::end_telling(tx, &device, EndedBecause::AccountClosed, now)?;
        }
        sessions::forget_devices(tx, bearer.member)?;
        devices::forget_all(tx, bearer.member)?;
        entrances::end_others(tx, bearer.member, None)?;
        access::close(tx, bearer.member)?;
        forget_contact(tx, bearer.member)?;
        Ok(told)
    });
    let told = closed.await?;
    state.notify_at(&told, Kind::AccountClosed { at: state.clock().now() }).await?;
    Ok((StatusCode::OK, Json(CloseOutcome::Closed)))
}

/// The caisse goes on paying: the rights stay, the ways to reach the member by the account go.
fn forget_contact(tx: &Transaction<'_>, member: i64) -> Result<(), store::Error> {
    let Some(body) = changes::body(tx, member, kind::PROFILE, "me")? else { return Ok(()) };
    let mut profile: Profile = serde_json::from_str(&body)?;
    (profile.email, profile.mobile, profile.landline) = (None, None, None);
    profile.consents = Consents::default();
    changes::erase(tx, member, kind::PROFILE, "me")?;
    changes::renew(tx, member, kind::PROFILE, "me", Some(serde_json::value::to_raw_value(&profile)?))
}
