//! One screen, looked at from all sides.

use std::path::PathBuf;

use anyhow::Result;
use tests::{App, Light, Size};

/// One way to look at a screen.
#[derive(Clone, Copy)]
struct View {
    size: Size,
    light: Light,
    language: &'static str,
    /// Of the usual size of text.
    per_cent: u16,
}

impl View {
    fn name(self) -> String {
        let large = if self.per_cent == 100 { String::new() } else { format!("-{}", self.per_cent) };
        let light = if self.light == Light::Night { "dark" } else { "light" };
        format!("{}-{light}-{}{large}", self.size.name, self.language)
    }
}

const fn view(size: Size, light: Light, language: &'static str, per_cent: u16) -> View {
    View { size, light, language, per_cent }
}

/// The language changes twice only.
const VIEWS: [View; 10] = [
    view(Size::LAPTOP, Light::Day, "fr", 100),
    view(Size::LAPTOP, Light::Night, "fr", 100),
    view(Size::LAPTOP, Light::Day, "fr", 200),
    view(Size::TABLET, Light::Day, "fr", 100),
    view(Size::TABLET, Light::Night, "fr", 100),
    view(Size::PHONE, Light::Day, "fr", 100),
    view(Size::PHONE, Light::Night, "fr", 100),
    view(Size::PHONE, Light::Day, "fr", 200),
    view(Size::PHONE, Light::Day, "en", 100),
    view(Size::LAPTOP, Light::Day, "en", 100),
];

/// Asks the core for another language; the screen follows.
const SPEAK: &str = "
    const { invoke } = window.__TAURI__.core;
    window.spoken = false;
    invoke('session').then(({ settings }) => invoke('settings', { request: { ...settings, language: 'LANGUAGE' } }))
        .then(() => (window.spoken = true));";

const TO_THE_TOP: &str = "
    scrollTo(0, 0);
    for (const part of document.querySelectorAll('.screen, .pane, dialog')) part.scrollTop = 0;";

/// Scrolls whatever scrolls to its end; answers whether anything moved.
const TO_THE_END: &str = "
    let moved = false;
    for (const part of [document.scrollingElement, ...document.querySelectorAll('.screen, .pane, dialog')]) {
        const before = part.scrollTop;
        part.scrollTop = part.scrollHeight;
        moved ||= part.scrollTop > before + 40;
    }
    return moved;";

/// The pictures, and what the surveys found.
pub(crate) struct Album {
    folder: PathBuf,
    /// The only view to take, such as « phone-light-fr »; empty for all.
    only: String,
    pub(crate) taken: u32,
    pub(crate) findings: Vec<String>,
}

impl Album {
    pub(crate) fn new(folder: PathBuf, only: String) -> Self {
        Self { folder, only, taken: 0, findings: Vec::new() }
    }

    /// Pictures and surveys of a screen of the app, which is then as it was.
    pub(crate) async fn take(&mut self, app: &App, screen: &str) -> Result<()> {
        let mut language = "fr";
        for at in VIEWS {
            if !self.wants(at) {
                continue;
            }
            if at.language != language {
                language = at.language;
                speak(app, language).await?;
            }
            self.look(app, screen, at).await?;
        }
        if language != "fr" {
            speak(app, "fr").await?;
        }
        app.enlarge(100).await?;
        app.ask("document.documentElement.style.colorScheme = '';").await?;
        app.resize(Size::LAPTOP).await
    }

    /// Pictures and surveys of a page of the service, in the language that it has.
    pub(crate) async fn take_page(&mut self, app: &App, screen: &str) -> Result<()> {
        for at in VIEWS.into_iter().filter(|view| view.language == "fr") {
            if self.wants(at) {
                self.look(app, screen, at).await?;
            }
        }
        app.enlarge(100).await?;
        app.resize(Size::LAPTOP).await
    }

    fn wants(&self, view: View) -> bool {
        self.only.is_empty() || self.only == view.name()
    }

    async fn look(&mut self, app: &App, screen: &str, at: View) -> Result<()> {
        app.resize(at.size).await?;
        app.light(at.light).await?;
        app.enlarge(at.per_cent).await?;
        app.ask(TO_THE_TOP).await?;
        let name = format!("{screen}-{}", at.name());
        self.picture(app, &name).await?;
        let upright = at.light == Light::Day && at.language == "fr";
        if upright && self.only.is_empty() && app.ask(TO_THE_END).await? == true {
            self.picture(app, &format!("{name}-end")).await?;
        }
        let found = app.survey().await?;
        self.findings.extend(found.into_iter().map(|what| format!("{name}: {what}")));
        Ok(())
    }

    async fn picture(&mut self, app: &App, name: &str) -> Result<()> {
        self.taken += 1;
        app.picture(&self.folder.join(format!("{name}.png"))).await.map(drop)
    }
}

async fn speak(app: &App, language: &str) -> Result<()> {
    app.ask(&SPEAK.replace("LANGUAGE", language)).await?;
    let script = format!("return window.spoken && document.documentElement.lang === '{language}';");
    let spoken = tests::until(async || (app.ask(&script).await.ok()? == true).then_some(())).await;
    spoken.ok_or_else(|| anyhow::anyhow!("the app does not speak « {language} »"))
}
