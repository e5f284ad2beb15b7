//! The list of documents, newest first.

use protocol::access::Access;
use protocol::documents::DocumentRow;
use protocol::sync::Tag;
use protocol::{ApiError, DocumentId};

use crate::dossier::Dossier;
use crate::payments::Names;
use crate::store::{DocumentRecord, Reader, StoreError};

impl Dossier {
    /// All documents on this device.
    ///
    /// # Errors
    /// When no account is open.
    pub async fn documents(&self) -> Result<Vec<DocumentRow>, ApiError> {
        self.read(list).await
    }

    /// Removes a document made on this device.
    ///
    /// # Errors
    /// `NotFound` for one that is not here, or that the caisse sent.
    pub async fn remove_document(&self, id: DocumentId) -> Result<(), ApiError> {
        let removed = self.write(move |writer| writer.remove_made_document(&id)).await?;
        if !removed {
            return Err(ApiError::NotFound);
        }
        self.inner.notices.tell(&[Tag::Documents]);
        self.note_document(Access::DocumentErased).await
    }
}

pub(crate) fn list(reader: &Reader<'_>) -> Result<Vec<DocumentRow>, StoreError> {
    let names = Names::of(&reader.all_people()?);
    Ok(reader.documents()?.into_iter().map(|document| row(document, &names)).collect())
}

fn row(document: DocumentRecord, names: &Names) -> DocumentRow {
    DocumentRow {
        people: names.short(&document.people),
        id: document.id,
        kind: document.kind,
        title: document.title,
        date: document.date,
        made_at: document.made_at,
        available: document.available,
        bytes: document.bytes,
    }
}
