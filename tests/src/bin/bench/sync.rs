//! A first synchronisation of forty years, beside a plain client that fetches the same bytes and inserts the same rows.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use dossier::MemoryVault;
use protocol::sign_in::{SignIn, SignInOutcome};
use protocol::sync::{ChangesPage, Cursor};
use tests::{Core, Member, Service, ServiceOptions, until};

use crate::report::{Report, median, ms};
use crate::rows;

const RUNS: usize = 7;

/// The ratio of medians; runs of both alternate.
pub(crate) async fn measure(report: &mut Report) -> Result<()> {
    let service = Service::start(ServiceOptions::default())?;
    let member = service.members().await?.into_iter().find(|member| member.about.contains("Quarante ans"));
    let member = member.context("nobody with forty years of payments")?;
    let (mut ours, mut plain) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        plain.push(fetch_plainly(&service, &member).await?);
        ours.push(synchronise(&service, &member).await?);
    }
    let (ours, plain) = (median(ours), median(plain));
    let detail = format!("{:.0} ms, plain {:.0} ms", ms(ours), ms(plain));
    report.at_most("first sync against plain fetch and insert", ms(ours) / ms(plain), 1.5, "", &detail)
}

async fn synchronise(service: &Service, member: &Member) -> Result<Duration> {
    let folder = tempfile::tempdir()?;
    let vault = MemoryVault::default();
    let core = Core::in_memory(folder.path(), &vault, service.address().parse()?, member).await?;
    // Signing in has just woken the synchronisation.
    let start = Instant::now();
    let done = until(async || core.is_up_to_date().await.ok()?.then_some(())).await;
    done.context("the synchronisation does not end")?;
    Ok(start.elapsed())
}

/// The same bytes, one request after the other, and the same rows into the same tables, in clear.
async fn fetch_plainly(service: &Service, member: &Member) -> Result<Duration> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let secret = |text: &str| protocol::Secret::new(text);
    let body = SignIn { nir: secret(&member.nir), code: secret(&member.code), device: None, trust: None };
    let answer = client.post(format!("{}/v1/sign-in", service.address())).json(&body).send().await?;
    let SignInOutcome::SignedIn { tokens, .. } = answer.json().await? else { anyhow::bail!("not signed in") };
    let get = |path: String| {
        let request = client.get(format!("{}{path}", service.address())).bearer_auth(tokens.access.expose());
        async move { anyhow::Ok(request.send().await?.bytes().await?) }
    };
    let folder = tempfile::tempdir()?;
    let mut database = rows::open(&folder.path().join("plain.sqlite"))?;

    let start = Instant::now();
    let mut cursor = Cursor(0);
    let mut documents = Vec::new();
    loop {
        let page: ChangesPage =
            serde_json::from_slice(&get(format!("/v1/changes?after={}&limit=1000", cursor.0)).await?)?;
        documents.extend(rows::insert(&mut database, &page)?);
        cursor = page.cursor;
        if page.remaining == 0 {
            break;
        }
    }
    for sha256 in documents {
        // One of the letters never comes.
        let bytes = get(format!("/v1/contents/{sha256}")).await?;
        if bytes.starts_with(b"%PDF-") {
            rows::insert_content(&database, &sha256, &bytes)?;
        }
    }
    Ok(start.elapsed())
}
