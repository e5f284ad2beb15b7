//! The rows that the core writes, written plainly: the same tables, by rusqlite alone, without encryption, versions to
//! compare, or anything to go back to.

use std::path::Path;

use anyhow::{Context, Result};
use protocol::documents::ReceivedDocument;
use protocol::payments::{Payee, Payment};
use protocol::profile::Beneficiary;
use protocol::sync::{Change, ChangesPage, kind};
use rusqlite::{Connection, Transaction, params};
use serde::Serialize;

const TABLES: &str = include_str!("../../../../crates/dossier/src/store/steps/1.sql");

/// A new file with the core's tables.
pub(crate) fn open(path: &Path) -> Result<Connection> {
    let database = Connection::open(path)?;
    database.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")?;
    database.execute_batch(TABLES)?;
    database.set_prepared_statement_cache_capacity(64);
    Ok(database)
}

/// Inserts a page, and says which contents its documents have.
pub(crate) fn insert(database: &mut Connection, page: &ChangesPage) -> Result<Vec<String>> {
    let transaction = database.transaction()?;
    let mut contents = Vec::new();
    for change in &page.changes {
        run(
            &transaction,
            "INSERT INTO known VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET version = excluded.version",
            params![change.kind, change.id, change.version.cast_signed()],
        )?;
        let Some(body) = change.body.as_ref().map(|body| body.get()) else { continue };
        match change.kind.as_str() {
            kind::PAYMENT => insert_payment(&transaction, change, body)?,
            kind::BENEFICIARY => {
                let rank = serde_json::from_str::<Beneficiary>(body)?.rank;
                let sql = "INSERT OR REPLACE INTO person (id, rank, body) VALUES (?1, ?2, ?3)";
                run(&transaction, sql, params![change.id, rank, body])?;
            }
            kind::PROFILE => run(&transaction, "INSERT OR REPLACE INTO profile VALUES (1, ?1)", params![body])?,
            kind::DOCUMENT => contents.extend(insert_document(&transaction, body)?),
            _ => {}
        }
    }
    transaction.commit()?;
    Ok(contents)
}

fn insert_payment(transaction: &Transaction<'_>, change: &Change, body: &str) -> Result<()> {
    let payment: Payment = serde_json::from_str(body)?;
    let (day, nature) = (payment.paid_on.to_string(), word(&payment.nature)?);
    let lines: Vec<_> = payment.beneficiaries.iter().flat_map(|part| &part.lines).collect();
    let mut people: Vec<&str> = payment.beneficiaries.iter().map(|part| part.beneficiary.as_str()).collect();
    people.extend(payment.deductions.iter().map(|deduction| deduction.beneficiary.as_str()));
    people.sort_unstable();
    people.dedup();
    let first = lines.first().context("a payment without a line")?;
    let sql = "INSERT OR REPLACE INTO payment
        (id, paid_on, nature, amount, to_member, act, provider, lines, people) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    run(
        transaction,
        sql,
        params![
            change.id,
            day,
            nature,
            payment.amount.get(),
            matches!(payment.payee, Payee::Member { .. }),
            word(&first.act)?,
            first.provider,
            u32::try_from(lines.len())?,
            serde_json::to_string(&people)?
        ],
    )?;
    let key = transaction.last_insert_rowid();
    run(transaction, "INSERT INTO payment_body VALUES (?1, ?2)", params![key, body])?;
    for person in people {
        run(transaction, "INSERT INTO payment_person VALUES (?1, ?2, ?3, ?4)", params![person, day, key, nature])?;
    }
    for (position, deduction) in (0_i64..).zip(&payment.deductions) {
        let (person, year) = (deduction.beneficiary.as_str(), deduction.care.date.year());
        let values = params![key, position, person, word(&deduction.kind)?, year, deduction.amount.get()];
        run(transaction, "INSERT INTO deduction VALUES (?1, ?2, ?3, ?4, ?5, ?6)", values)?;
    }
    Ok(())
}

fn insert_document(transaction: &Transaction<'_>, body: &str) -> Result<Option<String>> {
    let document: ReceivedDocument = serde_json::from_str(body)?;
    let content = document.content.as_ref();
    let sql = "INSERT OR REPLACE INTO document (id, kind, title, date, sha256, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let values = params![
        document.id.as_str(),
        word(&document.kind)?,
        document.title,
        document.issued_on.to_string(),
        content.map(|content| content.sha256.as_str()),
        content.map(|content| content.bytes.cast_signed())
    ];
    run(transaction, sql, values)?;
    Ok(content.map(|content| content.sha256.clone()))
}

/// Keeps the bytes of a document.
pub(crate) fn insert_content(database: &Connection, sha256: &str, bytes: &[u8]) -> Result<()> {
    run(database, "INSERT OR IGNORE INTO content VALUES (?1, ?2)", params![sha256, bytes])
}

fn run(database: &Connection, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<()> {
    database.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

fn word(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_value(value)?.as_str().context("no word")?.to_owned())
}
