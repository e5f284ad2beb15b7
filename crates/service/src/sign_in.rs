//! Signing in with number and code (A10), chosen by the member or provisional (A11).

use axum::extract;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use protocol::settings::Language;
use protocol::sign_in::{SignIn, SignInOutcome};

use crate::entrance::{Answer, Begin, Proof};
use crate::extract::Body;
use crate::random::fingerprint;
use crate::store::sessions::{self, Claim};
use crate::store::{access, attempts, devices};
use crate::{Error, State};

/// Opens a session, or says what is to be done before.
///
/// The answer, and the time it takes, are the same for an unknown number and a wrong code. After five failures with
/// the same number, known or not, nothing is looked at for 30 seconds; each further failure doubles the delay. A device
/// that holds the trust of its last sign-in is counted apart: failures elsewhere do not keep its member out.
#[utoipa::path(
    post, path = "/v1/sign-in", tag = "session", request_body = SignIn,
    responses(
        (status = 200, description = "The session is open, or there is a step before it", body = SignInOutcome),
        (status = 401, description = "Number unknown or code wrong", body = SignInOutcome),
        (status = 403, description = "The code is right, but the account cannot be opened with it", body = SignInOutcome),
        (status = 422, description = "The body is not as expected", body = crate::error::Said),
        (status = 429, description = "No attempt is looked at before the delay is over", body = SignInOutcome),
    )
)]
pub(crate) async fn post(
    extract::State(state): extract::State<State>,
    headers: HeaderMap,
    Body(request): Body<SignIn>,
) -> Result<Answer, Error> {
    let SignIn { nir, code, device, trust } = request;
    let claim = device
        .zip(trust)
        .map(|(device, trust)| Claim { device: device.as_str().to_owned(), trust: fingerprint(trust.expose()) });
    let (now, number, tried) = (state.clock().seconds(), nir.clone(), fingerprint(nir.expose()));
    let begun = state.store(move |tx| {
        let own = match &claim {
            Some(claim) => sessions::knows(tx, number.expose(), claim)?,
            None => false,
        };
        let counted = match &claim {
            Some(claim) if own => fingerprint(&format!("{} {}", number.expose(), claim.device)),
            _ => fingerprint(number.expose()),
        };
        Ok((attempts::begin(tx, &counted, now)?, counted, claim))
    });
    let (retry_in, counted, claim) = begun.await?;
    if let Some(retry_in) = retry_in {
        return Ok(Answer(SignInOutcome::TooManyAttempts { retry_in }));
    }
    state.codes().ready().await;
    let known = state.store(move |tx| access::hashes(tx, nir.expose())).await?;
    let (member, hash, provisional) =
        known.map_or((None, None, None), |known| (Some(known.member), known.code, known.provisional));
    let (provisional, until) = provisional.unzip();
    let right = state.codes().check(code, [hash, provisional]).await?;
    let (Some(member), Some(right)) = (member, right) else {
        let noted = state.store(move |tx| {
            devices::wrong_code(tx, &tried, now)?;
            access::count_wrong(tx, member)
        });
        noted.await?;
        return Ok(Answer(SignInOutcome::WrongCredentials));
    };
    state.store(move |tx| attempts::succeed(tx, &counted)).await?;
    let proof = if right == 0 { Proof::Code } else { Proof::Provisional };
    if proof == Proof::Provisional && until.is_none_or(|until| until <= now) {
        return Ok(Answer(SignInOutcome::ProvisionalCodeExpired));
    }
    state.begin(Begin { member, proof, claim, language: spoken(&headers) }).await.map(Answer)
}

/// The language of the app.
pub(crate) fn spoken(headers: &HeaderMap) -> Option<Language> {
    headers.get(ACCEPT_LANGUAGE)?.to_str().ok().and_then(Language::of_tag)
}
