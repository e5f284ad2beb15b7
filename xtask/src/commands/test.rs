//! `cargo xtask test`: everything that CI runs.

use std::process::ExitCode;

use anyhow::{Result, bail};

use super::build_ui::build_ui;
use crate::checks::{licences, lint, targets};
use crate::packages::{self, Purpose};
use crate::runner::{self, Count};
use crate::workspace;
use crate::{native, say};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Fmt,
    Licences,
    Lint,
    Doc,
    Unit,
    E2e,
    Targets,
}

impl Part {
    /// Cheap ones first.
    const ALL: [(&'static str, Self); 7] = [
        ("fmt", Self::Fmt),
        ("licences", Self::Licences),
        ("lint", Self::Lint),
        ("doc", Self::Doc),
        ("unit", Self::Unit),
        ("e2e", Self::E2e),
        ("targets", Self::Targets),
    ];

    fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, part)| *part)
    }

    fn run(self, filter: &[&str]) -> Result<Count> {
        match self {
            Self::Fmt => lint::formatting(),
            Self::Licences => licences::check(),
            Self::Lint => lint::clippy(),
            Self::Doc => lint::documentation(),
            Self::Unit => unit(filter),
            Self::E2e => end_to_end(filter),
            Self::Targets => targets::check(),
        }
    }
}

/// `words`: parts to run (all when none is named), and at most one text that the tests' names must hold.
pub(crate) fn test(words: &[&str]) -> Result<ExitCode> {
    let (parts, filter): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| Part::named(word).is_some());
    if filter.len() > 1 {
        bail!("one name at a time: {}", filter.join(" "));
    }
    let chosen = |part: Part| match (parts.is_empty(), filter.is_empty()) {
        (true, true) => true,
        (true, false) => matches!(part, Part::Unit | Part::E2e),
        (false, _) => parts.iter().any(|word| Part::named(word) == Some(part)),
    };
    if parts != ["fmt"] && parts != ["licences"] {
        packages::install(Purpose::Test)?;
        build_ui()?;
    }
    let mut sum = Count::default();
    let mut report = Vec::new();
    for (name, part) in Part::ALL.into_iter().filter(|(_, part)| chosen(*part)) {
        let count = part.run(&filter).unwrap_or_else(|cause| Count::of(Err(cause)));
        report.push(format!("{name:9} {} passed, {} failed, {} skipped", count.passed, count.failed, count.skipped));
        sum = sum.and(count);
    }
    say::line("");
    report.iter().for_each(|line| say::line(line));
    say::line(&format!("{} passed, {} failed, {} skipped", sum.passed, sum.failed, sum.skipped));
    Ok(if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Unit tests, properties and snapshots of every crate, and service and core together: all but the rows in a window.
///
/// Each run of cargo takes the whole workspace, so that every crate is compiled with one set of features, once.
fn unit(filter: &[&str]) -> Result<Count> {
    native::build_all()?;
    let mut command = workspace::cargo();
    command.args(["test", "--workspace", "--no-fail-fast", "--"]).args(filter).args(["--skip", "rows::"]);
    command.env("INSTA_UPDATE", "no");
    runner::run("tests of each crate, and of service and core together", &mut command)
}

/// The real app in a window, one test after the other.
fn end_to_end(filter: &[&str]) -> Result<Count> {
    native::build_all()?;
    let mut command = workspace::cargo();
    command.args(["test", "--workspace", "--test", "e2e", "--"]).args(filter).arg("--test-threads=1");
    runner::run("the app, end to end", &mut command)
}
