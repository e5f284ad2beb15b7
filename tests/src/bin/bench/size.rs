//! Sizes of what is shipped.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::report::Report;

/// The module that is fetched before anything is shown.
const FIRST: &str = "ui_bg.wasm";

/// The binary, with the interface inside; the WebAssembly that an account opens with, and each part fetched later.
pub(crate) fn measure(report: &mut Report) -> Result<()> {
    let app = megabytes(&tests::app()?)?;
    report.at_most("binary of the app", app, 30.0, "MB", "the limit is ours: nothing is given")?;

    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist");
    let mut later = Vec::new();
    for file in fs::read_dir(&dist).context("the interface is not built: cargo xtask build-ui")? {
        let file = file?.path();
        if file.extension().is_some_and(|kind| kind == "wasm") && file.file_name().is_some_and(|name| name != FIRST) {
            later.push(megabytes(&file)?);
        }
    }
    let first = megabytes(&dist.join(FIRST))?;
    let detail =
        format!("before compression; {:.2} MB with the parts fetched later", first + later.iter().sum::<f64>());
    report.at_most("WebAssembly up to the last payments", first, 1.0, "MB", &detail)?;
    let largest = later.into_iter().fold(0.0, f64::max);
    report.at_most("largest part fetched later", largest, 1.0, "MB", "before compression")
}

fn megabytes(file: &Path) -> Result<f64> {
    Ok(fs::metadata(file).with_context(|| format!("no {}", file.display()))?.len() as f64 / 1e6)
}
