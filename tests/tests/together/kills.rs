//! The core as a process, killed again and again during its first synchronisation.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};
use protocol::payments::Payment;
use protocol::sign_in::{SignIn, SignInOutcome};
use protocol::sync::{ChangesPage, Cursor, kind};
use serde_json::json;
use tests::{Desktop, Device, Keyring, Member, Outcome, Output, Process, Service, ServiceOptions, beside, require};

const KILLS: u64 = 20;

#[tokio::test]
async fn twenty_kills_during_a_first_synchronisation_lose_nothing() -> Outcome {
    let desktop = Desktop::start(Keyring::Open).await?;
    let service = Service::start(ServiceOptions::default())?;
    let member = service.members().await?.into_iter().find(|member| member.about.contains("Quarante ans"));
    let member = member.context("nobody with forty years of payments")?;
    let device = Device::new()?;
    // Slow enough to be killed between any two pages, and within them.
    service.order(json!({ "path": "/v1/changes", "times": 10_000, "fault": { "delay_ms": 40 } })).await?;

    let start = || -> Result<Process> {
        let mut command = Process::command(beside("first_sync")?);
        desktop.place(&mut command).stdin(Stdio::null());
        command.arg(device.data()).arg(service.address()).arg(&member.nir).arg(&member.code);
        Process::start(&mut command, &device.log(), Output::Piped)
    };
    for kill in 0..KILLS {
        let mut process = start()?;
        let opened = process.first_line()?;
        require(opened == "open", || format!("kill {kill}: it says « {opened} »"))?;
        // Moments spread over the synchronisation, each another part of a page's way.
        tokio::time::sleep(Duration::from_millis(kill * 37 % 190)).await;
        process.kill();
    }
    let mut process = start()?;
    let lines = process.lines(2)?;
    let kept: Vec<Payment> = serde_json::from_str(lines.get(1).context("no second line")?)?;
    let truth = truth(&service, &member).await?;
    require(!truth.is_empty(), || "the service knows of no payment".to_owned())?;
    Ok(require(kept == truth, || format!("{} payments kept, {} in truth, or they differ", kept.len(), truth.len()))?)
}

/// The member's payments, fetched by a plain client: page after page, the last version of each.
async fn truth(service: &Service, member: &Member) -> Result<Vec<Payment>> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let body = SignIn {
        nir: protocol::Secret::new(member.nir.as_str()),
        code: protocol::Secret::new(member.code.as_str()),
        device: None,
        trust: None,
    };
    let answer = client.post(format!("{}/v1/sign-in", service.address())).json(&body).send().await?;
    let SignInOutcome::SignedIn { tokens, .. } = answer.json().await? else { anyhow::bail!("not signed in") };
    let mut cursor = Cursor(0);
    let mut found = std::collections::BTreeMap::new();
    loop {
        let address = format!("{}/v1/changes?after={}&limit=1000", service.address(), cursor.0);
        let page: ChangesPage = client.get(address).bearer_auth(tokens.access.expose()).send().await?.json().await?;
        for change in page.changes.into_iter().filter(|change| change.kind == kind::PAYMENT) {
            match change.body {
                Some(body) => drop(found.insert(change.id, serde_json::from_str::<Payment>(body.get())?)),
                None => drop(found.remove(&change.id)),
            }
        }
        cursor = page.cursor;
        if page.remaining == 0 {
            break;
        }
    }
    let mut payments: Vec<Payment> = found.into_values().collect();
    payments.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(payments)
}
