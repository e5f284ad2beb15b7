//! What the member does at a step. Each act is looked at only at its own step.

use insurance::{EmailAddress, EmailError};
use protocol::entrance::{Act, Refusal, Step};
use protocol::{Field, Problem, Secret};

use super::step::{self, ADDRESSES, EMAIL_CODE, about};
use super::{UnderWay, send_confirmation};
use crate::mail::{Kind, Mail};
use crate::random::{digits, fingerprint};
use crate::store::entrances::{self, EmailCode};
use crate::store::new_code::{self, ChosenBy};
use crate::store::{access, asks};
use crate::{Error, State};

type Refused = Result<Option<Refusal>, Error>;

/// Does it; answers why not, when it cannot be done.
pub(super) async fn carry_out(state: &State, own: &UnderWay, act: Act) -> Refused {
    let (hash, member, now) = (own.hash, own.member, state.clock().seconds());
    let at = state.store(move |tx| {
        let Some(entrance) = entrances::find(tx, &hash, now)? else { return Ok(None) };
        step::next(tx, &entrance, &access::of(tx, member)?, &hash, now)
    });
    match (act, at.await?) {
        (Act::Look, _) => Ok(None),
        (Act::Leave, _) => {
            state.store(move |tx| entrances::end(tx, &hash)).await?;
            Ok(None)
        }
        (Act::SendEmailCode, Some(Step::EmailCode { .. })) => send_email_code(state, own).await,
        (Act::EnterEmailCode { digits }, Some(Step::EmailCode { .. })) => enter_email_code(state, own, &digits).await,
        (Act::ChooseCode { code }, Some(Step::ChooseCode { .. })) => choose_code(state, own, code).await,
        (Act::AcceptTerms, Some(Step::AcceptTerms)) => {
            state.store(move |tx| access::accept_terms(tx, member)).await?;
            Ok(None)
        }
        (Act::GiveEmail { email }, Some(Step::GiveEmail | Step::ConfirmEmail { .. })) => {
            give_email(state, member, email).await
        }
        (Act::SendLink, Some(Step::ConfirmEmail { .. })) => {
            let wait = send_confirmation(state, member).await?;
            Ok(wait.map(|retry_in| Refusal::TooSoon { retry_in }))
        }
        (Act::ConfirmDetails, Some(Step::ConfirmDetails { .. })) => {
            state
                .store(move |tx| {
                    access::confirm_details(tx, member)?;
                    entrances::details_done(tx, &hash)
                })
                .await?;
            Ok(None)
        }
        (Act::Later, Some(Step::ConfirmDetails { .. })) => {
            state.store(move |tx| entrances::details_done(tx, &hash)).await?;
            Ok(None)
        }
        _ => Ok(Some(Refusal::OutOfPlace)),
    }
}

async fn send_email_code(state: &State, own: &UnderWay) -> Refused {
    let (hash, member, now) = (own.hash, own.member, state.clock().seconds());
    let code = digits(6)?;
    let kept = of_entrance(&hash, &code);
    let asked = state.store(move |tx| {
        let subject = about(member, EMAIL_CODE);
        let wait = asks::wait(tx, &subject, asks::FIVE_AN_HOUR, now)?;
        let access = access::of(tx, member)?;
        let to = access.confirmed_email().map(str::to_owned);
        if wait == 0 {
            asks::note(tx, &subject, now)?;
            entrances::set_email_code(tx, &hash, &kept, now)?;
        }
        Ok((wait, to, access.language))
    });
    match asked.await? {
        (0, Some(to), language) => {
            state.send(Mail { to, language, kind: Kind::OneTimeCode { code } }).await?;
            Ok(None)
        }
        (0, None, _) => Ok(Some(Refusal::OutOfPlace)),
        (retry_in, ..) => Ok(Some(Refusal::TooSoon { retry_in })),
    }
}

async fn enter_email_code(state: &State, own: &UnderWay, typed: &Secret) -> Refused {
    let (hash, now) = (own.hash, state.clock().seconds());
    let typed = of_entrance(&hash, typed);
    Ok(match state.store(move |tx| entrances::try_email_code(tx, &hash, &typed, now)).await? {
        EmailCode::Right => None,
        EmailCode::Wrong { left } => Some(Refusal::WrongEmailCode { left }),
        EmailCode::Void => Some(Refusal::EmailCodeVoid),
    })
}

async fn choose_code(state: &State, own: &UnderWay, code: Secret) -> Refused {
    let (hash, member) = (own.hash, own.member);
    if let Some(problem) = state.problem_of(member, &code).await? {
        return Ok(Some(Refusal::Entry { field: Field::NewCode, problem }));
    }
    let chosen = state.codes().hash(code).await?;
    state
        .store(move |tx| {
            new_code::replace(tx, member, &chosen, ChosenBy::Entrance(&hash))?;
            entrances::code_chosen(tx, &hash)
        })
        .await?;
    state.tell_code_replaced(member).await?;
    Ok(None)
}

async fn give_email(state: &State, member: i64, email: String) -> Refused {
    let email = match EmailAddress::parse(&email) {
        Ok(email) => email.as_str().to_owned(),
        Err(error) => return Ok(Some(Refusal::Entry { field: Field::Email, problem: unreadable(error) })),
    };
    let now = state.clock().seconds();
    let set = state.store(move |tx| {
        let subject = about(member, ADDRESSES);
        let wait = asks::wait(tx, &subject, asks::FIVE_AT_ONCE, now)?;
        if wait == 0 {
            asks::note(tx, &subject, now)?;
            access::set_unconfirmed_email(tx, member, &email)?;
        }
        Ok(wait)
    });
    match set.await? {
        // The link to an address that was given again a moment ago is on its way already.
        0 => send_confirmation(state, member).await.map(|_| None),
        retry_in => Ok(Some(Refusal::TooSoon { retry_in })),
    }
}

/// Digits serve the way in for which they were sent, and no other.
fn of_entrance(hash: &[u8; 32], digits: &Secret) -> [u8; 32] {
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    fingerprint(&format!("{hex} {}", digits.expose()))
}

fn unreadable(error: EmailError) -> Problem {
    match error {
        EmailError::Empty => Problem::Empty,
        _ => Problem::Impossible,
    }
}
