//! Signing in with number and code (A10).

use axum::http::StatusCode;
use axum::{Json, extract};
use jiff::Timestamp;
use protocol::DeviceId;
use protocol::profile::Profile;
use protocol::sign_in::{SignIn, SignInOutcome};
use protocol::sync::kind;
use rusqlite::Transaction;

use crate::extract::Body;
use crate::random::{fingerprint, name};
use crate::session::new_pair;
use crate::store::{self, attempts, changes, members, sessions};
use crate::{Error, State};

/// Opens a session.
///
/// The answer, and the time it takes, are the same for an unknown number and a wrong code. After five failures with
/// the same number, known or not, nothing is looked at for 30 seconds; each further failure doubles the delay.
#[utoipa::path(
    post, path = "/v1/sign-in", tag = "session", request_body = SignIn,
    responses(
        (status = 200, description = "The session is open", body = SignInOutcome),
        (status = 401, description = "Number unknown or code wrong", body = SignInOutcome),
        (status = 422, description = "The body is not as expected", body = crate::error::Said),
        (status = 429, description = "No attempt is looked at before the delay is over", body = SignInOutcome),
    )
)]
pub(crate) async fn post(
    extract::State(state): extract::State<State>,
    Body(request): Body<SignIn>,
) -> Result<(StatusCode, Json<SignInOutcome>), Error> {
    let (number, now) = (fingerprint(request.nir.expose()), state.clock().seconds());
    if let Some(retry_in) = state.store(move |tx| attempts::begin(tx, &number, now)).await? {
        return Ok((StatusCode::TOO_MANY_REQUESTS, Json(SignInOutcome::TooManyAttempts { retry_in })));
    }
    state.codes().ready().await;
    let known = state.store(move |tx| members::by_nir(tx, request.nir.expose())).await?;
    let (member, hash) = known.map_or((None, None), |(member, hash)| (Some(member), hash));
    let right = state.codes().check(request.code, hash).await?;
    let Some(member) = member.filter(|_| right) else {
        return Ok((StatusCode::UNAUTHORIZED, Json(SignInOutcome::WrongCredentials)));
    };
    let (tokens, pair) = new_pair()?;
    let fresh = name()?;
    let device = state
        .store(move |tx| {
            attempts::succeed(tx, &number)?;
            note_connection(tx, member, now)?;
            let device = sessions::device(tx, member, request.device.as_ref().map(DeviceId::as_str), &fresh)?;
            sessions::start(tx, member, &device, &pair, now)?;
            Ok(device)
        })
        .await?;
    Ok((StatusCode::OK, Json(SignInOutcome::SignedIn { tokens, device: DeviceId::new(device) })))
}

/// The member's information says when they were connected before (H5).
fn note_connection(tx: &Transaction<'_>, member: i64, now: i64) -> Result<(), store::Error> {
    let before = members::connect(tx, member, now)?;
    let Some(body) = changes::body(tx, member, kind::PROFILE, "me")? else { return Ok(()) };
    let mut profile: Profile = serde_json::from_str(&body)?;
    profile.last_connection = before.and_then(|seconds| Timestamp::from_second(seconds).ok());
    changes::renew(tx, member, kind::PROFILE, "me", Some(serde_json::value::to_raw_value(&profile)?))
}
