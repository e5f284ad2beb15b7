//! Things of which an account has few: kept as received, read all at once, one query for every kind.

use protocol::ald::Ald;
use protocol::allowances::Leave;
use protocol::debts::Debt;
use protocol::delays::ProcessingTimes;
use protocol::files::WorkFile;
use protocol::sync::kind;
use serde::de::DeserializeOwned;

use super::{Reader, StoreError, Writer};

/// What is kept this way.
pub(crate) trait Thing: DeserializeOwned {
    /// Its kind of change.
    const KIND: &'static str;
    /// Its own identifier; none for the only one of its kind.
    fn id(&self) -> Option<&str>;
}

impl Thing for Leave {
    const KIND: &'static str = kind::LEAVE;

    fn id(&self) -> Option<&str> {
        Some(self.id.as_str())
    }
}

impl Thing for WorkFile {
    const KIND: &'static str = kind::WORK_FILE;

    fn id(&self) -> Option<&str> {
        Some(self.id.as_str())
    }
}

impl Thing for Ald {
    const KIND: &'static str = kind::COVER;

    fn id(&self) -> Option<&str> {
        Some(self.id.as_str())
    }
}

impl Thing for Debt {
    const KIND: &'static str = kind::DEBT;

    fn id(&self) -> Option<&str> {
        Some(self.id.as_str())
    }
}

impl Thing for ProcessingTimes {
    const KIND: &'static str = kind::PROCESSING_TIMES;

    fn id(&self) -> Option<&str> {
        None
    }
}

/// Takes a thing as it arrives, or takes it away.
pub(crate) fn take_thing<T: Thing>(writer: &Writer<'_>, id: &str, body: Option<&str>) -> Result<(), StoreError> {
    let Some(body) = body else { return writer.remove_thing(T::KIND, id) };
    let thing: T = parse(body)?;
    if thing.id().is_some_and(|own| own != id) {
        return Err(StoreError::Form(T::KIND));
    }
    writer.put_thing(T::KIND, id, body)
}

fn parse<T: Thing>(body: &str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|_| StoreError::Form(T::KIND))
}

impl Reader<'_> {
    /// All things of a kind, by id.
    pub(crate) fn things<T: Thing>(&self) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT body FROM thing WHERE kind = ?1 ORDER BY id")?;
        let bodies = statement.query_map([T::KIND], |row| row.get::<_, String>(0))?;
        bodies.map(|body| parse(&body?)).collect()
    }
}

impl Writer<'_> {
    fn put_thing(&self, kind: &str, id: &str, body: &str) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached(
                "INSERT INTO thing (kind, id, body) VALUES (?1, ?2, ?3)
                 ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body",
            )?
            .execute([kind, id, body])?;
        Ok(())
    }

    fn remove_thing(&self, kind: &str, id: &str) -> Result<(), StoreError> {
        self.transaction.prepare_cached("DELETE FROM thing WHERE kind = ?1 AND id = ?2")?.execute([kind, id])?;
        Ok(())
    }
}
