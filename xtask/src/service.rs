//! The reference service as a process of its own, ended with its owner.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::native;
use crate::workspace::{self, Profile};

/// The day of the demonstration: members and their payments are made for it, and the app's clock starts at it.
pub(crate) const NOW: &str = "2026-11-20T09:12:00Z";

/// A running service.
pub(crate) struct Service {
    process: Child,
    /// `http://127.0.0.1:PORT`.
    pub(crate) address: String,
    /// The file in which it says what it is asked.
    pub(crate) log: PathBuf,
}

impl Service {
    /// Starts the service on a free loopback port and waits until it says where it listens.
    pub(crate) fn start(profile: Profile) -> Result<Self> {
        let mut command = Command::new(workspace::program(native::SERVICE, profile));
        command.args(["--listen", "127.0.0.1:0", "--now", NOW, "--store", ":memory:"]);
        let log = workspace::target_dir().join("service.log");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(File::create(&log)?);
        let mut process = command.spawn().context("starting the service")?;
        let mut lines = BufReader::new(process.stdout.take().context("the service has no output")?);
        let mut first = String::new();
        lines.read_line(&mut first)?;
        let Some(address) = first.trim().strip_prefix("listening on ").map(str::to_owned) else {
            let _ = process.kill();
            bail!("the service did not say where it listens");
        };
        thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        Ok(Self { process, address, log })
    }

    /// The first invented member's NIR with its key, and code.
    pub(crate) fn a_member(&self) -> Result<(String, String, String)> {
        let members: Value = serde_json::from_str(&self.get("/members.json")?)?;
        let member = members.get(0).context("the service has no member")?;
        let text = |name: &str| member.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok((text("name"), format!("{} {}", text("nir"), text("key")), text("code")))
    }

    fn get(&self, path: &str) -> Result<String> {
        let place = self.address.strip_prefix("http://").context("not a loopback address")?;
        let mut stream = TcpStream::connect(place)?;
        write!(stream, "GET {path} HTTP/1.0\r\nHost: {place}\r\nAccept-Encoding: identity\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").context("not an HTTP answer")?;
        if !head.contains(" 200 ") {
            bail!("{path}: {}", head.lines().next().unwrap_or_default());
        }
        Ok(body.to_owned())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
