//! The real service, the real core and the real app, started for a test and ended with it.
//!
//! A test holds a [`Stage`]: a service, a desktop with a session bus and a keyring, and a device with folders of its
//! own. On it [`App`] is used as a person would: by the names of what is on the screen.

mod app;
mod browser;
mod connections;
mod contents;
mod core;
mod desktop;
mod device;
mod driver;
mod in_process;
mod keyboard;
mod memory;
mod page;
mod person;
mod process;
mod programs;
mod report;
mod screen;
pub mod screens;
mod service;
mod stage;
mod steps;
mod wait;

pub use app::{App, Light};
pub use browser::{AtBank, AtProvider, at_bank, decide, get};
pub use contents::{everything, failed, payments};
pub use core::Core;
pub use desktop::{Desktop, Keyring};
pub use device::Device;
pub use in_process::InProcess;
pub use keyboard::{Keyboard, key};
pub use memory::resident;
pub use person::Person;
pub use process::{Output, Process};
pub use programs::{app, beside, service};
pub use screen::Size;
pub use service::{Member, Newcomer, Service, ServiceOptions};
pub use stage::{Stage, StageOptions};
pub use steps::KeepCode;
pub use wait::{PATIENCE, until};

/// What a test gives back.
pub type Outcome = Result<(), Failure>;

/// Why a test failed, in words for the person who reads them; no trace of calls between.
pub struct Failure(String);

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(cause: E) -> Self {
        Self(format!("{:#}", cause.into()))
    }
}

impl std::fmt::Debug for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Fails with these words unless the condition holds.
///
/// # Errors
/// When it does not.
pub fn require(condition: bool, words: impl FnOnce() -> String) -> anyhow::Result<()> {
    if condition { Ok(()) } else { Err(anyhow::anyhow!(words())) }
}
