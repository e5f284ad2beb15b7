//! Runs cargo's test runner with its output shown, and counts what it reports.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::{say, step};

/// What became of a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl Count {
    pub(crate) const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };
    pub(crate) const SKIPPED: Self = Self { passed: 0, failed: 0, skipped: 1 };

    /// Both together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// A check that is no test counts as one.
    pub(crate) fn of(check: Result<()>) -> Self {
        match check {
            Ok(()) => Self::PASSED,
            Err(cause) => {
                say::error(&format!("{cause:#}"));
                Self::FAILED
            }
        }
    }
}

/// Runs `cargo test …` to its end and adds up its « test result » lines. A run that fails without a failed test (it did
/// not compile) counts as one failure.
pub(crate) fn run(what: &str, command: &mut Command) -> Result<Count> {
    say::step(what);
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {}", step::shown(command)))?;
    let output = child.stdout.take().context("no output to read")?;
    let mut count = Count::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        count = count.and(reported(&line));
        say::line(&line);
    }
    if !child.wait()?.success() && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

/// The figures of `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
fn reported(line: &str) -> Count {
    let Some((_, figures)) = line.split_once("test result: ") else {
        return Count::default();
    };
    let words: Vec<&str> = figures.split_whitespace().collect();
    let before = |word: &str| {
        let place = words.iter().position(|found| found.trim_end_matches(';') == word)?;
        words.get(place.checked_sub(1)?)?.parse().ok()
    };
    Count {
        passed: before("passed").unwrap_or(0),
        failed: before("failed").unwrap_or(0),
        skipped: before("ignored").unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_cargo_reports() {
        let line = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s";
        assert_eq!(reported(line), Count { passed: 12, failed: 2, skipped: 1 });
        assert_eq!(reported("test keeps_the_outbox ... ok"), Count::default());
    }
}
