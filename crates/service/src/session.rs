//! The life of a session after signing in: its tokens are renewed, and one day it ends.

use axum::http::StatusCode;
use axum::{Json, extract};
use protocol::sign_in::{Refresh, Tokens};

use crate::extract::{Bearer, Body};
use crate::random::{fingerprint, token};
use crate::store::sessions::{self, Pair, Refreshed};
use crate::{Error, State};

/// Exchanges a refresh token for a new pair of tokens.
///
/// A refresh token serves once. When one comes a second time, someone has a copy: the whole family of tokens ends.
#[utoipa::path(
    post, path = "/v1/session/refresh", tag = "session", request_body = Refresh,
    responses(
        (status = 200, description = "The next tokens", body = Tokens),
        (status = 401, description = "The session is over: sign in", body = crate::error::Said),
    )
)]
pub(crate) async fn refresh(
    extract::State(state): extract::State<State>,
    Body(request): Body<Refresh>,
) -> Result<Json<Tokens>, Error> {
    let (tokens, pair) = new_pair()?;
    let (spent, now) = (fingerprint(request.refresh.expose()), state.clock().seconds());
    match state.store(move |tx| sessions::refresh(tx, &spent, &pair, now)).await? {
        Refreshed::Renewed => Ok(Json(tokens)),
        Refreshed::Refused => Err(Error::Unauthorized),
    }
}

/// Ends the session: every token of its family.
#[utoipa::path(
    post, path = "/v1/session/end", tag = "session", security(("bearer" = [])),
    responses(
        (status = 204, description = "The session has ended"),
        (status = 401, description = "There was none", body = crate::error::Said),
    )
)]
pub(crate) async fn end(extract::State(state): extract::State<State>, bearer: Bearer) -> Result<StatusCode, Error> {
    state.store(move |tx| sessions::end(tx, bearer.family)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A new pair of tokens, and what the store keeps of it.
pub(crate) fn new_pair() -> Result<(Tokens, Pair), Error> {
    let (access, refresh) = (token()?, token()?);
    let pair = Pair { access: fingerprint(access.expose()), refresh: fingerprint(refresh.expose()) };
    Ok((Tokens { access, refresh, expires_in: sessions::ACCESS_LIFE.unsigned_abs() }, pair))
}
