//! Devices of the account, and who was in it: what the service told, and what this device noted itself.

use jiff::Timestamp;
use protocol::access::{Access, AccessEvent, TrustedDevice};
use rusqlite::params;

use super::{Reader, StoreError, Writer, from_word, word};

impl Reader<'_> {
    /// Devices that the service trusts.
    pub(crate) fn devices(&self) -> Result<Vec<TrustedDevice>, StoreError> {
        self.bodies("SELECT body FROM device ORDER BY id", "device")
    }

    /// What the service noted, newest first.
    pub(crate) fn events(&self) -> Result<Vec<AccessEvent>, StoreError> {
        self.bodies("SELECT body FROM access_event ORDER BY at DESC, id DESC", "access event")
    }

    /// What this device noted, newest first: what, how many times, when.
    pub(crate) fn own_events(&self) -> Result<Vec<(Access, u32, Timestamp)>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT what, count, at FROM own_event ORDER BY at DESC, key DESC")?;
        let rows = statement
            .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?, row.get::<_, i64>(2)?)))?;
        rows.map(|row| {
            let (what, count, at) = row?;
            Ok((from_word(&what)?, count, Timestamp::from_second(at).map_err(|_| StoreError::Form("time"))?))
        })
        .collect()
    }

    pub(super) fn bodies<T: serde::de::DeserializeOwned>(
        &self,
        sql: &str,
        form: &'static str,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let bodies = statement.query_map([], |row| row.get::<_, String>(0))?;
        bodies.map(|body| serde_json::from_str(&body?).map_err(|_| StoreError::Form(form))).collect()
    }
}

impl Writer<'_> {
    /// Keeps a device, or takes it away.
    pub(crate) fn put_device(&self, id: &str, body: Option<&str>) -> Result<(), StoreError> {
        match body {
            Some(body) => self
                .transaction
                .prepare_cached(
                    "INSERT INTO device (id, body) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
                )?
                .execute([id, body])?,
            None => self.transaction.prepare_cached("DELETE FROM device WHERE id = ?1")?.execute([id])?,
        };
        Ok(())
    }

    /// Keeps what the service noted.
    pub(crate) fn put_event(&self, id: &str, at: Timestamp, body: &str) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached(
                "INSERT INTO access_event (id, at, body) VALUES (?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET at = excluded.at, body = excluded.body",
            )?
            .execute(params![id, at.as_second(), body])?;
        Ok(())
    }

    /// The service keeps it no longer.
    pub(crate) fn remove_event(&self, id: &str) -> Result<(), StoreError> {
        self.transaction.prepare_cached("DELETE FROM access_event WHERE id = ?1")?.execute([id])?;
        Ok(())
    }

    /// Notes what happens here.
    pub(crate) fn put_own_event(&self, what: Access, count: u32, at: Timestamp) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("INSERT INTO own_event (what, count, at) VALUES (?1, ?2, ?3)")?
            .execute(params![word(&what)?, count, at.as_second()])?;
        Ok(())
    }

    /// What happened here before then is remembered no longer.
    pub(crate) fn forget_own_events(&self, before: Timestamp) -> Result<(), StoreError> {
        self.transaction.prepare_cached("DELETE FROM own_event WHERE at < ?1")?.execute([before.as_second()])?;
        Ok(())
    }
}
