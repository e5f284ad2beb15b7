//! The end of an opening: everything is created at once, or nothing.

use axum::Json;
use axum::extract;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use insurance::code_policy::{self, Chooser};
use insurance::{EmailAddress, Nir, Phone, PhoneKind};
use protocol::opening::{Finish, FinishOutcome};
use protocol::profile::Profile;
use protocol::sync::kind;
use protocol::{Field, Problem};

use super::insured;
use crate::entrance::send_confirmation;
use crate::extract::Body;
use crate::random::fingerprint;
use crate::sign_in::spoken;
use crate::store::new_code::{self, ChosenBy};
use crate::store::{access, changes, openings};
use crate::{Error, State};

/// The answer to the end of an opening.
pub(crate) struct Answer(FinishOutcome);

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = match &self.0 {
            FinishOutcome::Opened => StatusCode::OK,
            FinishOutcome::AlreadyOpen => StatusCode::CONFLICT,
            FinishOutcome::ProofOver => StatusCode::GONE,
            FinishOutcome::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        };
        (status, Json(self.0)).into_response()
    }
}

/// Creates the account, and sends the link that confirms its address.
///
/// Sent twice it is done once. As long as the address is not confirmed, what was sent last counts: a mistyped address
/// is no dead end. An address that is another account's already gets a word to its owner, and nobody else learns of it.
#[utoipa::path(
    post, path = "/v1/opening/finish", tag = "opening", request_body = Finish,
    responses(
        (status = 200, description = "The account is there", body = FinishOutcome),
        (status = 409, description = "It was there, and confirmed", body = FinishOutcome),
        (status = 410, description = "The proof is too old: give it again", body = FinishOutcome),
        (status = 422, description = "An entry cannot be so", body = FinishOutcome),
    )
)]
pub(crate) async fn finish(
    extract::State(state): extract::State<State>,
    headers: HeaderMap,
    Body(request): Body<Finish>,
) -> Result<Answer, Error> {
    let (hash, now) = (fingerprint(request.opening.expose()), state.clock().seconds());
    let found = state.store(move |tx| {
        let Some(member) = openings::find(tx, &hash, now)? else { return Ok(None) };
        Ok(Some((member, insured::record(tx, member)?.1, access::is_in_use(tx, member)?)))
    });
    let Some((member, person, in_use)) = found.await? else { return Ok(Answer(FinishOutcome::ProofOver)) };
    if in_use {
        return Ok(Answer(FinishOutcome::AlreadyOpen));
    }
    let nir = person.nir.as_deref().and_then(|nir| Nir::parse(nir).ok());
    let chooser = Chooser { birth_date: Some(person.birth_date), nir: nir.as_ref() };
    let contact = match Contact::of(&request, chooser) {
        Ok(contact) => contact,
        Err((field, problem)) => return Ok(Answer(FinishOutcome::Refused { field, problem })),
    };
    let language = spoken(&headers);
    let hashed = state.codes().hash(request.code).await?;
    let created = state.store(move |tx| {
        // Someone may have been quicker while the code was hashed.
        if access::is_in_use(tx, member)? {
            return Ok(false);
        }
        new_code::replace(tx, member, &hashed, ChosenBy::Page)?;
        access::accept_terms(tx, member)?;
        access::set_unconfirmed_email(tx, member, contact.email.as_str())?;
        if let Some(language) = language {
            access::set_language(tx, member, language)?;
        }
        let profile = insured::record(tx, member)?.0;
        // The address stands in the profile once it is confirmed.
        let profile = Profile {
            mobile: contact.mobile.as_ref().map(Phone::kept),
            landline: contact.landline.as_ref().map(Phone::kept),
            consents: request.consents,
            ..profile
        };
        changes::renew(tx, member, kind::PROFILE, "me", Some(serde_json::value::to_raw_value(&profile)?))?;
        Ok(true)
    });
    if !created.await? {
        return Ok(Answer(FinishOutcome::AlreadyOpen));
    }
    // The link to the same address went a moment ago when the request comes twice: that is no failure.
    send_confirmation(&state, member).await?;
    Ok(Answer(FinishOutcome::Opened))
}

/// What was sent, in the form in which it is kept.
struct Contact {
    email: EmailAddress,
    mobile: Option<Phone>,
    landline: Option<Phone>,
}

impl Contact {
    fn of(request: &Finish, chooser: Chooser<'_>) -> Result<Self, (Field, Problem)> {
        code_policy::check(request.code.expose(), chooser).map_err(|error| (Field::NewCode, error.into()))?;
        let email = EmailAddress::parse(&request.email).map_err(|error| (Field::Email, error.into()))?;
        let mobile = request
            .mobile
            .as_ref()
            .map(|typed| typed.read(PhoneKind::Mobile))
            .transpose()
            .map_err(|problem| (Field::Mobile, problem))?;
        let landline = request
            .landline
            .as_ref()
            .map(|typed| typed.read(PhoneKind::Landline))
            .transpose()
            .map_err(|problem| (Field::Landline, problem))?;
        Ok(Self { email, mobile, landline })
    }
}
