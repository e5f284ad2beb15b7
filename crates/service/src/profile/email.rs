//! Another e-mail address: it waits until the link sent to it was followed, and the old one is told.

use insurance::EmailAddress;
use jiff::Timestamp;
use protocol::profile::{PendingEmail, Profile, ProfileChangeOutcome};
use protocol::settings::Language;
use protocol::{Field, Problem, Secret};
use rusqlite::Transaction;

use super::{profile, renew};
use crate::mail::{Kind, Mail};
use crate::random::{fingerprint, token};
use crate::store::links::{self, Link, Purpose};
use crate::store::requests::{self, Request};
use crate::store::{self, access, asks};
use crate::{Error, State};

/// What became of a wish for a link.
enum Asked {
    Refused(ProfileChangeOutcome),
    /// Nothing waits any more: the link was followed, or the change given up.
    Nothing,
    Send(Sending),
}

struct Sending {
    to: String,
    /// The present address, when it is to be told.
    old: Option<String>,
    language: Language,
    /// Another account has it: only its owner is told, and nobody else learns of it.
    taken: bool,
}

/// Sends a link to a new address, or once more to the one that waits.
pub(super) async fn ask(
    state: &State,
    member: i64,
    request: Request,
    new: Option<String>,
) -> Result<ProfileChangeOutcome, Error> {
    if new.as_ref().is_some_and(|new| new.parse::<lettre::Address>().is_err()) {
        return Ok(ProfileChangeOutcome::Refused { field: Field::Email, problem: Problem::Impossible });
    }
    let (now, token) = (state.clock().seconds(), token()?);
    let hash = fingerprint(token.expose());
    let sending = match state.store(move |tx| note(tx, member, &request, new, &hash, now)).await? {
        Asked::Refused(outcome) => return Ok(outcome),
        Asked::Nothing => return Ok(ProfileChangeOutcome::Done),
        Asked::Send(sending) => sending,
    };
    let Sending { to, old, language, taken } = sending;
    let link = Secret::new(state.address_of(&format!("/email/confirmation?token={}", token.expose())));
    let kind = if taken { Kind::EmailTaken } else { Kind::ChangeEmail { link } };
    let mails = std::iter::once((to, kind)).chain(old.map(|old| (old, Kind::EmailChanging)));
    for (to, kind) in mails {
        if let Err(error) = state.send(Mail { to, language, kind }).await {
            tracing::error!(%error, "a message about a change of address could not be sent");
        }
    }
    Ok(ProfileChangeOutcome::Done)
}

fn note(
    tx: &Transaction<'_>,
    member: i64,
    request: &Request,
    new: Option<String>,
    hash: &[u8; 32],
    now: i64,
) -> Result<Asked, store::Error> {
    let Some(mut own) = profile(tx, member)? else { return Err(store::Error::Damaged) };
    let (is_new, waits) = (new.is_some(), own.pending_email.take().map(|pending| pending.email));
    let Some(email) = new.or(waits) else {
        requests::done(tx, member, request)?;
        return Ok(Asked::Nothing);
    };
    if own.email.as_ref().is_some_and(|old| is_same(old, &email)) {
        return Ok(Asked::Refused(ProfileChangeOutcome::Refused { field: Field::Email, problem: Problem::Same }));
    }
    let subject = fingerprint(&format!("change of address {member}"));
    let rule = if is_new { asks::FIVE_AT_ONCE } else { asks::FIVE_AN_HOUR };
    let retry_in = asks::wait(tx, &subject, rule, now)?;
    if retry_in > 0 {
        return Ok(Asked::Refused(ProfileChangeOutcome::TooManyAttempts { retry_in }));
    }
    asks::note(tx, &subject, now)?;
    let (access, taken) = (access::of(tx, member)?, access::is_taken(tx, &email, member)?);
    links::end_all(tx, member, Purpose::ChangeEmail)?;
    if !taken {
        links::insert(tx, hash, Purpose::ChangeEmail, &Link { member, email: email.clone() }, now)?;
    }
    let until = Timestamp::from_second(now + Purpose::ChangeEmail.life()).unwrap_or_default();
    own.pending_email = Some(PendingEmail { email: email.clone(), until });
    renew(tx, member, &own)?;
    requests::done(tx, member, request)?;
    let old = access.confirmed_email().filter(|_| is_new).map(str::to_owned);
    Ok(Asked::Send(Sending { to: email, old, language: access.language, taken }))
}

/// The change is given up: its link does not serve any more.
pub(super) fn give_up(tx: &Transaction<'_>, member: i64, own: &mut Profile) -> Result<(), store::Error> {
    own.pending_email = None;
    links::end_all(tx, member, Purpose::ChangeEmail)
}

/// The link was followed: the address takes the old one's place. Answers the old one, which is told.
pub(crate) fn replace(tx: &Transaction<'_>, link: &Link) -> Result<Option<Replaced>, store::Error> {
    let Some(mut own) = profile(tx, link.member)? else { return Ok(None) };
    let before = access::of(tx, link.member)?;
    if !access::replace_email(tx, link.member, &link.email)? {
        return Ok(None);
    }
    (own.email, own.pending_email) = (Some(link.email.clone()), None);
    renew(tx, link.member, &own)?;
    Ok(Some(Replaced { old: before.confirmed_email().map(str::to_owned), language: before.language }))
}

/// What an address took the place of.
pub(crate) struct Replaced {
    pub(crate) old: Option<String>,
    pub(crate) language: Language,
}

fn is_same(one: &str, other: &str) -> bool {
    match (EmailAddress::parse(one), EmailAddress::parse(other)) {
        (Ok(one), Ok(other)) => one.is_same(&other),
        _ => one == other,
    }
}
