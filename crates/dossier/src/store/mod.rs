//! The member's file on this device: one SQLCipher database, one writer, several readers. The only place with SQL.
//!
//! Readers see one state of the file for as long as they read. The cache can always be fetched again; a damaged
//! file is set aside, never deleted.

mod access;
mod connection;
mod damage;
mod debts;
mod documents;
mod draft;
mod error;
mod expected;
mod forwarding;
mod migrations;
mod payments;
mod people;
mod search;
mod spending;
mod sync_state;
#[cfg(test)]
mod tests;
mod things;
mod totals;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde::de::IntoDeserializer as _;
use serde::de::value::StrDeserializer;

pub(crate) use connection::Key;
pub(crate) use damage::{remove_files, set_aside};
pub(crate) use debts::Begun;
pub(crate) use documents::{DocumentRecord, MadeDocument, Missing};
pub(crate) use draft::DraftFile;
pub(crate) use error::StoreError;
pub(crate) use expected::{NotedTie, Picture};
pub(crate) use payments::{Days, PaymentQuery, PaymentRecord};
pub(crate) use search::SearchTerm;
pub(crate) use spending::SpendingRow;
pub(crate) use sync_state::{Aside, Newness};
pub(crate) use things::take_thing;

/// The open file.
pub(crate) struct Store {
    file: Option<(PathBuf, Key)>,
    writer: Mutex<Option<Connection>>,
    readers: Mutex<Vec<Connection>>,
    closed: AtomicBool,
}

/// Idle reading connections kept for the next query.
const IDLE_READERS: usize = 4;

/// A handle that can only read.
pub(crate) struct Reader<'a> {
    connection: &'a Connection,
}

/// A handle that writes, all or nothing, and reads what it wrote.
pub(crate) struct Writer<'a> {
    transaction: &'a Connection,
}

impl Store {
    /// Opens the file, or makes it, and brings its tables up to date.
    pub(crate) fn open(path: PathBuf, key: Key) -> Result<Arc<Self>, StoreError> {
        let mut writer = connection::open_writer(&path, &key)?;
        migrations::migrate(&mut writer)?;
        Ok(Arc::new(Self::of(writer, Some((path, key)))))
    }

    /// A store that ends with the app.
    pub(crate) fn in_memory() -> Result<Arc<Self>, StoreError> {
        let mut writer = connection::open_memory()?;
        migrations::migrate(&mut writer)?;
        Ok(Arc::new(Self::of(writer, None)))
    }

    fn of(writer: Connection, file: Option<(PathBuf, Key)>) -> Self {
        Self { file, writer: Mutex::new(Some(writer)), readers: Mutex::new(Vec::new()), closed: AtomicBool::new(false) }
    }

    /// Runs a query on a thread that may wait.
    pub(crate) async fn read<T: Send + 'static>(
        self: &Arc<Self>,
        query: impl FnOnce(&Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let store = Arc::clone(self);
        tokio::task::spawn_blocking(move || store.read_now(query)).await.map_err(|_| StoreError::Ending)?
    }

    /// Runs a change on a thread that may wait; nothing of it stays if it fails.
    pub(crate) async fn write<T: Send + 'static>(
        self: &Arc<Self>,
        change: impl FnOnce(&Writer<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let store = Arc::clone(self);
        tokio::task::spawn_blocking(move || store.write_now(change)).await.map_err(|_| StoreError::Ending)?
    }

    /// [`Store::read`] on this thread.
    pub(crate) fn read_now<T>(
        &self,
        query: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.closed.load(Ordering::Acquire) {
            return Err(StoreError::Closed);
        }
        let Some((path, key)) = &self.file else {
            let guard = locked(&self.writer);
            return query(&Reader { connection: guard.as_ref().ok_or(StoreError::Closed)? });
        };
        let idle = locked(&self.readers).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connection::open_reader(path, key)?,
        };
        let result = in_one_state(&connection, query);
        let mut readers = locked(&self.readers);
        if readers.len() < IDLE_READERS && !self.closed.load(Ordering::Acquire) {
            readers.push(connection);
        }
        result
    }

    /// [`Store::write`] on this thread.
    pub(crate) fn write_now<T>(
        &self,
        change: impl FnOnce(&Writer<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.closed.load(Ordering::Acquire) {
            return Err(StoreError::Closed);
        }
        let mut guard = locked(&self.writer);
        let connection = guard.as_mut().ok_or(StoreError::Closed)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = change(&Writer { transaction: &transaction })?;
        transaction.commit()?;
        Ok(value)
    }

    /// Closes every connection; what still runs ends first, what comes later is refused.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Release);
        locked(&self.readers).clear();
        locked(&self.writer).take();
    }

    /// Closes this damaged file, sets it aside and opens an empty one in its place, with the same key.
    pub(crate) fn made_anew(&self) -> Result<Arc<Self>, StoreError> {
        self.close();
        let Some((path, key)) = &self.file else { return Self::in_memory() };
        set_aside(path)?;
        Self::open(path.clone(), key.clone())
    }

    /// Whether it ends with the app.
    pub(crate) fn is_in_memory(&self) -> bool {
        self.file.is_none()
    }

    /// Moves what was written from the journal into the file itself, so that a damaged journal costs nothing old.
    pub(crate) fn settle(&self) -> Result<(), StoreError> {
        let guard = locked(&self.writer);
        let connection = guard.as_ref().ok_or(StoreError::Closed)?;
        Ok(connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?)
    }

    /// Checks every page against its authentication code and the tables against their indexes.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        self.read_now(|reader| {
            let mut pages = reader.connection.prepare("PRAGMA cipher_integrity_check")?;
            if pages.query([])?.next()?.is_some() {
                return Err(StoreError::Damaged);
            }
            let verdict: String = reader.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
            if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged) }
        })
    }
}

impl Writer<'_> {
    /// Reads within the change.
    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader { connection: self.transaction }
    }

    /// Runs a part of the change that may fail without ending the rest.
    pub(crate) fn part<T>(&self, change: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.transaction.execute_batch("SAVEPOINT part")?;
        let result = change();
        if result.is_err() {
            self.transaction.execute_batch("ROLLBACK TO part")?;
        }
        self.transaction.execute_batch("RELEASE part")?;
        result
    }
}

fn in_one_state<T>(
    connection: &Connection,
    query: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Deferred)?;
    query(&Reader { connection: &transaction })
}

/// A panic elsewhere leaves no half-made change: SQLite rolls it back.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A word of an enum as JSON has it, without quotes.
pub(crate) fn word<T: serde::Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => Ok(text),
        _ => Err(StoreError::Form("word")),
    }
}

/// The enum of a word.
pub(crate) fn from_word<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    let text: StrDeserializer<'_, serde::de::value::Error> = text.into_deserializer();
    T::deserialize(text).map_err(|_| StoreError::Form("word"))
}
