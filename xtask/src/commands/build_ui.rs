//! `cargo xtask build-ui`.

use anyhow::Result;

use crate::{interface, targets};

/// Builds the interface into `ui/dist`.
pub(crate) fn build_ui() -> Result<()> {
    targets::add(targets::WASM)?;
    interface::build()
}
