//! Builds the native parts: the app (with the interface inside) and the reference service.

use anyhow::Result;

use crate::step;
use crate::workspace::{self, Profile};

/// The app's package and program.
pub(crate) const APP: &str = "compte-assure";
/// The reference service's package and program.
pub(crate) const SERVICE: &str = "service";

/// Builds app and service. The interface must have been built before.
pub(crate) fn build(profile: Profile) -> Result<()> {
    let mut command = workspace::cargo();
    command.args(["build", "--package", APP, "--package", SERVICE, "--bins"]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    step::run("building the app and the reference service", &mut command)
}

/// Builds every program of the workspace for its tests.
pub(crate) fn build_all() -> Result<()> {
    step::run("building all programs", workspace::cargo().args(["build", "--workspace", "--bins"]))
}
