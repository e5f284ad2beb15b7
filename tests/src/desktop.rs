//! A desktop in memory: a screen, a session bus of its own, and the real gnome-keyring on it.

use std::env;
use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::process::{Output, Process};
use crate::wait::until;

/// Large enough for the widest window, decorations or not.
const SCREEN: &str = "1680x1260x24";

/// No service starts by itself on this bus: a test has the keyring that it asked for, or none.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=BUS</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// In place of a browser: it notes the addresses that it is asked to show, one a line.
const BROWSER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> 'OPENED'\n";

/// Which keyring the desktop has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyring {
    /// gnome-keyring, opened with the session.
    Open,
    /// None.
    Absent,
}

/// Ends with the test.
pub struct Desktop {
    display: String,
    bus: String,
    // In the order in which they are to end.
    _keyring: Option<Process>,
    _bus: Process,
    _screen: Process,
    folder: TempDir,
}

impl Desktop {
    /// Starts screen, bus and keyring, and waits until each answers.
    ///
    /// # Errors
    /// When one of the programs is missing or does not come up.
    pub async fn start(keyring: Keyring) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("desktop-").tempdir()?;
        fs::set_permissions(folder.path(), Permissions::from_mode(0o700))?;
        let log = folder.path().join("desktop.log");

        let mut xvfb = Process::command("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]);
        let mut screen = Process::start(&mut xvfb, &log, Output::Piped)?;
        let display = format!(":{}", screen.first_line().context("Xvfb")?);

        let programs = folder.path().join("programs");
        fs::create_dir(&programs)?;
        let browser = programs.join("xdg-open");
        fs::write(&browser, BROWSER.replace("OPENED", &folder.path().join("opened").to_string_lossy()))?;
        fs::set_permissions(&browser, Permissions::from_mode(0o700))?;

        let socket = folder.path().join("bus");
        let config = folder.path().join("bus.conf");
        fs::write(&config, BUS.replace("BUS", &socket.to_string_lossy()))?;
        let mut daemon = Process::command("dbus-daemon");
        daemon.arg("--config-file").arg(&config).args(["--nofork", "--nopidfile", "--print-address=1"]);
        let mut bus = Process::start(&mut daemon, &log, Output::Piped)?;
        let address = bus.first_line().context("dbus-daemon")?;

        let mut desktop = Self { display, bus: address, _keyring: None, _bus: bus, _screen: screen, folder };
        if keyring == Keyring::Open {
            desktop._keyring = Some(desktop.unlocked_keyring().await?);
        }
        Ok(desktop)
    }

    /// The name of its X display.
    pub(crate) fn display(&self) -> &str {
        &self.display
    }

    /// Puts a command on this desktop.
    pub fn place<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("XDG_RUNTIME_DIR", self.folder.path())
            .env("PATH", self.path())
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("NO_AT_BRIDGE", "1")
            .env("GTK_A11Y", "none")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE")
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
    }

    /// The desktop's own programs, then the system's.
    fn path(&self) -> OsString {
        let mut path = self.folder.path().join("programs").into_os_string();
        path.push(":");
        path.push(env::var_os("PATH").unwrap_or_default());
        path
    }

    /// The addresses that the browser was asked to show, in their order.
    pub(crate) fn opened(&self) -> Vec<String> {
        let opened = fs::read_to_string(self.folder.path().join("opened")).unwrap_or_default();
        opened.lines().map(str::to_owned).collect()
    }

    async fn unlocked_keyring(&self) -> Result<Process> {
        let mut command = Process::command("gnome-keyring-daemon");
        command.args(["--foreground", "--unlock", "--components=secrets"]).stdin(Stdio::piped());
        self.place(&mut command).env("HOME", self.folder.path()).env("XDG_DATA_HOME", self.folder.path());
        let mut daemon = Process::start(&mut command, &self.log(), Output::Logged)?;
        daemon.tell("the session's password")?;
        let opened = until(async || self.has_open_collection().then_some(())).await;
        opened.with_context(|| format!("gnome-keyring does not open: {}", daemon.log()))?;
        Ok(daemon)
    }

    /// Whether the keyring's default collection is there, which it is once it is open.
    fn has_open_collection(&self) -> bool {
        let mut ask = Command::new("dbus-send");
        ask.args(["--session", "--print-reply=literal", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets"]);
        ask.args(["org.freedesktop.Secret.Service.ReadAlias", "string:default"]);
        let answer = self.place(&mut ask).stderr(Stdio::null()).output();
        answer.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).contains("/collection/"))
    }

    /// How many entries the keyring has under this service name.
    ///
    /// # Errors
    /// When it does not answer.
    pub(crate) fn keyring_entries(&self, service: &str) -> Result<usize> {
        let mut ask = Command::new("dbus-send");
        ask.args(["--session", "--print-reply=literal", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets"]);
        ask.arg("org.freedesktop.Secret.Service.SearchItems").arg(format!("dict:string:string:service,{service}"));
        let answer = self.place(&mut ask).output()?;
        anyhow::ensure!(answer.status.success(), "the keyring does not answer");
        Ok(String::from_utf8_lossy(&answer.stdout).matches("/collection/").count())
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("desktop.log")
    }
}
