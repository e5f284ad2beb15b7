//! `cargo xtask bench`: figures, each a ratio in one run against its limit.

use anyhow::Result;

use super::build_ui::build_ui;
use crate::native;
use crate::packages::{self, Purpose};
use crate::step;
use crate::workspace::{self, Profile};

/// Measures all figures, or those named.
pub(crate) fn bench(figures: &[&str]) -> Result<()> {
    packages::install(Purpose::Watch)?;
    build_ui()?;
    native::build(Profile::Release)?;
    let mut command = workspace::cargo();
    command.args(["run", "--quiet", "--release", "--package", "tests", "--bin", "bench", "--"]).args(figures);
    step::run("measuring", &mut command)
}
