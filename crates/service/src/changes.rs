//! The sequence of changes, page by page.

use axum::extract;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use protocol::sync::{ChangesPage, Cursor};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::extract::{Bearer, Query};
use crate::random::fingerprint;
use crate::store::{changes, devices, members};
use crate::{Error, State, profile};

/// The longest page.
const MOST: u64 = 1000;

/// Where to start, and how much to send.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct From {
    /// The cursor of the page before; 0 for the beginning.
    #[serde(default)]
    #[param(minimum = 0)]
    after: u64,
    /// At most so many changes.
    #[serde(default = "usual")]
    #[param(minimum = 1, maximum = 1000, default = 500)]
    limit: u64,
}

fn usual() -> u64 {
    500
}

/// Sends what is new, changed or gone after a cursor.
///
/// A cursor beyond the end comes from another life of the service: 410, and the client starts again from 0.
#[utoipa::path(
    get, path = "/v1/changes", tag = "changes", params(From), security(("bearer" = [])),
    responses(
        (status = 200, description = "The next page", body = ChangesPage),
        (status = 304, description = "Nothing is new; no body"),
        (status = 400, description = "A parameter cannot be read", body = crate::error::Said),
        (status = 401, description = "The session is over: refresh it", body = crate::error::Said),
        (status = 410, description = "The cursor is not of this service: start again from 0", body = crate::error::Said),
    )
)]
pub(crate) async fn get(
    extract::State(state): extract::State<State>,
    bearer: Bearer,
    Query(from): Query<From>,
) -> Result<Response, Error> {
    if !(1..=MOST).contains(&from.limit) {
        return Err(Error::Unreadable(StatusCode::BAD_REQUEST, "the limit goes from 1 to 1000"));
    }
    let now = state.clock().now();
    let page = state.store(move |tx| {
        let number = fingerprint(&members::nir(tx, bearer.member)?);
        devices::settle(tx, bearer.member, &number)?;
        profile::settle(tx, bearer.member, now)?;
        changes::page(tx, bearer.member, Cursor(from.after), from.limit)
    });
    let page = page.await?;
    let page = page.ok_or(Error::CursorGone)?;
    if page.changes.is_empty() {
        return Ok(StatusCode::NOT_MODIFIED.into_response());
    }
    Ok(axum::Json(page).into_response())
}
