//! The page on which the card is asked for; in French, in place of a bank's. No card is real.

use axum::body::Body;
use axum::extract::{self, Path};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use protocol::debts::{CardPayment, CardPaymentState};
use serde::Deserialize;
use utoipa::ToSchema;

use super::settle;
use crate::extract::Form;
use crate::pages::{Text, card};
use crate::store::card_payments;
use crate::{Error, State};

const FOOT: &str = "Page de démonstration : aucune carte n’est demandée, rien n’est débité.";

/// What the person does.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Decision {
    decision: Decided,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Decided {
    /// The card is taken.
    Pay,
    /// The card is taken, and the answer never arrives.
    PayAndLose,
    /// The bank says no.
    Refuse,
    /// The person turns back.
    Abandon,
}

/// Shows the page of a payment.
#[utoipa::path(get, path = "/card/{id}", tag = "debts", params(("id" = String, Path)), responses((status = 200, description = "A page", content_type = "text/html", body = String)))]
pub(crate) async fn ask(
    extract::State(state): extract::State<State>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let now = state.clock().seconds();
    let kept = state.store(move |tx| card_payments::find(tx, &id, now)).await?.ok_or(Error::NotFound)?;
    Ok(match kept.payment.state {
        CardPaymentState::Waiting => form(&kept.payment),
        ended => told(ended),
    })
}

/// Decides a payment. Sent again it changes nothing, and says how it ended.
#[utoipa::path(post, path = "/card/{id}", tag = "debts", params(("id" = String, Path)), request_body(content = Decision, content_type = "application/x-www-form-urlencoded"), responses((status = 200, description = "A page", content_type = "text/html", body = String)))]
pub(crate) async fn decide(
    extract::State(state): extract::State<State>,
    Path(id): Path<String>,
    Form(Decision { decision }): Form<Decision>,
) -> Result<Response, Error> {
    let ended = match decision {
        Decided::Pay | Decided::PayAndLose => CardPaymentState::Accepted,
        Decided::Refuse => CardPaymentState::Refused,
        Decided::Abandon => CardPaymentState::Abandoned,
    };
    let state = settle::end(&state, id, ended).await?.ok_or(Error::NotFound)?;
    Ok(if decision == Decided::PayAndLose { lost() } else { told(state) })
}

fn form(payment: &CardPayment) -> Response {
    let button = |value: &str, class: &str, words: &str| {
        format!("<p><button class=\"{class}\" name=\"decision\" value=\"{value}\">{words}</button></p>")
    };
    let amount = payment.amount.to_string();
    let body = format!(
        "<p>Montant à payer à votre caisse</p>\n<p class=\"address\">{}</p>\n<form method=\"post\">{}{}{}{}</form>\n",
        Text(&amount),
        button("pay", "", "Payer"),
        button("refuse", "quiet", "Simuler : la banque refuse"),
        button("pay_and_lose", "quiet", "Simuler : payer, et la réponse se perd"),
        button("abandon", "quiet", "Abandonner"),
    );
    card("fr", "Paiement par carte", &body, FOOT)
}

fn told(state: CardPaymentState) -> Response {
    let (title, text) = match state {
        CardPaymentState::Accepted => ("Paiement accepté", "Votre reçu vous attend dans l’application."),
        CardPaymentState::Refused => ("Paiement refusé", "Rien n’a été débité. Vous pouvez essayer une autre carte."),
        _ => ("Paiement abandonné", "Rien n’a été débité."),
    };
    let body = format!("<p>{text}</p>\n<p>Vous pouvez fermer cette page et revenir dans l’application.</p>\n");
    card("fr", title, &body, FOOT)
}

/// The connection breaks in the middle of the answer.
fn lost() -> Response {
    let broken = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
    Body::from_stream(stream::iter([Ok("<!doctype html>"), Err(broken)])).into_response()
}
