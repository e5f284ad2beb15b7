//! Where synchronisation stands: the cursor, the versions known, and what is kept aside for later.

use jiff::civil::DateTime;
use protocol::sync::{Change, Cursor};
use rusqlite::{OptionalExtension, params};
use serde_json::value::RawValue;

use super::{Reader, StoreError, Writer};

/// Whether a change says something new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Newness {
    /// Its version is newer than the one known.
    New,
    /// It was known already, or something newer was.
    Known,
}

/// Whether anything is kept aside at all: mostly nothing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Aside {
    /// Nothing.
    #[default]
    Nothing,
    /// Something.
    Something,
}

impl Reader<'_> {
    /// How far the member's changes were applied.
    pub(crate) fn cursor(&self) -> Result<Cursor, StoreError> {
        let cursor: i64 =
            self.connection.prepare_cached("SELECT cursor FROM sync_state")?.query_row([], |row| row.get(0))?;
        Ok(Cursor(cursor.cast_unsigned()))
    }

    /// When the file last held all that the service had.
    pub(crate) fn complete_at(&self) -> Result<Option<DateTime>, StoreError> {
        let text: Option<String> =
            self.connection.prepare_cached("SELECT complete_at FROM sync_state")?.query_row([], |row| row.get(0))?;
        text.map(|text| text.parse().map_err(|_| StoreError::Form("time"))).transpose()
    }

    /// Whether anything is kept aside.
    pub(crate) fn keeps_aside(&self) -> Result<Aside, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM kept_aside)")?;
        let something: bool = statement.query_row([], |row| row.get(0))?;
        Ok(if something { Aside::Something } else { Aside::Nothing })
    }

    /// Changes kept aside, by kind and id.
    pub(crate) fn kept_aside(&self) -> Result<Vec<Change>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT kind, id, version, body FROM kept_aside ORDER BY kind, id")?;
        let rows = statement.query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, i64>(2)?, row.get::<_, Option<String>>(3)?))
        })?;
        rows.map(|row| {
            let (kind, id, version, body) = row?;
            let body = body.map(RawValue::from_string).transpose().map_err(|_| StoreError::Form("body"))?;
            Ok(Change { kind, id, version: version.cast_unsigned(), body })
        })
        .collect()
    }
}

impl Writer<'_> {
    /// Moves the cursor; in the same transaction as the changes before it.
    pub(crate) fn set_cursor(&self, cursor: Cursor) -> Result<(), StoreError> {
        let mut statement = self.transaction.prepare_cached("UPDATE sync_state SET cursor = ?1")?;
        statement.execute([cursor.0.cast_signed()])?;
        Ok(())
    }

    /// The file holds all that the service has, as of now.
    pub(crate) fn set_complete_at(&self, now: DateTime) -> Result<(), StoreError> {
        let mut statement = self.transaction.prepare_cached("UPDATE sync_state SET complete_at = ?1")?;
        statement.execute([now.to_string()])?;
        Ok(())
    }

    /// Notes a version, unless the same or a newer one is known.
    pub(crate) fn note_version(&self, kind: &str, id: &str, version: u64) -> Result<Newness, StoreError> {
        let mut statement = self.transaction.prepare_cached(
            "INSERT INTO known (kind, id, version) VALUES (?1, ?2, ?3)
             ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version WHERE excluded.version > version",
        )?;
        let changed = statement.execute(params![kind, id, version.cast_signed()])?;
        Ok(if changed == 0 { Newness::Known } else { Newness::New })
    }

    /// Keeps a change that cannot be applied now, in place of an older one of the same thing.
    pub(crate) fn keep_aside(&self, change: &Change) -> Result<(), StoreError> {
        let known: Option<i64> = self
            .transaction
            .prepare_cached("SELECT version FROM known WHERE kind = ?1 AND id = ?2")?
            .query_row([&change.kind, &change.id], |row| row.get(0))
            .optional()?;
        if known.is_some_and(|known| known >= change.version.cast_signed()) {
            return Ok(());
        }
        let mut statement = self.transaction.prepare_cached(
            "INSERT INTO kept_aside (kind, id, version, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, body = excluded.body
             WHERE excluded.version > version",
        )?;
        let body = change.body.as_ref().map(|body| body.get());
        statement.execute(params![change.kind, change.id, change.version.cast_signed(), body])?;
        Ok(())
    }

    /// Forgets what was kept aside of a thing, up to a version that was applied.
    pub(crate) fn take_from_aside(&self, kind: &str, id: &str, version: u64) -> Result<(), StoreError> {
        let mut statement =
            self.transaction.prepare_cached("DELETE FROM kept_aside WHERE kind = ?1 AND id = ?2 AND version <= ?3")?;
        statement.execute(params![kind, id, version.cast_signed()])?;
        Ok(())
    }
}
