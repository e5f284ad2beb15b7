//! `cargo xtask …`: the commands of the README. One file a command in [`commands`]; the rest is what they share.

mod checks;
mod commands;
mod interface;
mod native;
mod optimiser;
mod packages;
mod runner;
mod say;
mod service;
mod step;
mod targets;
mod workspace;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match commands::carry_out(&arguments) {
        Ok(code) => code,
        Err(cause) => {
            say::error(&format!("{cause:#}"));
            ExitCode::FAILURE
        }
    }
}
