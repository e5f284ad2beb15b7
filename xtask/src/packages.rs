//! What the system must have. On Debian and Ubuntu it is installed; elsewhere it is named.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::workspace::which;
use crate::{say, step};

/// What the packages are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building the app and opening it.
    Run,
    /// The same, watched: a screen in memory, a session bus with a keyring, the window driven from outside.
    Watch,
    /// All of it, with the tools that look at PDF files and the compilers for other systems.
    Test,
}

const RUN: &[&str] = &["build-essential", "pkg-config", "libssl-dev", "libwebkit2gtk-4.1-dev"];
const WATCH: &[&str] = &["xvfb", "dbus", "dbus-daemon", "gnome-keyring", "webkit2gtk-driver"];
const TEST: &[&str] = &["poppler-utils", "qpdf", "gcc-mingw-w64-x86-64", "python3-pip", "python3-venv"];

/// Installs what is missing, or names it and stops where this program does not know how.
pub(crate) fn install(purpose: Purpose) -> Result<()> {
    let wanted: Vec<&str> = match purpose {
        Purpose::Run => RUN.to_vec(),
        Purpose::Watch => [RUN, WATCH].concat(),
        Purpose::Test => [RUN, WATCH, TEST].concat(),
    };
    if which("dpkg-query").is_none() || which("apt-get").is_none() || !is_debian() {
        return name_them(&wanted);
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    step::run_unheard("refreshing the list of system packages", &mut apt(&["update", "-qq"]))?;
    let words = [&["install", "-y", "-qq", "--no-install-recommends"], missing.as_slice()].concat();
    step::run_unheard(&format!("installing {} (some minutes)", missing.join(", ")), &mut apt(&words))
}

/// Another system has other names: it is enough that `pkg-config` finds the libraries.
fn name_them(wanted: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let found = Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1", "openssl"]).status();
    if found.is_ok_and(|status| status.success()) {
        say::step("not a Debian system: taking what is there");
        return Ok(());
    }
    bail!("this system needs what Debian calls {}; install it and start again", wanted.join(", "))
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let mut names = release.lines().filter(|line| line.starts_with("ID=") || line.starts_with("ID_LIKE="));
    names.any(|line| line.contains("debian") || line.contains("ubuntu"))
}

fn is_installed(package: &str) -> bool {
    let asked = Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .stderr(Stdio::null())
        .output();
    asked.is_ok_and(|answer| answer.stdout == b"installed")
}

fn apt(words: &[&str]) -> Command {
    let root = step::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    let mut command = Command::new(if root { "env" } else { "sudo" });
    command.arg("DEBIAN_FRONTEND=noninteractive").arg("apt-get").args(words).stdin(Stdio::inherit());
    command
}
