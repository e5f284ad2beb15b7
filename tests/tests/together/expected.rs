//! Care that the member notes, and the payment for it that the service sends later.

use anyhow::{Context, Result};
use dossier::MemoryVault;
use insurance::{ActKind, Cents};
use jiff::civil::date;
use protocol::expected::{CareEntries, ExpectedState, NoteCare};
use protocol::payments::{Nature, Payee};
use protocol::sync::kind;
use protocol::{CareId, PaymentId};
use serde_json::json;
use tests::{Core, InProcess, failed, until};

#[tokio::test]
async fn a_noted_care_is_found_in_the_payment_that_comes_and_survives_a_new_start() -> Result<()> {
    let service = InProcess::start().await?;
    let folder = tempfile::tempdir()?;
    let vault = MemoryVault::default();
    let member = serde_json::from_value(json!(service.member(0)?))?;
    let core = Core::in_memory(folder.path(), &vault, service.url()?, &member).await?;
    until(async || core.is_up_to_date().await.ok()?.then_some(())).await.context("the synchronisation does not end")?;
    let person = core.dossier.profile().await.map_err(failed)?.people.first().context("nobody")?.id.clone();
    let entries = CareEntries {
        person: Some(person.clone()),
        act: Some(ActKind::Dental),
        date: "18/11/2026".to_owned(),
        paid: "23".to_owned(),
        ..CareEntries::default()
    };
    let id = core.dossier.note_care(NoteCare { entries, receipt: None }).await.map_err(failed)?;
    let page = core.dossier.expected().await.map_err(failed)?;
    assert_eq!((page.waiting.len(), page.total, page.arrived.len()), (1, Cents::new(1380), 0));

    let mut payment = service.payments(0)?.into_iter().find(|payment| {
        payment.nature == Nature::Care
            && matches!(payment.payee, Payee::Member { .. })
            && payment.beneficiaries.len() == 1
    });
    let payment = payment.as_mut().context("no payment to copy")?;
    payment.id = PaymentId::new("later");
    payment.paid_on = date(2026, 11, 20);
    payment.deductions.clear();
    let part = payment.beneficiaries.first_mut().context("no part")?;
    part.beneficiary = person;
    part.lines.truncate(1);
    let line = part.lines.first_mut().context("no line")?;
    line.id = CareId::new("later-care");
    (line.act, line.date) = (ActKind::Dental, date(2026, 11, 18));
    (line.paid, line.reimbursed, payment.amount) = (Cents::new(2300), Cents::new(1380), Cents::new(1380));
    service.state.upsert(0, kind::PAYMENT, "later", &*payment)?;
    core.dossier.sync_now().await.map_err(failed)?;
    let come = async || (core.dossier.expected().await.ok()?.arrived.len() == 1).then_some(());
    until(come).await.context("it is not found in the payment")?;
    drop(core);

    let core = Core::in_memory(folder.path(), &vault, service.url()?, &member).await?;
    let detail = core.dossier.expected_care(id).await.map_err(failed)?;
    let ExpectedState::Arrived { found, by_hand: false } = detail.row.state else { panic!("it waits") };
    assert_eq!((found.payment.as_str(), found.reimbursed), ("later", Cents::new(1380)));
    Ok(())
}
