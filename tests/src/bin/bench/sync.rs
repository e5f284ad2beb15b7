//! A first synchronisation of forty years, beside a plain client that fetches the same bytes and inserts the same rows.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use dossier::MemoryVault;
use protocol::payments::Payment;
use protocol::sign_in::{SignIn, SignInOutcome};
use protocol::sync::{ChangesPage, Cursor, kind};
use rusqlite::{Connection, params};
use tests::{Core, Member, Service, ServiceOptions, until};

use crate::report::{Report, median, ms};

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

async fn fetch_plainly(service: &Service, member: &Member) -> Result<Duration> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let secret = |text: &str| protocol::Secret::new(text);
    let body = SignIn { nir: secret(&member.nir), code: secret(&member.code), device: None, trust: None };
    let answer = client.post(format!("{}/v1/sign-in", service.address())).json(&body).send().await?;
    let SignInOutcome::SignedIn { tokens, .. } = answer.json().await? else { anyhow::bail!("not signed in") };
    let folder = tempfile::tempdir()?;
    let mut database = Connection::open(folder.path().join("plain.sqlite"))?;
    database.execute_batch(TABLES)?;

    let start = Instant::now();
    let mut cursor = Cursor(0);
    loop {
        let address = format!("{}/v1/changes?after={}&limit=500", service.address(), cursor.0);
        let page: ChangesPage = client.get(address).bearer_auth(tokens.access.expose()).send().await?.json().await?;
        insert(&mut database, &page)?;
        cursor = page.cursor;
        if page.remaining == 0 {
            return Ok(start.elapsed());
        }
    }
}

const TABLES: &str = "
    PRAGMA journal_mode = WAL;
    CREATE TABLE known (kind TEXT, id TEXT, version INTEGER, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE payment (key INTEGER PRIMARY KEY, id TEXT UNIQUE, paid_on TEXT, amount INTEGER) STRICT;
    CREATE INDEX payment_by_day ON payment (paid_on, amount);
    CREATE TABLE payment_body (payment INTEGER PRIMARY KEY, body TEXT) STRICT;
    CREATE TABLE payment_person (payment INTEGER, person TEXT, PRIMARY KEY (person, payment)) STRICT, WITHOUT ROWID;";

fn insert(database: &mut Connection, page: &ChangesPage) -> Result<()> {
    let transaction = database.transaction()?;
    for change in &page.changes {
        let Some(body) = &change.body else { continue };
        transaction.prepare_cached("INSERT OR REPLACE INTO known VALUES (?1, ?2, ?3)")?.execute(params![
            change.kind,
            change.id,
            change.version.cast_signed()
        ])?;
        if change.kind != kind::PAYMENT {
            continue;
        }
        let payment: Payment = serde_json::from_str(body.get())?;
        let key = transaction
            .prepare_cached("INSERT OR REPLACE INTO payment (id, paid_on, amount) VALUES (?1, ?2, ?3)")?
            .insert(params![
                change.id,
                payment.paid_on.to_string(),
                serde_json::to_string(&payment.amount)?.parse::<i64>()?
            ])?;
        transaction.prepare_cached("INSERT INTO payment_body VALUES (?1, ?2)")?.execute(params![key, body.get()])?;
        for person in &payment.beneficiaries {
            transaction
                .prepare_cached("INSERT OR IGNORE INTO payment_person VALUES (?1, ?2)")?
                .execute(params![key, person.beneficiary.as_str()])?;
        }
    }
    Ok(transaction.commit()?)
}
