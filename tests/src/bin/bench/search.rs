//! Searches over the household of forty years, and charts over four and over forty years, in turns.

use std::time::Instant;

use anyhow::{Context, Result};
use dossier::MemoryVault;
use protocol::charts::{ChartPeriod, ChartsRequest};
use protocol::search::SearchRequest;
use tests::{Core, Service, ServiceOptions, failed, until};

use crate::page::Filled;
use crate::report::{Report, median, ms};

const RUNS: usize = 25;

/// A word of one payment in three, names, amounts, months, what is combined, mistyped, or in no payment at all.
const QUERIES: [&str; 12] = [
    "pharmacie",
    "p",
    "medecin",
    "dentsite",
    "monique",
    "monique lunettes",
    "kiné 2025",
    "octobre",
    "mars 2024",
    "21",
    "attestation de droits",
    "zzzyx",
];

/// The slowest of a hundred searches.
pub(crate) async fn measure(report: &mut Report) -> Result<()> {
    let service = Service::start(ServiceOptions::default())?;
    let member = service.members().await?.into_iter().find(|member| member.about.contains("Quarante ans"));
    let member = member.context("nobody with forty years of payments")?;
    let folder = tempfile::tempdir()?;
    let core = Core::in_memory(folder.path(), &MemoryVault::default(), service.address().parse()?, &member).await?;
    let done = until(async || core.is_up_to_date().await.ok()?.then_some(())).await;
    done.context("the synchronisation does not end")?;
    let mut times = Vec::new();
    let mut slowest = ("", std::time::Duration::ZERO);
    for text in QUERIES {
        let mut own = Vec::new();
        for _ in 0..RUNS {
            let start = Instant::now();
            core.dossier.search(SearchRequest { text: text.to_owned(), payments: 10 }).await.map_err(failed)?;
            own.push(start.elapsed());
        }
        if median(own.clone()) > slowest.1 {
            slowest = (text, median(own.clone()));
        }
        times.extend(own);
    }
    times.sort_unstable();
    let slow = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    let detail = format!(
        "99 of 100 of {}, median {:.2} ms, slowest « {} » {:.2} ms",
        times.len(),
        ms(median(times.clone())),
        slowest.0,
        ms(slowest.1)
    );
    report.at_most("search over 40 years", ms(slow), 30.0, "ms", &detail)
}

/// Charts of a year, and of everything.
pub(crate) async fn measure_charts(report: &mut Report) -> Result<()> {
    let (four, forty) = (Filled::with(4 * 12).await?, Filled::with(40 * 12).await?);
    let year = ChartPeriod::LastMonths { months: 12 };
    let (mut short, mut long, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..8 * RUNS {
        short.push(chart(&four, year).await?);
        long.push(chart(&forty, year).await?);
        all.push(chart(&forty, ChartPeriod::Everything).await?);
    }
    let (short, long, all) = (ms(median(short)), ms(median(long)), ms(median(all)));
    let detail = format!("{long:.2} ms after 40 years, {short:.2} ms after 4");
    report.at_most("growth of charts of a year, 4 to 40 years", long / short, 1.25, "", &detail)?;
    report.at_most("charts of all 40 years", all, 16.0, "ms", "median")
}

async fn chart(filled: &Filled, period: ChartPeriod) -> Result<std::time::Duration> {
    let start = Instant::now();
    let request = ChartsRequest { period, person: None, act: None };
    filled.core.dossier.charts(request).await.map_err(failed)?;
    Ok(start.elapsed())
}
