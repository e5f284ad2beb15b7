//! A forgotten code (A12): a link by e-mail, or a provisional code by post to those without a confirmed address.

mod confirmation;
mod page;

use std::time::Duration;

use axum::extract;
use axum::http::StatusCode;
use protocol::Secret;
use protocol::entrance::ForgottenCode;

pub(crate) use confirmation::{__path_ask, __path_confirm, ask, confirm};
pub(crate) use page::{__path_choose, __path_open, choose, open};

use crate::extract::Body;
use crate::mail::{Kind, Mail};
use crate::post::{Letter, Provisional};
use crate::random::{digits, fingerprint, token};
use crate::store::access;
use crate::store::asks;
use crate::store::links::{self, Link, Purpose};
use crate::{Error, State};

/// As long as a letter of the last days may still arrive, no other one is sent.
const LETTER_PAUSE: i64 = 3 * 24 * 3600;

/// By then the answer has left.
const AFTER_THE_ANSWER: Duration = Duration::from_millis(10);

/// Says that a code is forgotten.
///
/// The answer is the same for every number and birth date, and comes before anything is looked up. A member with a
/// confirmed address gets a link that is valid for 30 minutes; one without, a provisional code by post. The present
/// code serves until another one was chosen.
#[utoipa::path(
    post, path = "/v1/code/forgotten", tag = "session", request_body = ForgottenCode,
    responses(
        (status = 202, description = "If the number and the birth date are a member's, an e-mail or a letter leaves"),
        (status = 422, description = "The body is not as expected", body = crate::error::Said),
    )
)]
pub(crate) async fn forgotten(
    extract::State(state): extract::State<State>,
    Body(request): Body<ForgottenCode>,
) -> StatusCode {
    // After the answer: neither how long it takes nor what it takes from the answer's own time tells anything.
    tokio::spawn(async move {
        tokio::time::sleep(AFTER_THE_ANSWER).await;
        if let Err(error) = state.renew(request).await {
            tracing::error!(%error, "a forgotten code could not be renewed");
        }
    });
    StatusCode::ACCEPTED
}

impl State {
    async fn renew(&self, request: ForgottenCode) -> Result<(), Error> {
        let now = self.clock().seconds();
        let found = self.store(move |tx| {
            let Some(member) = access::born(tx, request.nir.expose(), request.birth_date)? else { return Ok(None) };
            let subject = fingerprint(&format!("forgotten {member}"));
            if asks::wait(tx, &subject, asks::FIVE_AN_HOUR, now)? > 0 {
                return Ok(None);
            }
            asks::note(tx, &subject, now)?;
            Ok(Some((member, access::of(tx, member)?)))
        });
        let Some((member, access)) = found.await? else { return Ok(()) };
        match access.confirmed_email().map(str::to_owned) {
            Some(to) => {
                let token = token()?;
                let (hash, link) = (fingerprint(token.expose()), Link { member, email: to.clone() });
                self.store(move |tx| links::insert(tx, &hash, Purpose::RenewCode, &link, now)).await?;
                let link = Secret::new(self.address_of(&format!("/code/renewal?token={}", token.expose())));
                self.send(Mail { to, language: access.language, kind: Kind::RenewCode { link } }).await
            }
            None => self.post_provisional_code(member, now).await,
        }
    }

    async fn post_provisional_code(&self, member: i64, now: i64) -> Result<(), Error> {
        let fresh = now + access::PROVISIONAL_LIFE - LETTER_PAUSE;
        if self.store(move |tx| access::has_provisional(tx, member, fresh)).await? {
            return Ok(());
        }
        let code = digits(4)?;
        let [own, _] = self.store(move |tx| access::hashes_of(tx, member)).await?;
        let why = if own.is_some() { Provisional::Forgotten } else { Provisional::First };
        let letter = Letter::provisional_code(code.expose(), why);
        let hash = self.codes().hash(code).await?;
        self.store(move |tx| access::set_provisional(tx, member, &hash, now + access::PROVISIONAL_LIFE)).await?;
        self.post(member, letter).await
    }
}
