//! A page of payments with filters, over four and over forty years of as many payments a month.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use dossier::MemoryVault;
use protocol::payments::{Filter, Nature, Payment};
use protocol::sync::kind;
use protocol::{CareId, PaymentId};
use serde_json::json;
use tests::{Core, InProcess, failed, payments, until};

use crate::report::{Report, median, ms};

const A_MONTH: usize = 12;
const RUNS: usize = 100;

/// The page's time, and how it grows.
pub(crate) async fn measure(report: &mut Report) -> Result<()> {
    let four = page(0, 4 * 12).await?;
    let forty = page(0, 40 * 12).await?;
    let detail = "median of 100, six months, one person, one nature";
    report.at_most("page of payments, 40 years", ms(forty), 16.0, "ms", detail)?;
    let detail = format!("{:.2} ms after 40 years, {:.2} ms after 4", ms(forty), ms(four));
    // A tenth of a millisecond is noise.
    let growth = (ms(forty) + 0.1) / (ms(four) + 0.1);
    report.at_most("page of payments, growth from 4 to 40 years", growth, 1.5, "", &detail)
}

async fn page(member: usize, months: usize) -> Result<Duration> {
    let service = InProcess::start().await?;
    let template = service.payments(member)?.into_iter().find(|payment| payment.nature == Nature::Care);
    let template = template.context("no payment to copy")?;
    for payment in service.payments(member)? {
        service.state.tombstone(member, kind::PAYMENT, payment.id.as_str())?;
    }
    for at in 0..months * A_MONTH {
        let payment = copy(&template, at);
        service.state.upsert(member, kind::PAYMENT, payment.id.as_str(), &payment)?;
    }
    let truth = service.payments(member)?.len();
    let folder = tempfile::tempdir()?;
    let who = serde_json::from_value(json!(service.member(member)?))?;
    let core = Core::in_memory(folder.path(), &MemoryVault::default(), service.url()?, &who).await?;
    let all = until(async || core.is_up_to_date().await.ok()?.then_some(())).await;
    all.context("the synchronisation does not end")?;
    anyhow::ensure!(payments(&core.dossier).await?.len() == truth, "not all payments have come");

    let person = template.beneficiaries.first().map(|paid| paid.beneficiary.clone());
    let filter = Filter { person, nature: Some(Nature::Care), ..Filter::default() };
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        core.dossier.payments(filter.clone()).await.map_err(failed)?;
        times.push(start.elapsed());
    }
    Ok(median(times))
}

/// The same payment some days earlier, with identifiers of its own.
fn copy(template: &Payment, at: usize) -> Payment {
    let mut payment = template.clone();
    payment.id = PaymentId::new(format!("copy-{at}"));
    let days = i64::try_from(at * 30 / A_MONTH).unwrap_or(0);
    payment.paid_on = jiff::civil::date(2026, 11, 19).saturating_sub(jiff::Span::new().days(days));
    for (line, care) in payment.beneficiaries.iter_mut().flat_map(|person| &mut person.lines).enumerate() {
        care.id = CareId::new(format!("copy-{at}-{line}"));
    }
    payment.deductions.clear();
    payment
}
