//! The service's SQLite store, in a file or in memory. One table a module: its shape and its queries.

pub(crate) mod access;
pub(crate) mod asks;
pub(crate) mod attempts;
pub(crate) mod card_payments;
pub(crate) mod changes;
pub(crate) mod contents;
pub(crate) mod devices;
pub(crate) mod entrances;
pub(crate) mod first_codes;
pub(crate) mod letters;
pub(crate) mod links;
pub(crate) mod mails;
pub(crate) mod members;
pub(crate) mod new_code;
pub(crate) mod openings;
pub(crate) mod requests;
pub(crate) mod sessions;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, Transaction};

/// Each table's shape; those that others refer to first.
const TABLES: [&str; 16] = [
    members::TABLE,
    access::TABLE,
    first_codes::TABLE,
    changes::TABLE,
    contents::TABLE,
    sessions::TABLE,
    devices::TABLE,
    attempts::TABLE,
    mails::TABLE,
    letters::TABLE,
    asks::TABLE,
    entrances::TABLE,
    links::TABLE,
    requests::TABLE,
    openings::TABLE,
    card_payments::TABLE,
];

/// Where the store lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// As long as the process.
    Memory,
    /// In this file, made when it is not there.
    File(PathBuf),
}

/// What can go wrong with the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite said no.
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A body is not the JSON that its kind wants.
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A code could not be hashed.
    #[error("hashing: {0}")]
    Hash(#[from] argon2::password_hash::Error),
    /// There is no such member.
    #[error("there is no such member")]
    NoSuchMember,
    /// The store was left half made, or a fact in it cannot be.
    #[error("the store is damaged")]
    Damaged,
}

/// The open store. One connection, one transaction at a time: queries are short.
pub(crate) struct Store {
    connection: Mutex<Connection>,
}

impl Store {
    pub(crate) fn open(place: &Place) -> Result<Self, Error> {
        let connection = match place {
            Place::Memory => Connection::open_in_memory()?,
            Place::File(path) => Connection::open(path)?,
        };
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        for table in TABLES {
            connection.execute_batch(table)?;
        }
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// Does `work` in one transaction, kept when it succeeds. Blocks.
    pub(crate) fn within<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let tx = connection.transaction()?;
        let answer = work(&tx)?;
        tx.commit()?;
        Ok(answer)
    }
}
