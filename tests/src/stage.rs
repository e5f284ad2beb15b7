//! Everything that an end-to-end test stands on, and the words for its failure.

use std::path::PathBuf;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result};
use tokio::sync::{Mutex, MutexGuard};

use crate::Outcome;
use crate::app::{App, Light, Surroundings};
use crate::desktop::{Desktop, Keyring};
use crate::device::Device;
use crate::process::{Output, Process};
use crate::programs;
use crate::service::{Member, Service, ServiceOptions};
use crate::steps::KeepCode;
use crate::wait::until;

/// One window at a time in a process: tests that share two processors with WebKit would only wait for each other.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// What a test may want to be otherwise.
#[derive(Clone, Debug)]
pub struct StageOptions {
    /// Which keyring the desktop has.
    pub keyring: Keyring,
    /// The system's colours.
    pub light: Light,
    /// How the service is started.
    pub service: ServiceOptions,
    /// The app's clock; the service's when none is named.
    pub now: Option<String>,
}

impl Default for StageOptions {
    fn default() -> Self {
        Self { keyring: Keyring::Open, light: Light::Day, service: ServiceOptions::default(), now: None }
    }
}

/// A service, a desktop and a device of its own for a test.
pub struct Stage {
    /// The service, which can be stopped and told to fail.
    pub service: Service,
    /// The device on which the app runs.
    pub device: Device,
    /// The app's surroundings can be changed between two starts.
    light: Light,
    now: String,
    desktop: Desktop,
    _turn: MutexGuard<'static, ()>,
}

impl Stage {
    /// A stage with everything as usual.
    ///
    /// # Errors
    /// When a program is missing or does not start.
    pub async fn new() -> Result<Self> {
        Self::with(StageOptions::default()).await
    }

    /// A stage that differs.
    ///
    /// # Errors
    /// When a program is missing or does not start.
    pub async fn with(options: StageOptions) -> Result<Self> {
        let turn = ONE_AT_A_TIME.lock().await;
        let now = options.now.unwrap_or_else(|| options.service.now.clone());
        Ok(Self {
            service: Service::start(options.service)?,
            device: Device::new()?,
            light: options.light,
            now,
            desktop: Desktop::start(options.keyring).await?,
            _turn: turn,
        })
    }

    /// From the next start of the app on.
    pub fn set_light(&mut self, light: Light) {
        self.light = light;
    }

    /// From the next start of the app on.
    pub fn set_now(&mut self, now: &str) {
        now.clone_into(&mut self.now);
    }

    /// Opens the app.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn open(&self) -> Result<App> {
        App::start(&self.desktop, &self.device, &self.surroundings()).await
    }

    /// Opens the app as its icon would: nobody drives it, it can only be looked at and typed to.
    ///
    /// # Errors
    /// When it does not start.
    pub fn open_alone(&self) -> Result<Process> {
        let mut command = Process::command(programs::app()?);
        self.surroundings().surround(&mut command, &self.desktop, &self.device);
        Process::start(&mut command, &self.device.log(), Output::Logged)
    }

    fn surroundings(&self) -> Surroundings {
        Surroundings { service: self.service.address(), now: self.now.clone(), light: self.light }
    }

    /// Runs a part of the test on an open app; when it fails, says what there is to know.
    ///
    /// # Errors
    /// Those of the part, explained.
    pub async fn act(&self, app: &App, part: impl AsyncFnOnce(&App) -> Result<()>) -> Result<()> {
        match part(app).await {
            Ok(()) => Ok(()),
            Err(failure) => Err(app.explain(failure, &self.logs(), &test_name()).await),
        }
    }

    /// Opens the app, runs the test in it, and closes it.
    ///
    /// # Errors
    /// Those of the test, explained.
    pub async fn with_app(&self, test: impl AsyncFnOnce(&App) -> Result<()>) -> Outcome {
        let app = self.open().await?;
        self.act(&app, test).await?;
        Ok(app.close().await?)
    }

    /// Opens the app, signs in, stops the service, runs the test in the app, and closes it.
    ///
    /// # Errors
    /// Those of the test, explained.
    pub async fn without_network(&mut self, member: &Member, test: impl AsyncFnOnce(&App) -> Result<()>) -> Outcome {
        let app = self.open().await?;
        self.act(&app, async |app| app.person().enter(member, KeepCode::Yes).await).await?;
        self.service.stop();
        self.act(&app, test).await?;
        Ok(app.close().await?)
    }

    /// The member of this place on the start page.
    ///
    /// # Errors
    /// When there is none.
    pub async fn member(&self, place: usize) -> Result<Member> {
        self.service.members().await?.into_iter().nth(place).context("no such member")
    }

    /// The first member whose name or description holds the text.
    ///
    /// # Errors
    /// When there is none.
    pub async fn member_with(&self, text: &str) -> Result<Member> {
        let holds = |member: &Member| member.about.contains(text) || member.name.contains(text);
        let found = self.service.members().await?.into_iter().find(holds);
        found.with_context(|| format!("no member « {text} »"))
    }

    /// How many entries the app has in this desktop's keyring.
    ///
    /// # Errors
    /// When the keyring does not answer.
    pub fn keyring_entries(&self) -> Result<usize> {
        self.desktop.keyring_entries(&dossier::keyring_service_of(&self.device.data()))
    }

    /// The name of the desktop's X display.
    pub fn display(&self) -> &str {
        self.desktop.display()
    }

    /// The address that the app asked the browser to show as the `count`-th one, once it did.
    ///
    /// # Errors
    /// When it does not.
    pub async fn shown_in_browser(&self, count: usize) -> Result<String> {
        let shown = until(async || self.desktop.opened().into_iter().nth(count.saturating_sub(1))).await;
        shown.context("the browser is not asked to show a page")
    }

    /// Puts another program on this desktop.
    pub fn place<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        self.desktop.place(command)
    }

    fn logs(&self) -> [(&'static str, PathBuf); 2] {
        [("app", self.device.log()), ("service", self.service.log())]
    }
}

/// A test's thread has the test's name.
fn test_name() -> String {
    thread::current().name().unwrap_or("test").replace("::", "-")
}
