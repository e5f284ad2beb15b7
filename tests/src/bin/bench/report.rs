//! Lines for the person who asked, and whether every limit was kept.

use std::io::Write;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// What was measured so far.
#[derive(Default)]
pub(crate) struct Report {
    missed: Vec<String>,
}

impl Report {
    /// A figure that is to be at most `limit`; `detail` says what it is made of.
    pub(crate) fn at_most(&mut self, name: &str, value: f64, limit: f64, unit: &str, detail: &str) -> Result<()> {
        let word = if value <= limit { "kept" } else { "MISSED" };
        writeln!(std::io::stdout(), "{name:42} {value:9.2} {unit:6} limit {limit:7.2}  {word:6}  {detail}")?;
        if value > limit {
            self.missed.push(name.to_owned());
        }
        Ok(())
    }

    /// A word about something that is not measured here.
    pub(crate) fn skip(&self, name: &str, why: &str) -> Result<()> {
        Ok(writeln!(std::io::stdout(), "{name:42} not measured: {why}")?)
    }

    /// Fails when a limit was missed.
    pub(crate) fn close(self) -> Result<()> {
        if self.missed.is_empty() {
            return Ok(());
        }
        bail!("over its limit: {}", self.missed.join(", "))
    }
}

/// The middle one of several times.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// How long something takes.
pub(crate) fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<Duration> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

/// Milliseconds, with a fraction.
pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
