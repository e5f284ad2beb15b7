//! The page behind the link that confirms an address. Looking at it confirms nothing: programs that look at links
//! before their reader would use them up.

use axum::extract;
use axum::response::Response;
use protocol::Secret;
use protocol::profile::Profile;
use protocol::settings::Language;
use protocol::sync::kind;
use rusqlite::Transaction;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::page::{language_of, words};
use crate::extract::{Form, Query};
use crate::mail::{Kind, Mail};
use crate::pages::{Text, card};
use crate::random::fingerprint;
use crate::store::links::{self, Link, Purpose};
use crate::store::{self, access, changes};
use crate::{Error, State, profile};

/// What the link of an e-mail holds.
#[derive(Deserialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
pub(crate) struct Token {
    /// It serves once.
    #[schema(value_type = String)]
    #[param(value_type = String)]
    token: Secret,
}

/// Shows the page of a link that confirms an address.
#[utoipa::path(get, path = "/email/confirmation", tag = "mail", params(Token), responses((status = 200, description = "A page", content_type = "text/html", body = String)))]
pub(crate) async fn ask(
    extract::State(state): extract::State<State>,
    Query(Token { token }): Query<Token>,
) -> Result<Response, Error> {
    let (hash, now) = (fingerprint(token.expose()), state.clock().seconds());
    let found = state.store(move |tx| find(tx, &hash, now)).await?;
    let Some((link, _)) = found else { return Ok(over(Language::French)) };
    let language = language_of(&state, link.member).await?;
    let say = |key| words(language, key);
    let body = format!(
        "<p>{}</p>\n<p class=\"address\">{}</p>\n<form method=\"post\" action=\"/email/confirmation\">\
         <input type=\"hidden\" name=\"token\" value=\"{}\"><button>{}</button></form>\n",
        say("confirm.text"),
        Text(&link.email),
        Text(token.expose()),
        say("confirm.button"),
    );
    Ok(card(language.tag(), say("confirm.title"), &body, say("demonstration")))
}

/// Confirms an address.
#[utoipa::path(post, path = "/email/confirmation", tag = "mail", request_body(content = Token, content_type = "application/x-www-form-urlencoded"), responses((status = 200, description = "A page", content_type = "text/html", body = String)))]
pub(crate) async fn confirm(
    extract::State(state): extract::State<State>,
    Form(Token { token }): Form<Token>,
) -> Result<Response, Error> {
    let (hash, now) = (fingerprint(token.expose()), state.clock().seconds());
    let confirmed = state.store(move |tx| {
        let Some((link, purpose)) = find(tx, &hash, now)? else { return Ok(None) };
        links::end(tx, &hash)?;
        if purpose == Purpose::ChangeEmail {
            return Ok(profile::replace(tx, &link)?.map(|replaced| (replaced.language, replaced.old)));
        }
        if !access::confirm_email(tx, link.member, &link.email)? {
            return Ok(None);
        }
        note_email(tx, link.member, link.email)?;
        Ok(Some((access::of(tx, link.member)?.language, None)))
    });
    let Some((language, old)) = confirmed.await? else { return Ok(over(Language::French)) };
    if let Some(to) = old
        && let Err(error) = state.send(Mail { to, language, kind: Kind::EmailChanged }).await
    {
        tracing::error!(%error, "a notice could not be sent");
    }
    let say = |key| words(language, key);
    let body = format!("<p>{}</p>\n", say("confirmed.text"));
    Ok(card(language.tag(), say("confirmed.title"), &body, say("demonstration")))
}

/// The link served already, is too old, or never was one.
pub(super) fn over(language: Language) -> Response {
    let say = |key| words(language, key);
    let other = match language {
        Language::French => Language::English,
        Language::English => Language::French,
    };
    let body = format!(
        "<p>{}</p>\n<p class=\"muted other\" lang=\"{}\">{}. {}</p>\n",
        say("over.text"),
        other.tag(),
        words(other, "over.title"),
        words(other, "over.text"),
    );
    card(language.tag(), say("over.title"), &body, say("demonstration"))
}

/// The link of an address, new to the account or to take another one's place.
fn find(tx: &Transaction<'_>, hash: &[u8; 32], now: i64) -> Result<Option<(Link, Purpose)>, store::Error> {
    for purpose in [Purpose::ConfirmEmail, Purpose::ChangeEmail] {
        if let Some(link) = links::find(tx, hash, purpose, now)? {
            return Ok(Some((link, purpose)));
        }
    }
    Ok(None)
}

fn note_email(tx: &Transaction<'_>, member: i64, email: String) -> Result<(), store::Error> {
    let Some(body) = changes::body(tx, member, kind::PROFILE, "me")? else { return Ok(()) };
    let mut profile: Profile = serde_json::from_str(&body)?;
    profile.email = Some(email);
    changes::renew(tx, member, kind::PROFILE, "me", Some(serde_json::value::to_raw_value(&profile)?))
}
