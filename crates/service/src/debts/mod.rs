//! Paying debts by card (P7): begun by the app, decided on a page of the service, never done twice.

mod page;
mod settle;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::{Json, extract};
use insurance::Cents;
use protocol::debts::{CardPayment, CardPaymentState, Debt, DebtState, PayDebts, PayDebtsOutcome};
use protocol::sync::kind;
use protocol::{CardPaymentId, DebtId};
use rusqlite::Transaction;

pub(crate) use page::{__path_ask, __path_decide, ask, decide};

use crate::extract::{Bearer, Body};
use crate::random::{fingerprint, name};
use crate::store::{self, card_payments, changes};
use crate::{Error, State};

/// The shortest key.
const KEY: usize = 16;

/// Begins to pay open debts by card. Sent again under the same key it is the same payment; while another one waits for
/// one of these debts, that one is answered.
#[utoipa::path(
    post, path = "/v1/debts/payments", tag = "debts", request_body = PayDebts, security(("bearer" = [])),
    responses(
        (status = 200, description = "Begun, now or before", body = PayDebtsOutcome),
        (status = 401, description = "The session is over: refresh it", body = crate::error::Said),
        (status = 409, description = "Another payment was begun under this key", body = crate::error::Said),
        (status = 410, description = "One of them is paid already, or is none of the member's", body = PayDebtsOutcome),
        (status = 422, description = "No debt is named, or the key is too short", body = crate::error::Said),
    )
)]
pub(crate) async fn begin(
    extract::State(state): extract::State<State>,
    bearer: Bearer,
    Body(asked): Body<PayDebts>,
) -> Result<(StatusCode, Json<PayDebtsOutcome>), Error> {
    if asked.key.len() < KEY || asked.debts.is_empty() {
        return Err(Error::Unreadable(StatusCode::UNPROCESSABLE_ENTITY, "a key and a debt are wanted"));
    }
    let (id, now) = (CardPaymentId::new(name()?), state.clock().seconds());
    let begun = state.store(move |tx| begun(tx, bearer.member, id, asked, now)).await?;
    match begun {
        Begun::Payment(payment) => Ok((StatusCode::OK, Json(PayDebtsOutcome::Begun { payment }))),
        Begun::NotOpen => Ok((StatusCode::GONE, Json(PayDebtsOutcome::NotOpen))),
        Begun::KeyUsed => Err(Error::KeyUsed),
    }
}

enum Begun {
    Payment(CardPayment),
    NotOpen,
    KeyUsed,
}

fn begun(
    tx: &Transaction<'_>,
    member: i64,
    id: CardPaymentId,
    asked: PayDebts,
    now: i64,
) -> Result<Begun, store::Error> {
    let key = fingerprint(&asked.key);
    if let Some(known) = card_payments::under(tx, member, &key, now)? {
        return Ok(if known.debts == asked.debts { Begun::Payment(known) } else { Begun::KeyUsed });
    }
    let waiting = card_payments::waiting(tx, member, now)?.into_iter();
    if let Some(other) = waiting.into_iter().find(|other| other.debts.iter().any(|debt| asked.debts.contains(debt))) {
        return Ok(Begun::Payment(other));
    }
    let Some(debts) = open(tx, member, &asked.debts)? else { return Ok(Begun::NotOpen) };
    let amount = debts.iter().map(|debt| debt.amount).sum::<Cents>();
    let page = card_payments::page(&id);
    let payment = CardPayment { id, debts: asked.debts, amount, page, state: CardPaymentState::Waiting };
    card_payments::begin(tx, member, &key, &payment, now)?;
    Ok(Begun::Payment(payment))
}

/// The debts with these names; none unless every one is the member's and open, and none is named twice.
fn open(tx: &Transaction<'_>, member: i64, ids: &[DebtId]) -> Result<Option<Vec<Debt>>, store::Error> {
    let mut debts: Vec<Debt> = Vec::new();
    for id in ids {
        let Some(body) = changes::body(tx, member, kind::DEBT, id.as_str())? else { return Ok(None) };
        let debt: Debt = serde_json::from_str(&body)?;
        if debt.state != DebtState::Open || debts.iter().any(|other| other.id == debt.id) {
            return Ok(None);
        }
        debts.push(debt);
    }
    Ok(Some(debts))
}

/// How a payment stands.
#[utoipa::path(
    get, path = "/v1/debts/payments/{id}", tag = "debts", params(("id" = String, Path)), security(("bearer" = [])),
    responses(
        (status = 200, description = "How it stands", body = CardPayment),
        (status = 401, description = "The session is over: refresh it", body = crate::error::Said),
        (status = 404, description = "There is none of this name", body = crate::error::Said),
    )
)]
pub(crate) async fn get(
    extract::State(state): extract::State<State>,
    bearer: Bearer,
    Path(id): Path<String>,
) -> Result<Json<CardPayment>, Error> {
    let now = state.clock().seconds();
    let found = state.store(move |tx| card_payments::find(tx, &id, now)).await?;
    let own = found.filter(|kept| kept.member == bearer.member).ok_or(Error::NotFound)?;
    Ok(Json(own.payment))
}
