//! The link that confirms an e-mail address: sent here, followed on a page.

use protocol::Secret;

use super::step::link_to;
use crate::mail::{Kind, Mail};
use crate::random::{fingerprint, token};
use crate::store::links::{self, Link, Purpose};
use crate::store::{access, asks};
use crate::{Error, State};

/// Sends the link, unless it was sent too often: then the seconds to wait. An address that is another account's gets
/// a word to its owner instead, and nobody else learns of it.
pub(crate) async fn send_confirmation(state: &State, member: i64) -> Result<Option<u64>, Error> {
    let now = state.clock().seconds();
    let token = token()?;
    let hash = fingerprint(token.expose());
    let asked = state.store(move |tx| {
        let access = access::of(tx, member)?;
        let Some(email) = access.email.filter(|_| !access.email_confirmed) else { return Ok(Ok(None)) };
        let subject = link_to(member, &email);
        let wait = asks::wait(tx, &subject, asks::FIVE_AN_HOUR, now)?;
        if wait > 0 {
            return Ok(Err(wait));
        }
        asks::note(tx, &subject, now)?;
        let taken = access::is_taken(tx, &email, member)?;
        if !taken {
            links::insert(tx, &hash, Purpose::ConfirmEmail, &Link { member, email: email.clone() }, now)?;
        }
        Ok(Ok(Some((email, access.language, taken))))
    });
    match asked.await? {
        Err(wait) => Ok(Some(wait)),
        Ok(None) => Ok(None),
        Ok(Some((to, language, taken))) => {
            let address = state.address_of(&format!("/email/confirmation?token={}", token.expose()));
            let kind = if taken { Kind::EmailTaken } else { Kind::ConfirmEmail { link: Secret::new(address) } };
            state.send(Mail { to, language, kind }).await?;
            Ok(None)
        }
    }
}
