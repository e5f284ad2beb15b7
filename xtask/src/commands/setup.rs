//! `cargo xtask setup`.

use anyhow::Result;

use crate::packages::{self, Purpose};
use crate::{checks, targets};

/// Installs what the other commands would install when they need it.
pub(crate) fn setup() -> Result<()> {
    packages::install(Purpose::Test)?;
    targets::add(targets::WASM)?;
    checks::targets::prepare()
}
