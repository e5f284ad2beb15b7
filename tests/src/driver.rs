//! The app under WebKit's own driver: one driver process a start of the app.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use fantoccini::{Client, ClientBuilder};
use serde_json::{Map, Value, json};
use tokio::time::timeout;

use crate::process::{Output, Process, is_there, kill};
use crate::wait::until;

/// A session of the driver with the app that it started.
pub(crate) struct Driver {
    pub(crate) client: Client,
    _process: Owner,
    app: u32,
}

impl Driver {
    /// Starts driver and app. A session that does not come up (another program took the port) is tried again.
    pub(crate) async fn start(program: &Path, log: &Path, surroundings: impl Fn(&mut Command)) -> Result<Self> {
        let mut failure = anyhow::anyhow!("not tried");
        for _ in 0..3 {
            match Self::try_start(program, log, &surroundings).await {
                Ok(driver) => return Ok(driver),
                Err(cause) => failure = cause,
            }
        }
        Err(failure.context("the app does not open under the driver"))
    }

    async fn try_start(program: &Path, log: &Path, surroundings: &impl Fn(&mut Command)) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = Process::command("WebKitWebDriver");
        command.arg(format!("--port={}", address.port()));
        surroundings(&mut command);
        let process = Owner(Process::start(&mut command, log, Output::Logged)?);
        until(async || TcpStream::connect(address).ok().map(drop)).await.context("the driver does not listen")?;
        let client = timeout(Duration::from_secs(60), session(address, program)).await.context("no session")??;
        let app = process.0.children().first().copied().context("the driver started no app")?;
        Ok(Self { client, _process: process, app })
    }

    /// The app's process.
    pub(crate) fn app(&self) -> u32 {
        self.app
    }

    /// Closes the app's window and waits until its process is gone.
    pub(crate) async fn close(self) -> Result<()> {
        let app = self.app;
        let closed = timeout(Duration::from_secs(20), self.client.clone().close()).await;
        closed.context("closing the window takes too long")??;
        until(async || (!is_there(app)).then_some(())).await.context("the app does not end with its window")
    }

    /// Ends the app as a power cut would.
    pub(crate) async fn kill(self) -> Result<()> {
        let app = self.app;
        kill(app);
        until(async || (!is_there(app)).then_some(())).await.context("the app survives SIGKILL")
    }
}

/// The driver's process; the app that it started ends with it.
struct Owner(Process);

impl Drop for Owner {
    fn drop(&mut self) {
        self.0.children().into_iter().for_each(kill);
    }
}

async fn session(address: SocketAddr, program: &Path) -> Result<Client> {
    let mut capabilities = Map::new();
    let options = json!({ "binary": program, "args": [] });
    capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
    // A question of the page must not close itself before the test has seen it.
    capabilities.insert("unhandledPromptBehavior".to_owned(), Value::from("ignore"));
    let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
    Ok(builder.capabilities(capabilities).connect(&format!("http://{address}")).await?)
}
