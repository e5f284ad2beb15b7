//! Which step comes next: the order of what stands between a right code and an open account.

use insurance::EmailAddress;
use protocol::entrance::{Details, Step};
use protocol::profile::Profile;
use protocol::sync::kind;
use rusqlite::Transaction;

use crate::random::fingerprint;
use crate::store::access::Access;
use crate::store::entrances::{self, Entrance};
use crate::store::{Error, asks, changes};

/// The next step; none when the account may open.
pub(super) fn next(
    tx: &Transaction<'_>,
    own: &Entrance,
    access: &Access,
    hash: &[u8; 32],
    now: i64,
) -> Result<Option<Step>, Error> {
    // An address that nobody confirmed proves nothing: confirming it is a step of its own.
    if let Some(email) = access.confirmed_email()
        && !own.trusted
        && !own.proven
    {
        return Ok(Some(Step::EmailCode {
            to: masked(email),
            sent: entrances::has_email_code(tx, hash, now)?,
            again_in: asks::wait(tx, &about(own.member, EMAIL_CODE), asks::FIVE_AN_HOUR, now)?,
        }));
    }
    if let Some(because) = own.choose {
        return Ok(Some(Step::ChooseCode { because }));
    }
    if !access.terms_accepted {
        return Ok(Some(Step::AcceptTerms));
    }
    let Some(email) = &access.email else { return Ok(Some(Step::GiveEmail)) };
    if !access.email_confirmed {
        let again_in = asks::wait(tx, &link_to(own.member, email), asks::FIVE_AN_HOUR, now)?;
        return Ok(Some(Step::ConfirmEmail { to: masked(email), again_in }));
    }
    if access.details_due && !own.details_done {
        return Ok(details(tx, own.member, access)?.map(|details| Step::ConfirmDetails { details }));
    }
    Ok(None)
}

/// Six digits by e-mail.
pub(super) const EMAIL_CODE: &str = "email code";
/// One address after the other.
pub(super) const ADDRESSES: &str = "addresses";

/// The links to one address.
pub(super) fn link_to(member: i64, email: &str) -> [u8; 32] {
    about(member, &format!("link to {}", email.to_lowercase()))
}

/// What is slowed down, for whom.
pub(super) fn about(member: i64, what: &str) -> [u8; 32] {
    fingerprint(&format!("{what} {member}"))
}

/// « c•••@exemple.fr »: enough to recognise one's own address.
fn masked(email: &str) -> String {
    EmailAddress::parse(email).map_or_else(|_| "•••".to_owned(), |email| email.masked())
}

fn details(tx: &Transaction<'_>, member: i64, access: &Access) -> Result<Option<Details>, Error> {
    let Some(body) = changes::body(tx, member, kind::PROFILE, "me")? else { return Ok(None) };
    let profile: Profile = serde_json::from_str(&body)?;
    Ok(Some(Details {
        address: profile.address,
        email: access.email.clone(),
        mobile: profile.mobile,
        landline: profile.landline,
    }))
}
