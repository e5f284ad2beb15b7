//! `cargo xtask run`: everything from nothing to the open app.

use std::env;
use std::process::Command;

use anyhow::{Result, bail};

use super::build_ui::build_ui;
use crate::packages::{self, Purpose};
use crate::service::{NOW, Service};
use crate::workspace::{self, Profile};
use crate::{native, say, step};

/// Builds, starts the invented service, opens the app on it, and ends the service with the app.
pub(crate) fn run(profile: Profile) -> Result<()> {
    if cfg!(target_os = "linux") && env::var_os("DISPLAY").is_none() && env::var_os("WAYLAND_DISPLAY").is_none() {
        bail!("there is no display here; `cargo xtask tour` walks the same app without one and leaves pictures");
    }
    packages::install(Purpose::Run)?;
    build_ui()?;
    native::build(profile)?;

    let service = Service::start(profile)?;
    let (name, nir, code) = service.a_member()?;
    say::step(&format!("the invented members and their codes: {}", service.address));
    say::line(&format!("  for example {name}: number {nir}, code {code}"));
    say::line(&format!("  their e-mails: {0}/mailbox, their letters: {0}/post", service.address));
    say::line(&format!("  what the service is asked: {}", service.log.display()));
    let mut app = Command::new(workspace::program(native::APP, profile));
    app.env("COMPTE_ASSURE_SERVICE", &service.address).env("COMPTE_ASSURE_NOW", NOW);
    step::run("opening the app; close its window to end", &mut app)
}
