//! Figures, each beside its limit. Times are compared within one run, on the same machine: `bench [FIGURE…]`.

mod attestation;
mod glass;
mod nothing_new;
mod page;
mod report;
mod rows;
mod search;
mod size;
mod start;
mod sync;

use anyhow::Result;
use report::Report;

#[tokio::main]
async fn main() -> Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| word == name);
    let mut report = Report::default();
    if is_wanted("attestation") {
        attestation::measure(&mut report)?;
    }
    if is_wanted("size") {
        size::measure(&mut report)?;
    }
    if is_wanted("sync") {
        sync::measure(&mut report).await?;
    }
    if is_wanted("nothing-new") {
        nothing_new::measure(&mut report).await?;
    }
    if is_wanted("page") {
        page::measure(&mut report).await?;
    }
    if is_wanted("search") {
        search::measure(&mut report).await?;
    }
    if is_wanted("charts") {
        search::measure_charts(&mut report).await?;
    }
    if is_wanted("start") {
        // The window's tests hold what belongs to one thread.
        tokio::task::LocalSet::new().run_until(start::measure(&mut report)).await?;
    }
    report.close()
}
