//! Care that the member noted, what they decided about it, and pictures of receipts. Nothing that is fetched touches it.

use insurance::expected::TieKind;
use protocol::expected::NotedCare;
use protocol::{CareId, NotedId};
use rusqlite::{OptionalExtension, params};

use super::{Reader, StoreError, Writer, from_word, word};

/// A picture as kept.
pub(crate) struct Picture {
    pub(crate) media_type: String,
    pub(crate) bytes: Vec<u8>,
}

/// What was decided about noted care and an act.
pub(crate) struct NotedTie {
    pub(crate) noted: NotedId,
    pub(crate) care: CareId,
    pub(crate) kind: TieKind,
}

impl Reader<'_> {
    /// All noted care.
    pub(crate) fn noted_care(&self) -> Result<Vec<NotedCare>, StoreError> {
        self.bodies("SELECT body FROM noted_care ORDER BY id", "noted care")
    }

    /// All that was decided.
    pub(crate) fn noted_ties(&self) -> Result<Vec<NotedTie>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT noted, care, kind FROM noted_tie")?;
        let rows = statement
            .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))?;
        rows.map(|row| {
            let (noted, care, kind) = row?;
            Ok(NotedTie { noted: NotedId::new(noted), care: CareId::new(care), kind: from_word(&kind)? })
        })
        .collect()
    }

    /// The noted care of which a picture is kept.
    pub(crate) fn noted_with_receipt(&self) -> Result<Vec<NotedId>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT noted FROM receipt")?;
        let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
        ids.map(|id| Ok(NotedId::new(id?))).collect()
    }

    /// The picture of a receipt.
    pub(crate) fn receipt(&self, id: &NotedId) -> Result<Option<Picture>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT media_type, bytes FROM receipt WHERE noted = ?1")?;
        let picture = |row: &rusqlite::Row<'_>| Ok(Picture { media_type: row.get(0)?, bytes: row.get(1)? });
        Ok(statement.query_row([id.as_str()], picture).optional()?)
    }
}

impl Writer<'_> {
    /// Notes care, with the picture of its receipt.
    pub(crate) fn put_noted_care(&self, care: &NotedCare, receipt: Option<&Picture>) -> Result<(), StoreError> {
        let body = serde_json::to_string(care).map_err(|_| StoreError::Form("noted care"))?;
        self.transaction
            .prepare_cached("INSERT INTO noted_care (id, body) VALUES (?1, ?2)")?
            .execute([care.id.as_str(), &body])?;
        if let Some(picture) = receipt {
            self.transaction
                .prepare_cached("INSERT INTO receipt (noted, media_type, bytes) VALUES (?1, ?2, ?3)")?
                .execute(params![care.id.as_str(), picture.media_type, picture.bytes])?;
        }
        Ok(())
    }

    /// Forgets noted care with all that belongs to it. False when there is none such.
    pub(crate) fn remove_noted_care(&self, id: &NotedId) -> Result<bool, StoreError> {
        let removed =
            self.transaction.prepare_cached("DELETE FROM noted_care WHERE id = ?1")?.execute([id.as_str()])?;
        Ok(removed > 0)
    }

    /// Keeps what was decided; of the acts that it may be, only one is it. False when there is no such noted care.
    pub(crate) fn put_noted_tie(&self, tie: &NotedTie) -> Result<bool, StoreError> {
        let known: bool = self
            .transaction
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM noted_care WHERE id = ?1)")?
            .query_row([tie.noted.as_str()], |row| row.get(0))?;
        if !known {
            return Ok(false);
        }
        if tie.kind == TieKind::Is {
            self.transaction
                .prepare_cached("DELETE FROM noted_tie WHERE kind = ?1 AND (noted = ?2 OR care = ?3)")?
                .execute(params![word(&tie.kind)?, tie.noted.as_str(), tie.care.as_str()])?;
        }
        self.transaction
            .prepare_cached(
                "INSERT INTO noted_tie (noted, care, kind) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET kind = excluded.kind",
            )?
            .execute(params![tie.noted.as_str(), tie.care.as_str(), word(&tie.kind)?])?;
        Ok(true)
    }
}
