//! Compile targets of Rust, added by rustup where rustup is there.

use std::process::Command;

use anyhow::{Result, bail};

use crate::step;
use crate::workspace::{root, which};

/// The interface.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds a target unless it is there already.
pub(crate) fn add(target: &str) -> Result<()> {
    if is_there(target)? {
        return Ok(());
    }
    if which("rustup").is_none() {
        bail!("this Rust has no {target}, and there is no rustup to add it");
    }
    let mut command = Command::new("rustup");
    command.current_dir(root()).args(["target", "add", target]);
    step::run(&format!("adding the target {target}"), &mut command)
}

fn is_there(target: &str) -> Result<bool> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(root()).args(["--print", "target-libdir", "--target", target]);
    Ok(std::path::Path::new(&step::output(&mut rustc)?).is_dir())
}
