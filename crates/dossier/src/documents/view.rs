//! Looking at a document that is here.

use protocol::documents::DocumentView;
use protocol::{ApiError, DocumentId};

use super::pages;
use crate::dossier::Dossier;
use crate::failure::Failure;
use crate::store::{DocumentRecord, StoreError};

impl Dossier {
    /// The pages of a document as pictures and as words.
    ///
    /// # Errors
    /// `NotFound`; `NotAvailableOffline` when its content has not arrived yet.
    pub async fn view_document(&self, id: DocumentId) -> Result<DocumentView, ApiError> {
        let (_, bytes) = self.content(id).await?;
        self.shown(bytes).await
    }

    /// A document and its bytes.
    pub(crate) async fn content(&self, id: DocumentId) -> Result<(DocumentRecord, Vec<u8>), ApiError> {
        let found = self.read(move |reader| Ok((reader.document(&id)?, reader.content_of(&id)?))).await?;
        match found {
            (Some(document), Some(bytes)) => Ok((document, bytes)),
            (Some(_), None) => Err(ApiError::NotAvailableOffline),
            (None, _) => Err(ApiError::NotFound),
        }
    }

    /// Draws pages on a thread that may take its time.
    pub(super) async fn shown(&self, bytes: Vec<u8>) -> Result<DocumentView, ApiError> {
        let drawn = tokio::task::spawn_blocking(move || pages::draw(bytes)).await;
        let drawn =
            drawn.map_err(|_| Failure::Store(StoreError::Ending)).and_then(|drawn| drawn.map_err(Failure::Document));
        drawn.map_err(|failure| self.inner.answer_for(failure))
    }
}
