//! Sizes of what is shipped.

use anyhow::{Context, Result};

use crate::report::Report;

/// The binary, with the interface inside; the WebAssembly file alone.
pub(crate) fn measure(report: &mut Report) -> Result<()> {
    let app = std::fs::metadata(tests::app()?)?.len() as f64 / 1e6;
    let detail = "the limit is ours: nothing is given";
    report.at_most("binary of the app", app, 30.0, "MB", detail)?;
    let dist = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist/ui_bg.wasm");
    let wasm = std::fs::metadata(dist).context("the interface is not built: cargo xtask build-ui")?.len() as f64 / 1e6;
    report.at_most("interface, WebAssembly", wasm, 1.0, "MB", "before compression")
}
