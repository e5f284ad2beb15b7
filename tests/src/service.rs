//! The reference service as a process of its own, with a store in a file so that it can be stopped and started again.

use std::net::TcpListener;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;
use service::{Mailed, Posted};
use tempfile::TempDir;

use crate::process::{Output, Process};
use crate::programs;
use crate::wait::until;

/// How the service is started.
#[derive(Clone, Debug)]
pub struct ServiceOptions {
    /// From which the members are made.
    pub seed: u64,
    /// Its clock at the start.
    pub now: String,
}

impl Default for ServiceOptions {
    fn default() -> Self {
        Self { seed: 1, now: "2026-11-20T09:12:00Z".to_owned() }
    }
}

/// An invented member, as the start page lists them.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Member {
    /// First and last name.
    pub name: String,
    /// 13 characters.
    pub nir: String,
    /// Two digits.
    pub key: String,
    /// 8 to 13 digits; empty once another one serves.
    #[serde(default)]
    pub code: String,
    /// Year, month, day.
    pub birth_date: jiff::civil::Date,
    /// Where the service's e-mails to them go.
    #[serde(default)]
    pub email: Option<String>,
    /// What the member is there to show.
    #[serde(default)]
    pub about: String,
}

/// An invented person without an account, as the start page lists them.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Newcomer {
    /// First and last name.
    pub name: String,
    /// 13 characters.
    pub nir: String,
    /// Two digits.
    pub key: String,
    /// Name at birth.
    pub birth_name: String,
    /// Birth date.
    pub birth_date: jiff::civil::Date,
    /// Five digits.
    pub postal_code: String,
    /// The last seven digits of the IBAN.
    pub iban_end: String,
    /// The last eleven digits of the Vitale card's serial number; none without a card.
    pub serial_end: Option<String>,
    /// What this person is there to show.
    pub about: String,
}

/// A service that can be running or stopped. It keeps its port and its store.
pub struct Service {
    options: ServiceOptions,
    port: u16,
    process: Option<Process>,
    folder: TempDir,
}

impl Service {
    /// Starts it on a free loopback port, taking orders for faults.
    ///
    /// # Errors
    /// When it is not built or does not start.
    pub fn start(options: ServiceOptions) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("service-").tempdir()?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut service = Self { options, port, process: None, folder };
        service.resume()?;
        Ok(service)
    }

    /// Where it listens, or would.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends it at once: from now on nobody answers at its address.
    pub fn stop(&mut self) {
        self.process = None;
    }

    /// Starts it again where it was.
    ///
    /// # Errors
    /// When it does not start.
    pub fn resume(&mut self) -> Result<()> {
        let mut command = Process::command(programs::service()?);
        command.arg("--listen").arg(format!("127.0.0.1:{}", self.port));
        command.arg("--seed").arg(self.options.seed.to_string()).arg("--now").arg(&self.options.now);
        command.arg("--store").arg(self.folder.path().join("service.sqlite")).arg("--faults");
        let mut process = Process::start(&mut command, &self.log(), Output::Piped)?;
        let line = process.first_line().context("the service")?;
        anyhow::ensure!(line.starts_with("listening on "), "the service says « {line} »");
        self.process = Some(process);
        Ok(())
    }

    /// The invented members.
    ///
    /// # Errors
    /// When the service does not answer.
    pub async fn members(&self) -> Result<Vec<Member>> {
        let answer = client()?.get(format!("{}/members.json", self.address())).send().await?;
        Ok(answer.error_for_status()?.json().await?)
    }

    /// The first invented person without an account whose description holds the text.
    ///
    /// # Errors
    /// When the service does not answer, or there is none.
    pub async fn newcomer(&self, about: &str) -> Result<Newcomer> {
        let answer = client()?.get(format!("{}/newcomers.json", self.address())).send().await?;
        let newcomers: Vec<Newcomer> = answer.error_for_status()?.json().await?;
        newcomers.into_iter().find(|person| person.about.contains(about)).context("no such person")
    }

    /// Orders a fault, as `service::faults` describes a rule: `{"path": "/v1/changes", "fault": "html"}`.
    ///
    /// # Errors
    /// When the service refuses the order.
    pub async fn order(&self, rule: Value) -> Result<()> {
        let answer = client()?.post(format!("{}/faults", self.address())).json(&[&rule]).send().await?;
        let status = answer.status();
        anyhow::ensure!(status.is_success(), "the order {rule} is refused: {status} {}", answer.text().await?);
        Ok(())
    }

    /// The newest e-mail to an address, once there is one that `fits`.
    ///
    /// # Errors
    /// When none comes.
    pub async fn mail(&self, to: &str, fits: impl Fn(&Mailed) -> bool) -> Result<Mailed> {
        let client = client()?;
        let found = until(async || {
            let asked =
                client.get(format!("{}/mailbox.json", self.address())).query(&[("to", to)]).send().await.ok()?;
            let mails: Vec<Mailed> = asked.json().await.ok()?;
            mails.into_iter().find(&fits)
        });
        found.await.context("no such e-mail")
    }

    /// The newest letter to this person, once there is one.
    ///
    /// # Errors
    /// When none comes.
    pub async fn letter(&self, addressee: &str) -> Result<Posted> {
        let client = client()?;
        let found = until(async || {
            let letters: Vec<Posted> =
                client.get(format!("{}/post.json", self.address())).send().await.ok()?.json().await.ok()?;
            letters.into_iter().find(|letter| letter.addressee == addressee)
        });
        found.await.context("no such letter")
    }

    /// Opens a link of an e-mail, as its reader would: the page behind it.
    ///
    /// # Errors
    /// When there is no page.
    pub async fn follow(&self, link: &str) -> Result<String> {
        Ok(client()?.get(link).send().await?.error_for_status()?.text().await?)
    }

    /// Presses the button of a page behind a link, with these entries: the page that comes.
    ///
    /// # Errors
    /// When there is no page.
    pub async fn press(&self, link: &str, entries: &[(&str, &str)]) -> Result<String> {
        let (page, token) = link.split_once("?token=").context("not a link")?;
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        let form = form.extend_pairs(entries).append_pair("token", token).finish();
        let request = client()?.post(page).header("content-type", "application/x-www-form-urlencoded").body(form);
        Ok(request.send().await?.error_for_status()?.text().await?)
    }

    /// Signs a member in on another device, of which there is no more than its name.
    ///
    /// # Errors
    /// When the service refuses.
    pub async fn sign_in_elsewhere(&self, member: &Member) -> Result<()> {
        let request = serde_json::json!({ "nir": member.nir, "code": member.code, "device": null });
        let request = client()?.post(format!("{}/v1/sign-in", self.address())).json(&request);
        request.send().await?.error_for_status()?;
        Ok(())
    }

    /// Sets the service's clock forward.
    ///
    /// # Errors
    /// When the service does not answer.
    pub async fn later(&self, seconds: i64) -> Result<()> {
        self.order(serde_json::json!({ "path": "/health", "fault": { "clock_shift": seconds } })).await?;
        client()?.get(format!("{}/health", self.address())).send().await?.error_for_status()?;
        Ok(())
    }

    /// Forgets all faults.
    ///
    /// # Errors
    /// When the service does not answer.
    pub async fn heal(&self) -> Result<()> {
        client()?.delete(format!("{}/faults", self.address())).send().await?.error_for_status()?;
        Ok(())
    }

    /// Where its standard error goes.
    pub fn log(&self) -> PathBuf {
        self.folder.path().join("service.log")
    }
}

/// A plain client for loopback.
pub(crate) fn client() -> Result<reqwest::Client> {
    // Installed by whoever comes first; the answer only says whether that was here.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(reqwest::Client::builder().no_proxy().build()?)
}
