//! The core as a process of its own, to be killed: opens the account, synchronises, prints all payments, ends.
//!
//! `first_sync FOLDER SERVICE NIR CODE`, with the system's keyring.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use dossier::Vault;
use tests::{Core, Member, payments, until};

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, service, nir, code] = arguments.as_slice() else {
        anyhow::bail!("first_sync FOLDER SERVICE NIR CODE");
    };
    let member = Member { nir: nir.clone(), code: code.clone(), ..Member::default() };
    let core = Core::open(Path::new(folder), Vault::System, folder, service.parse()?, &member).await?;
    say("open")?;
    let done = until(async || {
        let _ = core.nudge_when_failed().await;
        core.is_up_to_date().await.ok()?.then_some(())
    });
    done.await.context("the synchronisation does not end")?;
    say(&serde_json::to_string(&payments(&core.dossier).await?)?)
}

fn say(line: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
