//! Where the programs under test are.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// The app: `COMPTE_ASSURE_APP_PROGRAM`, or beside the test in the target folder.
///
/// # Errors
/// When it was not built.
pub fn app() -> Result<PathBuf> {
    named("COMPTE_ASSURE_APP_PROGRAM", "compte-assure")
}

/// The reference service: `COMPTE_ASSURE_SERVICE_PROGRAM`, or beside the test in the target folder.
///
/// # Errors
/// When it was not built.
pub fn service() -> Result<PathBuf> {
    named("COMPTE_ASSURE_SERVICE_PROGRAM", "service")
}

fn named(variable: &str, name: &str) -> Result<PathBuf> {
    match env::var_os(variable) {
        Some(path) => Ok(PathBuf::from(path)),
        None => beside(name),
    }
}

/// A program of the workspace in the same profile as this one.
///
/// # Errors
/// When it was not built.
pub fn beside(name: &str) -> Result<PathBuf> {
    let own = env::current_exe()?;
    let folder = own.ancestors().skip(1).find(|folder| !folder.ends_with("deps")).context("no target folder")?;
    let program = folder.join(name);
    if !program.is_file() {
        bail!("{} is not built: `cargo xtask test` builds it before the tests", program.display());
    }
    Ok(program)
}
