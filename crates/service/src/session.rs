//! The life of a session after signing in: its tokens are renewed, and one day it ends.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Json, extract};
use protocol::access::Access;
use protocol::sign_in::{DeviceEnded, Refresh, Tokens};

use crate::extract::{Bearer, Body};
use crate::random::{fingerprint, token};
use crate::store::devices;
use crate::store::sessions::{self, Pair, Refreshed};
use crate::{Error, State};

/// The answer to a refresh token.
pub(crate) enum Answer {
    Renewed(Tokens),
    Ended(DeviceEnded),
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self {
            Self::Renewed(tokens) => Json(tokens).into_response(),
            Self::Ended(ended) => (StatusCode::FORBIDDEN, Json(ended)).into_response(),
        }
    }
}

/// Exchanges a refresh token for a new pair of tokens.
///
/// A refresh token serves once. When one comes a second time, someone has a copy: the whole family of tokens ends.
#[utoipa::path(
    post, path = "/v1/session/refresh", tag = "session", request_body = Refresh,
    responses(
        (status = 200, description = "The next tokens", body = Tokens),
        (status = 401, description = "The session is over: sign in", body = crate::error::Said),
        (status = 403, description = "The member ended this device, or closed the account", body = DeviceEnded),
    )
)]
pub(crate) async fn refresh(
    extract::State(state): extract::State<State>,
    Body(request): Body<Refresh>,
) -> Result<Answer, Error> {
    let (tokens, pair) = new_pair()?;
    let (spent, now) = (fingerprint(request.refresh.expose()), state.clock().seconds());
    let refreshed = state.store(move |tx| {
        let owner = sessions::owner(tx, &spent)?;
        let refreshed = sessions::refresh(tx, &spent, &pair, now)?;
        match (&refreshed, owner) {
            (Refreshed::Renewed, Some(owner)) => devices::seen(tx, &owner.device, now)?,
            (Refreshed::Reused, Some(owner)) => {
                devices::note(tx, owner.member, Access::SessionReused, Some(&owner.device), now)?;
            }
            _ => {}
        }
        Ok(refreshed)
    });
    match refreshed.await? {
        Refreshed::Renewed => Ok(Answer::Renewed(tokens)),
        Refreshed::Ended(ended) => Ok(Answer::Ended(ended)),
        Refreshed::Reused | Refreshed::Refused => Err(Error::Unauthorized),
    }
}

/// Ends the session, and every other one of the same device, which is trusted no more.
#[utoipa::path(
    post, path = "/v1/session/end", tag = "session", security(("bearer" = [])),
    responses(
        (status = 204, description = "The session has ended"),
        (status = 401, description = "There was none", body = crate::error::Said),
    )
)]
pub(crate) async fn end(extract::State(state): extract::State<State>, bearer: Bearer) -> Result<StatusCode, Error> {
    let now = state.clock().seconds();
    let ended = state.store(move |tx| {
        let device = sessions::device_of(tx, bearer.family)?;
        devices::end(tx, bearer.member, &device, Access::SignedOut, now)?;
        sessions::forget_device(tx, &device)
    });
    ended.await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A new pair of tokens, and what the store keeps of it.
pub(crate) fn new_pair() -> Result<(Tokens, Pair), Error> {
    let (access, refresh) = (token()?, token()?);
    let pair = Pair { access: fingerprint(access.expose()), refresh: fingerprint(refresh.expose()) };
    Ok((Tokens { access, refresh, expires_in: sessions::ACCESS_LIFE.unsigned_abs() }, pair))
}
