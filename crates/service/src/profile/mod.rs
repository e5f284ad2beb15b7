//! What members change about themselves (R13): looked at, confirmed by the code where it is dangerous, done once.

mod apply;
mod email;

use axum::http::StatusCode;
use axum::{Json, extract};
use insurance::Nir;
use insurance::code_policy::Chooser;
use protocol::Secret;
use protocol::profile::{Beneficiary, Profile, ProfileChange, ProfileChangeOutcome, ProfileChangeRequest};
use protocol::sync::kind;
use rusqlite::Transaction;

pub(crate) use apply::settle;
pub(crate) use email::replace;

use crate::extract::{Bearer, Body};
use crate::random::fingerprint;
use crate::store::requests::{Known, Request};
use crate::store::{self, attempts, changes, members, requests};
use crate::{Error, State};

/// Changes one thing about the member.
///
/// A wrong code is 403, not 401: the session goes on. After five in a row nothing is looked at for 30 seconds; each
/// further one doubles the delay. The same `key` with the same change is done once, and answered as before.
#[utoipa::path(
    post, path = "/v1/profile/changes", tag = "profile", request_body = ProfileChangeRequest, security(("bearer" = [])),
    responses(
        (status = 200, description = "Done", body = ProfileChangeOutcome),
        (status = 401, description = "The session is over: refresh it", body = crate::error::Said),
        (status = 403, description = "The present code is another one", body = ProfileChangeOutcome),
        (status = 409, description = "Another change came under this key", body = crate::error::Said),
        (status = 422, description = "It cannot be so", body = ProfileChangeOutcome),
        (status = 429, description = "No attempt is looked at before the delay is over", body = ProfileChangeOutcome),
    )
)]
pub(crate) async fn change(
    extract::State(state): extract::State<State>,
    bearer: Bearer,
    Body(asked): Body<ProfileChangeRequest>,
) -> Result<(StatusCode, Json<ProfileChangeOutcome>), Error> {
    let request = request(&asked)?;
    let outcome = match state.store(move |tx| requests::known(tx, bearer.member, &request)).await? {
        Known::Done => ProfileChangeOutcome::Done,
        Known::Other => return Err(Error::KeyUsed),
        Known::New => new(&state, bearer, request, asked.change).await?,
    };
    let status = match &outcome {
        ProfileChangeOutcome::Done => StatusCode::OK,
        ProfileChangeOutcome::WrongCode { .. } => StatusCode::FORBIDDEN,
        ProfileChangeOutcome::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
        ProfileChangeOutcome::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((status, Json(outcome)))
}

/// A change that did not come before.
async fn new(
    state: &State,
    bearer: Bearer,
    request: Request,
    change: ProfileChange,
) -> Result<ProfileChangeOutcome, Error> {
    let about = state.store(move |tx| about(tx, bearer.member)).await?;
    let nir = Nir::parse(&about.nir).ok();
    let chooser = Chooser { birth_date: about.person.as_ref().map(|person| person.birth_date), nir: nir.as_ref() };
    let change = match change.checked(chooser) {
        Ok(change) => change,
        Err((field, problem)) => return Ok(ProfileChangeOutcome::Refused { field, problem }),
    };
    if let Some(code) = change.present_code()
        && let Some(refused) = refused(state, bearer.member, code.clone()).await?
    {
        // The same request may have been done meanwhile; after a change of code the present one is another.
        let known = state.store(move |tx| requests::known(tx, bearer.member, &request)).await?;
        return Ok(if known == Known::Done { ProfileChangeOutcome::Done } else { refused });
    }
    apply::apply(state, bearer, request, change).await
}

/// Why the present code does not do, if it does not.
async fn refused(state: &State, member: i64, code: Secret) -> Result<Option<ProfileChangeOutcome>, Error> {
    let (number, now) = (fingerprint(&format!("profile of {member}")), state.clock().seconds());
    if let Some(retry_in) = state.store(move |tx| attempts::begin(tx, &number, now)).await? {
        return Ok(Some(ProfileChangeOutcome::TooManyAttempts { retry_in }));
    }
    state.codes().ready().await;
    let hash = state.store(move |tx| members::code_hash(tx, member)).await?;
    if state.codes().check(code, [hash]).await?.is_some() {
        state.store(move |tx| attempts::succeed(tx, &number)).await?;
        return Ok(None);
    }
    let retry_in = state.store(move |tx| attempts::wait(tx, &number, now)).await?;
    Ok(Some(ProfileChangeOutcome::WrongCode { retry_in }))
}

/// The hash of the key, and of all that is asked under it.
fn request(asked: &ProfileChangeRequest) -> Result<Request, Error> {
    let body = serde_json::to_string(&asked.change).map_err(store::Error::from)?;
    let body = Secret::new(format!("{} {body}", asked.key));
    Ok(Request { key: fingerprint(&asked.key), body: fingerprint(body.expose()) })
}

/// What a code must not be made of.
struct About {
    nir: String,
    person: Option<Beneficiary>,
}

fn about(tx: &Transaction<'_>, member: i64) -> Result<About, store::Error> {
    let nir = members::nir(tx, member)?;
    let Some(profile) = profile(tx, member)? else { return Ok(About { nir, person: None }) };
    let person = changes::body(tx, member, kind::BENEFICIARY, profile.beneficiary.as_str())?;
    let person = person.map(|body| serde_json::from_str(&body)).transpose()?;
    Ok(About { nir, person })
}

/// The member's own information, as it stands.
pub(crate) fn profile(tx: &Transaction<'_>, member: i64) -> Result<Option<Profile>, store::Error> {
    let body = changes::body(tx, member, kind::PROFILE, "me")?;
    Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
}

/// The next version of the member's own information.
pub(crate) fn renew(tx: &Transaction<'_>, member: i64, profile: &Profile) -> Result<(), store::Error> {
    changes::renew(tx, member, kind::PROFILE, "me", Some(serde_json::value::to_raw_value(profile)?))
}
