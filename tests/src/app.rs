//! The real app in its window, under WebKit's driver.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::connections;
use crate::desktop::Desktop;
use crate::device::Device;
use crate::driver::Driver;
use crate::memory::resident;
use crate::page::{Page, within};
use crate::person::Person;
use crate::programs;
use crate::report::{self, Story};
use crate::screen::Size;
use crate::wait::until;

/// The system's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Light {
    /// Dark on light.
    #[default]
    Day,
    /// Light on dark.
    Night,
}

/// How the app is started.
#[derive(Clone, Debug)]
pub(crate) struct Surroundings {
    pub(crate) service: String,
    pub(crate) now: String,
    pub(crate) light: Light,
}

impl Surroundings {
    /// Tells a command where it runs.
    pub(crate) fn surround(&self, command: &mut Command, desktop: &Desktop, device: &Device) {
        desktop
            .place(command)
            .env("COMPTE_ASSURE_SERVICE", &self.service)
            .env("COMPTE_ASSURE_NOW", &self.now)
            .env("COMPTE_ASSURE_DATA", device.data())
            .env("HOME", device.home())
            .env("XDG_DATA_HOME", device.home().join("data"))
            .env("XDG_CACHE_HOME", device.home().join("cache"))
            .env("XDG_CONFIG_HOME", device.home().join("config"))
            .env("TZ", "Europe/Paris")
            .env("LC_ALL", "C.UTF-8")
            .env("GTK_THEME", if self.light == Light::Night { "Adwaita:dark" } else { "Adwaita" });
    }
}

/// A running app.
pub struct App {
    driver: Driver,
    page: Page,
    story: Story,
}

impl App {
    /// Opens the app and waits for its first screen.
    pub(crate) async fn start(desktop: &Desktop, device: &Device, with: &Surroundings) -> Result<Self> {
        let driver = Driver::start(&programs::app()?, &device.log(), |command| {
            with.surround(command, desktop, device);
            command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
            // The driver waits for ever for a picture of a page that is drawn without compositing.
            command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "0");
        })
        .await?;
        let page = Page { client: driver.client.clone() };
        Ok(Self { driver, page, story: Story::default() })
    }

    /// The person in front of it.
    pub fn person(&self) -> Person<'_> {
        Person { page: self.page.clone(), story: &self.story, region: None }
    }

    /// Makes the window this large, and waits until the page is.
    ///
    /// # Errors
    /// When the window does not follow.
    pub async fn resize(&self, size: Size) -> Result<()> {
        self.story.step(format!("resize to {}", size.name));
        let sized = until(async || {
            within(self.page.client.set_window_rect(0, 0, size.width, size.height)).await.ok()?;
            let width = self.page.ask("return innerWidth;", vec![]).await.ok()?;
            (width.as_u64() == Some(u64::from(size.width))).then_some(())
        });
        sized.await.with_context(|| format!("the window does not become a {}", size.name))?;
        self.person().rest().await
    }

    /// Saves a picture of the window's content, the page at rest.
    ///
    /// # Errors
    /// When the driver has none, or the file cannot be written.
    pub async fn picture(&self, path: &Path) -> Result<PathBuf> {
        self.person().rest().await?;
        report::picture(&self.page, path).await
    }

    /// Looks the screen over for what keeps people out: names, headings, sizes for a finger, contrast, text that is cut
    /// or lies over other text, things that the keyboard reaches and nobody sees. Answers what it found.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn survey(&self) -> Result<Vec<String>> {
        self.person().rest().await?;
        Ok(serde_json::from_value(self.page.ask(include_str!("page/survey.js"), vec![]).await?)?)
    }

    /// Text so large, in per cent of the usual.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn enlarge(&self, per_cent: u16) -> Result<()> {
        self.story.step(format!("text of {per_cent} %"));
        // The style sheet has 17 px for the usual 16: the same share of what the reader asks for.
        let size = f64::from(per_cent) * 1.0625;
        self.ask(&format!("document.documentElement.style.fontSize = '{size}%';")).await.map(drop)
    }

    /// Colours of day or night, whatever the system and the member chose.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn light(&self, light: Light) -> Result<()> {
        let scheme = if light == Light::Night { "dark" } else { "light" };
        self.ask(&format!("document.documentElement.style.colorScheme = '{scheme}';")).await.map(drop)
    }

    /// Another page in the same window: one of the service's, behind a link.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn visit(&self, address: &str) -> Result<()> {
        self.story.step("visit a page of the service".to_owned());
        within(self.page.client.goto(address)).await
    }

    /// Runs a script in the page, for what no person can see; `page.js` is known to it.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn ask(&self, script: &str) -> Result<serde_json::Value> {
        self.page.ask(script, vec![]).await
    }

    /// Closes the window; the app ends.
    ///
    /// # Errors
    /// When it does not.
    pub async fn close(self) -> Result<()> {
        self.driver.close().await
    }

    /// Ends the app as a power cut would.
    ///
    /// # Errors
    /// When it survives.
    pub async fn kill(self) -> Result<()> {
        self.driver.kill().await
    }

    /// Addresses beyond this machine to which the app, its webview or its network process is connected.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn connections_elsewhere(&self) -> Result<Vec<String>> {
        connections::elsewhere(self.driver.app())
    }

    /// The memory of the app and its webview's processes, in kB, shared pages counted once.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn memory(&self) -> Result<u64> {
        match resident(self.driver.app()) {
            0 => anyhow::bail!("the system does not say how much memory the app takes"),
            memory => Ok(memory),
        }
    }

    /// Adds to a failure what there is to know about it.
    pub(crate) async fn explain(&self, failure: anyhow::Error, logs: &[(&str, PathBuf)], name: &str) -> anyhow::Error {
        let report = report::of(&self.story, &self.page, logs, name).await;
        anyhow::anyhow!("{failure:#}\n\n{report}")
    }
}
