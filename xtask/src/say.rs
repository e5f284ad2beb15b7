//! Plain lines for the person at the terminal.

use std::io::{Write, stderr, stdout};

/// A line on standard output. A closed output is no reason to stop.
pub(crate) fn line(text: &str) {
    let _ = writeln!(stdout(), "{text}");
}

/// The beginning of something that takes a while.
pub(crate) fn step(text: &str) {
    line(&format!("» {text}"));
}

/// A line on standard error.
pub(crate) fn error(text: &str) {
    let _ = writeln!(stderr(), "xtask: {text}");
}
