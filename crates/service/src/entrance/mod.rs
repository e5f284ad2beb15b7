//! The way in after a right code: what is still to be done, one step after the other, and at last the session.

mod acts;
mod begin;
mod link;
mod step;

use axum::extract;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Json, http};
use jiff::Timestamp;
use protocol::entrance::GoOn;
use protocol::profile::Profile;
use protocol::sign_in::SignInOutcome;
use protocol::sync::kind;
use protocol::{DeviceId, Secret};
use rusqlite::Transaction;

pub(crate) use begin::{Begin, Proof};
pub(crate) use link::send_confirmation;

use crate::extract::Body;
use crate::random::{fingerprint, name, token};
use crate::session::new_pair;
use crate::store::entrances::{self, Entrance};
use crate::store::{self, access, changes, devices, members, sessions};
use crate::{Error, State, caller};

/// The answer to a sign-in or to a step.
pub(crate) struct Answer(pub(crate) SignInOutcome);

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = match &self.0 {
            SignInOutcome::SignedIn { .. } | SignInOutcome::Entering { .. } => StatusCode::OK,
            SignInOutcome::WrongCredentials => StatusCode::UNAUTHORIZED,
            SignInOutcome::ProvisionalCodeExpired | SignInOutcome::NoLongerInScheme { .. } => StatusCode::FORBIDDEN,
            SignInOutcome::EntranceEnded => StatusCode::GONE,
            SignInOutcome::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            SignInOutcome::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
        };
        (status, [(http::header::CACHE_CONTROL, "no-store")], Json(self.0)).into_response()
    }
}

/// Goes on with a way in.
///
/// The entrance opens nothing but this. It ends with the session that it leads to, when the member turns back, or
/// after half an hour. Wrong digits or a refused entry leave the step as it is.
#[utoipa::path(
    post, path = "/v1/entrance", tag = "session", request_body = GoOn,
    responses(
        (status = 200, description = "The next step, or the session", body = SignInOutcome),
        (status = 403, description = "The member belongs to another scheme now", body = SignInOutcome),
        (status = 410, description = "The way in has ended", body = SignInOutcome),
        (status = 422, description = "The act was refused: the step stays", body = SignInOutcome),
    )
)]
pub(crate) async fn go_on(
    extract::State(state): extract::State<State>,
    Body(GoOn { entrance, act }): Body<GoOn>,
) -> Result<Answer, Error> {
    let (hash, now) = (fingerprint(entrance.expose()), state.clock().seconds());
    let Some(known) = state.store(move |tx| entrances::find(tx, &hash, now)).await? else {
        return Ok(Answer(SignInOutcome::EntranceEnded));
    };
    let under_way = UnderWay { hash, entrance, member: known.member };
    match acts::carry_out(&state, &under_way, act).await? {
        Some(refusal) => Ok(Answer(SignInOutcome::Refused { refusal })),
        None => state.stand(under_way).await.map(Answer),
    }
}

/// A way in under way.
pub(crate) struct UnderWay {
    hash: [u8; 32],
    entrance: Secret,
    member: i64,
}

impl State {
    /// Where a way in stands: the next step, or the session when there is none.
    pub(crate) async fn stand(&self, under_way: UnderWay) -> Result<SignInOutcome, Error> {
        let UnderWay { hash, entrance, member } = under_way;
        let now = self.clock().seconds();
        let found = self.store(move |tx| {
            let Some(own) = entrances::find(tx, &hash, now)? else { return Ok(None) };
            let access = access::of(tx, member)?;
            let step = step::next(tx, &own, &access, &hash, now)?;
            Ok(Some((own, access, step)))
        });
        let Some((own, access, step)) = found.await? else { return Ok(SignInOutcome::EntranceEnded) };
        if let Some(scheme) = access.other_scheme {
            return Ok(SignInOutcome::NoLongerInScheme { scheme: Some(scheme) });
        }
        match step {
            Some(step) => {
                let expires_in = (own.expires - now).max(0).unsigned_abs();
                Ok(SignInOutcome::Entering { entrance, expires_in, step })
            }
            None => self.finish(own, Some(hash)).await,
        }
    }

    /// Opens the session. Only now is the device's trust spent, and the connection noted.
    async fn finish(&self, own: Entrance, hash: Option<[u8; 32]>) -> Result<SignInOutcome, Error> {
        let (tokens, pair) = new_pair()?;
        let (trust, fresh, now) = (token()?, name()?, self.clock().seconds());
        let (next, system) = (fingerprint(trust.expose()), caller::system());
        let opened = self.store(move |tx| {
            // Twice at once: the first one opens the session.
            if let Some(hash) = hash {
                if entrances::find(tx, &hash, now)?.is_none() {
                    return Ok(None);
                }
                entrances::end(tx, &hash)?;
            }
            note_connection(tx, own.member, now)?;
            let device = sessions::device(tx, own.member, own.device.as_deref(), &fresh)?;
            sessions::rotate_trust(tx, &device, &next, own.proven.then_some(now))?;
            sessions::start(tx, own.member, &device, &pair, now)?;
            devices::signed_in(tx, own.member, &device, system, now)?;
            Ok(Some(device))
        });
        Ok(match opened.await? {
            Some(device) => SignInOutcome::SignedIn { tokens, device: DeviceId::new(device), trust },
            None => SignInOutcome::EntranceEnded,
        })
    }
}

/// The member's information says when they were connected before (H5).
fn note_connection(tx: &Transaction<'_>, member: i64, now: i64) -> Result<(), store::Error> {
    let before = members::connect(tx, member, now)?;
    let Some(body) = changes::body(tx, member, kind::PROFILE, "me")? else { return Ok(()) };
    let mut profile: Profile = serde_json::from_str(&body)?;
    profile.last_connection = before.and_then(|seconds| Timestamp::from_second(seconds).ok());
    changes::renew(tx, member, kind::PROFILE, "me", Some(serde_json::value::to_raw_value(&profile)?))
}
