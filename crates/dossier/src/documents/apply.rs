//! A document of the caisse as it arrives. Its content comes apart.

use protocol::documents::ReceivedDocument;

use crate::store::{StoreError, Writer};

/// Takes a document, or takes it away.
pub(crate) fn take_document(writer: &Writer<'_>, id: &str, body: Option<&str>) -> Result<(), StoreError> {
    let Some(body) = body else { return writer.document_withdrawn(id) };
    let document: ReceivedDocument = serde_json::from_str(body).map_err(|_| StoreError::Form("document"))?;
    let hash_is_one = document.content.as_ref().is_none_or(|content| {
        content.sha256.len() == 64 && content.sha256.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    });
    if document.id.as_str() != id || !hash_is_one {
        return Err(StoreError::Form("document"));
    }
    writer.put_received_document(&document)
}
