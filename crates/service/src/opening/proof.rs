//! The proof: identity, and what only the person should know.

use axum::Json;
use axum::extract;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use protocol::opening::{Proof, ProofOutcome};

use super::insured;
use crate::extract::Body;
use crate::random::{fingerprint, token};
use crate::store::{access, attempts, openings};
use crate::{Error, State};

/// The answer to a proof.
pub(crate) struct Answer(ProofOutcome);

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = match &self.0 {
            ProofOutcome::Recognised { .. } => StatusCode::OK,
            ProofOutcome::NotRecognised => StatusCode::FORBIDDEN,
            ProofOutcome::AlreadyOpen => StatusCode::CONFLICT,
            ProofOutcome::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
        };
        (status, [(CACHE_CONTROL, "no-store")], Json(self.0)).into_response()
    }
}

/// Looks at the proof of someone who wants an account. Nothing is created.
///
/// The answer, and the time it takes, are the same for an unknown number and for any entry that is wrong. After five
/// failures with the same number nothing is looked at for 30 seconds; each further failure doubles the delay. No more
/// than 120 proofs are looked at in a minute.
#[utoipa::path(
    post, path = "/v1/opening/proof", tag = "opening", request_body = Proof,
    responses(
        (status = 200, description = "All of it is right", body = ProofOutcome),
        (status = 403, description = "Something is not right", body = ProofOutcome),
        (status = 409, description = "All of it is right, and the account is there", body = ProofOutcome),
        (status = 422, description = "The body is not as expected", body = crate::error::Said),
        (status = 429, description = "No proof is looked at before the delay is over", body = ProofOutcome),
    )
)]
pub(crate) async fn proof(
    extract::State(state): extract::State<State>,
    Body(proof): Body<Proof>,
) -> Result<Answer, Error> {
    let now = state.clock().seconds();
    if let Some(retry_in) = state.proofs().count(now) {
        return Ok(Answer(ProofOutcome::TooManyAttempts { retry_in }));
    }
    let counted = fingerprint(&format!("opening {}", proof.nir.expose()));
    if let Some(retry_in) = state.store(move |tx| attempts::begin(tx, &counted, now)).await? {
        return Ok(Answer(ProofOutcome::TooManyAttempts { retry_in }));
    }
    let opening = token()?;
    let hash = fingerprint(opening.expose());
    let outcome = state.store(move |tx| {
        let Some(member) = insured::recognise(tx, &proof)? else { return Ok(ProofOutcome::NotRecognised) };
        attempts::succeed(tx, &counted)?;
        if access::is_in_use(tx, member)? {
            return Ok(ProofOutcome::AlreadyOpen);
        }
        openings::insert(tx, &hash, member, now)?;
        Ok(ProofOutcome::Recognised { opening, expires_in: openings::LIFE.unsigned_abs() })
    });
    Ok(Answer(outcome.await?))
}
