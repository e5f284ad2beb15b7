//! A synchronisation with nothing new.

use std::time::Instant;

use anyhow::{Context, Result};
use dossier::MemoryVault;
use tests::{Core, Service, ServiceOptions, until};

use crate::report::{Report, median, ms};

const RUNS: usize = 20;

/// How many requests, and how long.
pub(crate) async fn measure(report: &mut Report) -> Result<()> {
    let service = Service::start(ServiceOptions::default())?;
    // The first member's letters hold one that never comes; the third has none missing.
    let member = service.members().await?.into_iter().nth(2).context("no third member")?;
    let folder = tempfile::tempdir()?;
    let vault = MemoryVault::default();
    let core = Core::in_memory(folder.path(), &vault, service.address().parse()?, &member).await?;
    until(async || core.is_up_to_date().await.ok()?.then_some(())).await.context("the synchronisation does not end")?;
    let requests = || std::fs::read_to_string(service.log()).unwrap_or_default().matches("finished processing").count();
    let before = requests();
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let (start, seen) = (Instant::now(), requests());
        core.nudge().await?;
        let ended = until(async || (requests() > seen && core.is_up_to_date().await.ok()?).then_some(()));
        ended.await.context("the synchronisation does not end")?;
        times.push(start.elapsed());
    }
    let each = (requests() - before) as f64 / RUNS as f64;
    let detail = format!("median {:.0} ms, looked at every 30 ms", ms(median(times)));
    report.at_most("requests of a sync with nothing new", each, 1.0, "", &detail)
}
