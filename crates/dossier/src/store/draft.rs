//! A draft from before there is an account: an encrypted file of its own, with one row in it.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension};

use super::StoreError;
use super::connection::{self, Key};

/// The open file of a draft. Every call may wait for the disk.
pub(crate) struct DraftFile(Connection);

impl DraftFile {
    /// Opens the file, or makes it.
    pub(crate) fn open(path: &Path, key: &Key) -> Result<Self, StoreError> {
        let connection = connection::open_writer(path, key)?;
        connection.execute_batch(
            "CREATE TABLE IF NOT EXISTS draft (
                one  INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
                body TEXT NOT NULL
            ) STRICT;",
        )?;
        Ok(Self(connection))
    }

    /// What was kept last.
    pub(crate) fn read(&self) -> Result<Option<String>, StoreError> {
        Ok(self.0.query_row("SELECT body FROM draft", [], |row| row.get(0)).optional()?)
    }

    /// Keeps this in place of what was kept before.
    pub(crate) fn write(&self, body: &str) -> Result<(), StoreError> {
        self.0.execute("REPLACE INTO draft (one, body) VALUES (1, ?1)", [body])?;
        Ok(())
    }
}
