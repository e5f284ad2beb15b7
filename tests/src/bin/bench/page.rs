//! A page of payments with filters, over four and over forty years of as many payments a month, in turns.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use dossier::MemoryVault;
use protocol::payments::{Filter, Nature, Payment, Period};
use protocol::sync::kind;
use protocol::{BeneficiaryId, CareId, PaymentId};
use serde_json::json;
use tests::{Core, InProcess, failed, payments, until};

use crate::report::{Report, median, ms};

const A_MONTH: usize = 12;
const RUNS: usize = 200;

/// The slowest of a hundred pages, and how the usual one grows.
pub(crate) async fn measure(report: &mut Report) -> Result<()> {
    let (four, forty) = (Filled::with(4 * 12).await?, Filled::with(40 * 12).await?);
    for (name, filter) in four.filters() {
        let (mut short, mut long) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            short.push(four.page(&filter).await?);
            long.push(forty.page(&filter).await?);
        }
        let (short_median, long_median) = (ms(median(short)), ms(median(long.clone())));
        long.sort_unstable();
        let slow = long.get(RUNS * 99 / 100).copied().unwrap_or_default();
        let detail = format!("99 of 100 of {RUNS}, median {long_median:.2} ms");
        report.at_most(&format!("page of payments, 40 years, {name}"), ms(slow), 16.0, "ms", &detail)?;
        let detail = format!("{long_median:.2} ms after 40 years, {short_median:.2} ms after 4");
        // Two runs of the same file differ by as much.
        report.at_most(
            &format!("its growth from 4 to 40 years, {name}"),
            long_median / short_median,
            1.25,
            "",
            &detail,
        )?;
    }
    Ok(())
}

/// A core that has fetched so many months of payments.
pub(crate) struct Filled {
    pub(crate) core: Core,
    person: Option<BeneficiaryId>,
    _service: InProcess,
    _folder: tempfile::TempDir,
}

impl Filled {
    pub(crate) async fn with(months: usize) -> Result<Self> {
        let (service, member) = (InProcess::start().await?, 0);
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
        Ok(Self { core, person, _service: service, _folder: folder })
    }

    fn filters(&self) -> [(&'static str, Filter); 3] {
        let narrow = Filter { person: self.person.clone(), nature: Some(Nature::Care), ..Filter::default() };
        let (from, to) = (jiff::civil::date(2024, 1, 1), jiff::civil::date(2024, 12, 31));
        let year = Filter { period: Period::Between { from, to }, ..Filter::default() };
        [("six months", Filter::default()), ("one person and nature", narrow), ("a past year", year)]
    }

    async fn page(&self, filter: &Filter) -> Result<Duration> {
        let start = Instant::now();
        self.core.dossier.payments(filter.clone()).await.map_err(failed)?;
        Ok(start.elapsed())
    }
}

/// The same payment some days earlier, with identifiers of its own.
fn copy(template: &Payment, at: usize) -> Payment {
    let mut payment = template.clone();
    payment.id = PaymentId::new(format!("copy-{at}"));
    let days = i64::try_from(at * 30 / A_MONTH).unwrap_or(0);
    payment.paid_on = jiff::civil::date(2026, 11, 19).saturating_sub(jiff::Span::new().days(days));
    for (line, care) in payment.beneficiaries.iter_mut().flat_map(|person| &mut person.lines).enumerate() {
        care.id = CareId::new(format!("copy-{at}-{line}"));
        care.date = payment.paid_on;
    }
    payment.deductions.clear();
    payment
}
