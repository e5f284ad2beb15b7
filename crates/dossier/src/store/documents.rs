//! Documents, received and made here, and their contents by hash.

use jiff::civil::{Date, DateTime};
use protocol::documents::{DocumentKind, ReceivedDocument};
use protocol::{BeneficiaryId, DocumentId};
use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, StoreError, Writer, from_word, word};

/// A document as stored.
pub(crate) struct DocumentRecord {
    pub(crate) id: DocumentId,
    pub(crate) kind: DocumentKind,
    pub(crate) title: Option<String>,
    pub(crate) people: Vec<BeneficiaryId>,
    pub(crate) date: Date,
    pub(crate) made_at: Option<DateTime>,
    pub(crate) bytes: Option<u64>,
    pub(crate) available: bool,
}

/// A document made on the device.
pub(crate) struct MadeDocument {
    pub(crate) id: DocumentId,
    pub(crate) kind: DocumentKind,
    pub(crate) title: Option<String>,
    pub(crate) people: Vec<BeneficiaryId>,
    pub(crate) made_at: DateTime,
    pub(crate) sha256: String,
    pub(crate) content: Vec<u8>,
}

/// A content that a document names and that is not here yet.
pub(crate) struct Missing {
    pub(crate) sha256: String,
    pub(crate) bytes: u64,
    /// How many of its bytes have arrived.
    pub(crate) arrived: u64,
}

const SELECT: &str = "SELECT d.id, d.kind, d.title, d.people, d.date, d.made_at, d.bytes,
    EXISTS (SELECT 1 FROM content c WHERE c.sha256 = d.sha256)
    FROM document d WHERE d.withdrawn = 0";

impl Reader<'_> {
    /// All documents, newest first.
    pub(crate) fn documents(&self) -> Result<Vec<DocumentRecord>, StoreError> {
        let mut statement =
            self.connection.prepare_cached(&format!("{SELECT} ORDER BY d.date DESC, d.made_at DESC, d.id"))?;
        let mut rows = statement.query([])?;
        let mut documents = Vec::new();
        while let Some(row) = rows.next()? {
            documents.push(record(row)?);
        }
        Ok(documents)
    }

    /// One document.
    pub(crate) fn document(&self, id: &DocumentId) -> Result<Option<DocumentRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!("{SELECT} AND d.id = ?1"))?;
        let mut rows = statement.query([id.as_str()])?;
        rows.next()?.map(record).transpose()
    }

    /// A document's bytes, when they are here.
    pub(crate) fn content_of(&self, id: &DocumentId) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT c.bytes FROM document d JOIN content c ON c.sha256 = d.sha256 WHERE d.id = ?1 AND d.withdrawn = 0",
        )?;
        Ok(statement.query_row([id.as_str()], |row| row.get(0)).optional()?)
    }

    /// Contents to fetch, newest document first.
    pub(crate) fn missing_contents(&self) -> Result<Vec<Missing>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT d.sha256, max(d.bytes), (SELECT ifnull(sum(length(p.bytes)), 0) FROM content_part p WHERE p.sha256 = d.sha256)
             FROM document d
             WHERE d.withdrawn = 0 AND d.sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM content c WHERE c.sha256 = d.sha256)
             GROUP BY d.sha256 ORDER BY max(d.date) DESC, d.sha256",
        )?;
        let rows = statement.query_map([], |row| {
            let bytes: Option<i64> = row.get(1)?;
            let arrived: i64 = row.get(2)?;
            Ok(Missing {
                sha256: row.get(0)?,
                bytes: bytes.unwrap_or(0).cast_unsigned(),
                arrived: arrived.cast_unsigned(),
            })
        })?;
        rows.map(|row| Ok(row?)).collect()
    }

    /// The pieces of a content, put together.
    pub(crate) fn arrived_bytes(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT bytes FROM content_part WHERE sha256 = ?1 ORDER BY start")?;
        let pieces = statement.query_map([sha256], |row| row.get::<_, Vec<u8>>(0))?;
        let mut whole = Vec::new();
        for piece in pieces {
            whole.append(&mut piece?);
        }
        Ok(whole)
    }
}

fn record(row: &Row<'_>) -> Result<DocumentRecord, StoreError> {
    let made_at: Option<String> = row.get(5)?;
    Ok(DocumentRecord {
        id: DocumentId::new(row.get::<_, String>(0)?),
        kind: from_word(&row.get::<_, String>(1)?)?,
        title: row.get(2)?,
        people: serde_json::from_str(&row.get::<_, String>(3)?).map_err(|_| StoreError::Form("people"))?,
        date: row.get::<_, String>(4)?.parse().map_err(|_| StoreError::Form("day"))?,
        made_at: made_at.map(|at| at.parse().map_err(|_| StoreError::Form("time"))).transpose()?,
        bytes: row.get::<_, Option<i64>>(6)?.map(i64::cast_unsigned),
        available: row.get(7)?,
    })
}

impl Writer<'_> {
    /// Keeps what is known of a document received.
    pub(crate) fn put_received_document(&self, document: &ReceivedDocument) -> Result<(), StoreError> {
        let content = document.content.as_ref();
        self.transaction
            .prepare_cached(
                "INSERT INTO document (id, kind, title, date, sha256, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, date = excluded.date,
                    sha256 = excluded.sha256, bytes = excluded.bytes, withdrawn = 0",
            )?
            .execute(params![
                document.id.as_str(),
                word(&document.kind)?,
                document.title,
                document.issued_on.to_string(),
                content.map(|content| content.sha256.as_str()),
                content.map(|content| content.bytes.cast_signed()),
            ])?;
        Ok(())
    }

    /// The service took a document back.
    pub(crate) fn document_withdrawn(&self, id: &str) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("UPDATE document SET withdrawn = 1 WHERE id = ?1 AND made_at IS NULL")?
            .execute([id])?;
        Ok(())
    }

    /// Keeps a document made here, with its bytes.
    pub(crate) fn put_made_document(&self, document: &MadeDocument) -> Result<(), StoreError> {
        self.put_content(&document.sha256, &document.content)?;
        let bytes = i64::try_from(document.content.len()).map_err(|_| StoreError::Form("document"))?;
        self.transaction
            .prepare_cached(
                "INSERT INTO document (id, kind, people, date, made_at, sha256, bytes, title)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                document.id.as_str(),
                word(&document.kind)?,
                serde_json::to_string(&document.people).map_err(|_| StoreError::Form("people"))?,
                document.made_at.date().to_string(),
                document.made_at.to_string(),
                document.sha256,
                bytes,
                document.title,
            ])?;
        Ok(())
    }

    /// A document of this kind made here before with these very bytes.
    pub(crate) fn made_before(&self, kind: DocumentKind, sha256: &str) -> Result<Option<DocumentId>, StoreError> {
        let mut statement = self.transaction.prepare_cached(
            "SELECT id FROM document WHERE sha256 = ?1 AND kind = ?2 AND made_at IS NOT NULL LIMIT 1",
        )?;
        let id = statement.query_row(params![sha256, word(&kind)?], |row| row.get::<_, String>(0)).optional()?;
        Ok(id.map(DocumentId::new))
    }

    /// Removes a document made here, and its bytes when nothing else names them. False when there is none such.
    pub(crate) fn remove_made_document(&self, id: &DocumentId) -> Result<bool, StoreError> {
        let sha256: Option<Option<String>> = self
            .transaction
            .prepare_cached("DELETE FROM document WHERE id = ?1 AND made_at IS NOT NULL RETURNING sha256")?
            .query_row([id.as_str()], |row| row.get(0))
            .optional()?;
        if let Some(Some(sha256)) = &sha256 {
            self.transaction
                .prepare_cached(
                    "DELETE FROM content WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM document WHERE sha256 = ?1)",
                )?
                .execute([sha256])?;
        }
        Ok(sha256.is_some())
    }

    /// Keeps a whole content; the caller has checked its hash.
    pub(crate) fn put_content(&self, sha256: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("INSERT INTO content (sha256, bytes) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING")?
            .execute(params![sha256, bytes])?;
        self.forget_arrived(sha256)
    }

    /// Keeps a piece of a content, after the pieces before it.
    pub(crate) fn put_piece(&self, sha256: &str, start: u64, bytes: &[u8]) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached(
                "INSERT INTO content_part (sha256, start, bytes) VALUES (?1, ?2, ?3)
                 ON CONFLICT (sha256, start) DO UPDATE SET bytes = excluded.bytes",
            )?
            .execute(params![sha256, start.cast_signed(), bytes])?;
        Ok(())
    }

    /// Drops the pieces of a content.
    pub(crate) fn forget_arrived(&self, sha256: &str) -> Result<(), StoreError> {
        self.transaction.prepare_cached("DELETE FROM content_part WHERE sha256 = ?1")?.execute([sha256])?;
        Ok(())
    }
}
