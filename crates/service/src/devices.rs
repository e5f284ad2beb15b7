//! The member's devices, from one of them (I3).

use axum::extract::{self, Path};
use axum::http::StatusCode;
use protocol::access::Access;
use protocol::sign_in::EndedBecause;

use crate::extract::Bearer;
use crate::mail::Kind;
use crate::store::access::of;
use crate::store::{devices, sessions};
use crate::{Error, State};

/// Signs a device of the member out: its sessions end, it is trusted no more, and is told so at its next request.
#[utoipa::path(
    post, path = "/v1/devices/{id}/end", tag = "session", security(("bearer" = [])),
    params(("id" = String, Path, description = "The device's name, as `device` changes have it")),
    responses(
        (status = 204, description = "The device is signed out"),
        (status = 401, description = "The session is over: refresh it", body = crate::error::Said),
        (status = 404, description = "The member has no such device (any more)", body = crate::error::Said),
    )
)]
pub(crate) async fn end(
    extract::State(state): extract::State<State>,
    bearer: Bearer,
    Path(device): Path<String>,
) -> Result<StatusCode, Error> {
    let now = state.clock().seconds();
    let ended = state.store(move |tx| {
        if !devices::is_trusted(tx, bearer.member, &device)? {
            return Ok(false);
        }
        devices::end(tx, bearer.member, &device, Access::DeviceEnded, now)?;
        sessions::end_telling(tx, &device, EndedBecause::OtherDevice, now)?;
        Ok(true)
    });
    if !ended.await? {
        return Err(Error::NotFound);
    }
    let told = state.store(move |tx| of(tx, bearer.member)).await?;
    state.notify_at(&told, Kind::DeviceEnded { at: state.clock().now() }).await?;
    Ok(StatusCode::NO_CONTENT)
}
