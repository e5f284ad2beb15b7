//! Makes the WebAssembly file smaller with Binaryen, where npm can bring it; the app works without.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::workspace::{self, which};
use crate::{say, step};

const BINARYEN: &str = "132.0.0";

/// What WebKit knows. « All features » would make a module that it refuses.
const FEATURES: &[&str] =
    &["bulk-memory", "reference-types", "sign-ext", "mutable-globals", "nontrapping-float-to-int", "multivalue"];

/// Rewrites the module in place.
pub(crate) fn shrink(module: &Path) -> Result<()> {
    let Some(program) = program() else {
        say::line("  not made smaller: Binaryen comes by npm, which is not here or did not bring it");
        return Ok(());
    };
    let smaller = module.with_extension("smaller");
    let mut command = Command::new(program);
    command.arg("-Oz").args(FEATURES.iter().map(|feature| format!("--enable-{feature}")));
    command.arg(module).arg("-o").arg(&smaller);
    step::run("making the interface smaller", &mut command)?;
    Ok(fs::rename(smaller, module)?)
}

fn program() -> Option<PathBuf> {
    let folder = workspace::cache().join(format!("binaryen-{BINARYEN}"));
    let program = folder.join("node_modules/.bin/wasm-opt");
    if !program.exists() {
        let mut npm = Command::new(which("npm")?);
        npm.args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(&folder);
        npm.arg(format!("binaryen@{BINARYEN}"));
        step::run("fetching Binaryen", &mut npm).ok()?;
    }
    program.exists().then_some(program)
}
