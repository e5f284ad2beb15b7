//! A card was taken: the debts are paid, and the receipt is there, or nothing happened.

use protocol::debts::{CardPayment, CardPaymentState, Debt, DebtState};
use protocol::documents::{DocumentKind, ReceivedDocument};
use protocol::profile::Profile;
use protocol::sync::kind;
use protocol::{CardPaymentId, DocumentId};
use rusqlite::Transaction;
use serde_json::value::to_raw_value;

use super::open;
use crate::clock::in_paris;
use crate::contents::describe;
use crate::post::{Letter, content, print};
use crate::random::{digits, name};
use crate::store::{self, card_payments, changes, contents};
use crate::{Error, State};

/// Ends a payment that waits; answers how it stands now, which for one that ended before is how it ended.
pub(super) async fn end(state: &State, id: String, ended: CardPaymentState) -> Result<Option<CardPaymentState>, Error> {
    let now = state.clock().now();
    let name_of = id.clone();
    let found = state.store(move |tx| known(tx, &name_of, now.as_second())).await?;
    let Some((kept, profile, debts)) = found else { return Ok(None) };
    if kept.payment.state != CardPaymentState::Waiting {
        return Ok(Some(kept.payment.state));
    }
    let receipt = match ended {
        CardPaymentState::Accepted => {
            let reference = format!("CB-{}", digits(8)?.expose());
            let content = content(profile, now, letter(&kept.payment, &debts, &reference));
            let pdf = tokio::task::spawn_blocking(move || print(&content)).await??.pdf;
            Some(Receipt { reference, pdf, document: DocumentId::new(name()?) })
        }
        _ => None,
    };
    let today = in_paris(now).date();
    let state = state.store(move |tx| {
        // Twice at once: the first one counts.
        let Some((kept, _, _)) = known(tx, &id, now.as_second())? else { return Ok(None) };
        if kept.payment.state != CardPaymentState::Waiting {
            return Ok(Some(kept.payment.state));
        }
        let ended = match (&receipt, open(tx, kept.member, &kept.payment.debts)?) {
            (Some(receipt), Some(debts)) => {
                for debt in debts {
                    paid(tx, kept.member, debt, today, receipt)?;
                }
                keep(tx, kept.member, today, receipt)?;
                CardPaymentState::Accepted
            }
            // Paid another way meanwhile: no card is charged.
            (Some(_), None) => CardPaymentState::Refused,
            (None, _) => ended,
        };
        card_payments::end(tx, &CardPaymentId::new(id.as_str()), ended)?;
        Ok(Some(ended))
    });
    state.await
}

struct Receipt {
    reference: String,
    pdf: Vec<u8>,
    document: DocumentId,
}

type Known = (card_payments::Kept, Profile, Vec<Debt>);

fn known(tx: &Transaction<'_>, id: &str, now: i64) -> Result<Option<Known>, store::Error> {
    let Some(kept) = card_payments::find(tx, id, now)? else { return Ok(None) };
    let Some(profile) = crate::profile::profile(tx, kept.member)? else { return Ok(None) };
    let debts = open(tx, kept.member, &kept.payment.debts)?.unwrap_or_default();
    Ok(Some((kept, profile, debts)))
}

fn paid(
    tx: &Transaction<'_>,
    member: i64,
    debt: Debt,
    on: jiff::civil::Date,
    receipt: &Receipt,
) -> Result<(), store::Error> {
    let id = debt.id.clone();
    let debt = Debt { state: DebtState::Paid { on, reference: receipt.reference.clone() }, ..debt };
    changes::renew(tx, member, kind::DEBT, id.as_str(), Some(to_raw_value(&debt)?))
}

fn keep(tx: &Transaction<'_>, member: i64, on: jiff::civil::Date, receipt: &Receipt) -> Result<(), store::Error> {
    let content = describe(&receipt.pdf);
    contents::insert(tx, member, &content.sha256, &receipt.pdf)?;
    let document = ReceivedDocument {
        id: receipt.document.clone(),
        kind: DocumentKind::Receipt,
        title: format!("Reçu de paiement {}", receipt.reference),
        issued_on: on,
        content: Some(content),
    };
    changes::renew(tx, member, kind::DOCUMENT, document.id.as_str(), Some(to_raw_value(&document)?))
}

fn letter(payment: &CardPayment, debts: &[Debt], reference: &str) -> Letter {
    let references: Vec<&str> = debts.iter().map(|debt| debt.reference.as_str()).collect();
    Letter {
        subject: "Reçu de paiement",
        paragraphs: vec![
            format!("Votre paiement par carte de {} a été accepté. Référence : {reference}.", payment.amount),
            format!("Il règle en totalité : créance {}.", references.join(", créance ")),
            "Aucune carte réelle n’a été débitée : ce service est une démonstration.".to_owned(),
        ],
    }
}
