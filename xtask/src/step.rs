//! Runs other programs: says what it does, and names the program when it fails.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::say;

/// Says what is being done, runs the command with its output shown, and fails when it fails.
pub(crate) fn run(what: &str, command: &mut Command) -> Result<()> {
    say::step(what);
    quietly(command).with_context(|| format!("{what}: failed"))
}

/// Says what is being done and runs the command; what it prints is shown when it fails.
pub(crate) fn run_unheard(what: &str, command: &mut Command) -> Result<()> {
    say::step(what);
    let output = command.output().with_context(|| format!("cannot start {}", name(command)))?;
    if !output.status.success() {
        let said = [output.stdout, output.stderr].concat();
        bail!("{what}: {} ended with {}\n{}", shown(command), output.status, String::from_utf8_lossy(&said));
    }
    Ok(())
}

/// The same without a word of its own.
pub(crate) fn quietly(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", name(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// What the command prints on standard output, trimmed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start {}", name(command)))?;
    if !output.status.success() {
        bail!("{} ended with {}", shown(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let arguments = command.get_args().map(|word| word.to_string_lossy().into_owned());
    std::iter::once(name(command)).chain(arguments).collect::<Vec<_>>().join(" ")
}
