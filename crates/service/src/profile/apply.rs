//! Doing what was asked, in one transaction with the note that it was done; then the e-mail about it.

use jiff::{SignedDuration, Timestamp};
use protocol::profile::{PendingBank, Profile, ProfileChange, ProfileChangeOutcome, Refusal};
use protocol::{Field, Problem, Secret};
use rusqlite::Transaction;

use super::{email, profile, renew};
use crate::extract::Bearer;
use crate::households::bank_name;
use crate::mail::Kind;
use crate::store;
use crate::store::new_code::{self, ChosenBy};
use crate::store::requests::{self, Request};
use crate::{Error, State};

/// A new bank account waits so long: time to read the e-mail about it, and to take it back.
const BANK_WAITS: SignedDuration = SignedDuration::from_hours(48);

/// Does it.
pub(super) async fn apply(
    state: &State,
    bearer: Bearer,
    request: Request,
    change: ProfileChange,
) -> Result<ProfileChangeOutcome, Error> {
    match change {
        ProfileChange::Code { new, .. } => replace_code(state, bearer, request, new).await,
        ProfileChange::Email { email, .. } => email::ask(state, bearer.member, request, Some(email)).await,
        ProfileChange::ResendEmail => email::ask(state, bearer.member, request, None).await,
        change => edit_profile(state, bearer.member, request, change).await,
    }
}

async fn edit_profile(
    state: &State,
    member: i64,
    request: Request,
    change: ProfileChange,
) -> Result<ProfileChangeOutcome, Error> {
    let now = state.clock().now();
    let edited = state.store(move |tx| {
        let Some(mut own) = profile(tx, member)? else { return Err(store::Error::Damaged) };
        let notice = match edit(tx, member, &mut own, change, now)? {
            Ok(notice) => notice,
            Err(refusal) => return Ok(Err(refusal)),
        };
        renew(tx, member, &own)?;
        requests::done(tx, member, &request)?;
        Ok(Ok(notice))
    });
    Ok(match edited.await? {
        Ok(notice) => {
            if let Some(notice) = notice {
                state.notify(member, notice).await;
            }
            ProfileChangeOutcome::Done
        }
        Err((field, problem)) => ProfileChangeOutcome::Refused { field, problem },
    })
}

/// The member's information as it is to be, and what they are told about it.
fn edit(
    tx: &Transaction<'_>,
    member: i64,
    own: &mut Profile,
    change: ProfileChange,
    now: Timestamp,
) -> Result<Result<Option<Kind>, Refusal>, store::Error> {
    let notice = match change {
        ProfileChange::Mobile { number } => {
            let number = number.map(|entry| entry.number);
            if number.is_some() && own.mobile == number {
                return Ok(Err((Field::Mobile, Problem::Same)));
            }
            own.mobile = number;
            Some(Kind::PhoneChanged)
        }
        ProfileChange::Landline { number } => {
            let number = number.map(|entry| entry.number);
            if number.is_some() && own.landline == number {
                return Ok(Err((Field::Landline, Problem::Same)));
            }
            own.landline = number;
            Some(Kind::PhoneChanged)
        }
        ProfileChange::Consents { consents } => {
            own.consents = consents;
            Some(Kind::ConsentsChanged)
        }
        ProfileChange::Address { address, .. } => {
            let name = own.address.first().cloned();
            own.address = name.into_iter().chain(address.lines()).collect();
            Some(Kind::AddressChanged)
        }
        ProfileChange::Bank { iban, .. } => {
            if own.iban.as_ref() == Some(&iban) {
                return Ok(Err((Field::Iban, Problem::Same)));
            }
            let from = now.saturating_add(BANK_WAITS).unwrap_or(now);
            own.pending_bank = Some(PendingBank { bank: bank_name(&iban), iban, from });
            Some(Kind::BankWaiting { at: from })
        }
        ProfileChange::GiveUpBank => own.pending_bank.take().map(|_| Kind::BankGivenUp),
        ProfileChange::GiveUpEmail => {
            email::give_up(tx, member, own)?;
            None
        }
        ProfileChange::Email { .. } | ProfileChange::ResendEmail | ProfileChange::Code { .. } => None,
    };
    Ok(Ok(notice))
}

/// The new code counts from now on, and every other device has to sign in with it.
async fn replace_code(
    state: &State,
    bearer: Bearer,
    request: Request,
    new: Secret,
) -> Result<ProfileChangeOutcome, Error> {
    let hash = state.codes().hash(new).await?;
    state
        .store(move |tx| {
            new_code::replace(tx, bearer.member, &hash, ChosenBy::Session(bearer))?;
            requests::done(tx, bearer.member, &request)
        })
        .await?;
    if let Err(error) = state.tell_code_replaced(bearer.member).await {
        tracing::error!(%error, "a notice could not be sent");
    }
    Ok(ProfileChangeOutcome::Done)
}

/// What was waiting and need not wait any longer takes its place.
pub(crate) fn settle(tx: &Transaction<'_>, member: i64, now: Timestamp) -> Result<(), store::Error> {
    let Some(mut own) = profile(tx, member)? else { return Ok(()) };
    let Some(pending) = own.pending_bank.take_if(|pending| pending.from <= now) else { return Ok(()) };
    (own.iban, own.bank) = (Some(pending.iban), pending.bank);
    renew(tx, member, &own)
}
