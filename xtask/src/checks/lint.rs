//! Formatting, clippy and rustdoc, each without a warning.

use anyhow::Result;

use crate::runner::Count;
use crate::{step, targets, workspace};

/// `cargo fmt --check`.
pub(crate) fn formatting() -> Result<Count> {
    let mut command = workspace::cargo();
    command.args(["fmt", "--all", "--check"]);
    Ok(Count::of(step::run("formatting", &mut command)))
}

/// Clippy on this machine for everything, and on wasm32 for what the interface is made of.
pub(crate) fn clippy() -> Result<Count> {
    let mut host = workspace::cargo();
    host.args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]);
    let mut wasm = workspace::cargo();
    wasm.args(["clippy", "--package", "ui", "--package", "protocol", "--package", "insurance"]);
    wasm.args(["--target", targets::WASM, "--", "--deny", "warnings"]);
    let host = Count::of(step::run("clippy", &mut host));
    Ok(host.and(Count::of(step::run("clippy on wasm32", &mut wasm))))
}

/// Documentation without a warning.
pub(crate) fn documentation() -> Result<Count> {
    let mut command = workspace::cargo();
    command.args(["doc", "--workspace", "--no-deps", "--quiet"]).env("RUSTDOCFLAGS", "--deny warnings");
    Ok(Count::of(step::run("documentation", &mut command)))
}
