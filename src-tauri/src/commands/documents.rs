//! Documents received, and attestations and statements made on the device.

use protocol::DocumentId;
use protocol::documents::{AttestationRequest, DocumentRow, DocumentView, SavedCopy};
use protocol::statements::{StatementPeriod, StatementsPage};

use tauri::AppHandle;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn documents(core: Core<'_>) -> Answer<Vec<DocumentRow>> {
    core.documents().await
}

#[tauri::command]
pub(crate) async fn preview_attestation(core: Core<'_>, request: AttestationRequest) -> Answer<DocumentView> {
    core.preview_attestation(request).await
}

#[tauri::command]
pub(crate) async fn make_attestation(core: Core<'_>, request: AttestationRequest) -> Answer<DocumentId> {
    core.make_attestation(request).await
}

#[tauri::command]
pub(crate) async fn statements(core: Core<'_>, request: u16) -> Answer<StatementsPage> {
    core.statements(request).await
}

#[tauri::command]
pub(crate) async fn preview_statement(core: Core<'_>, request: StatementPeriod) -> Answer<DocumentView> {
    core.preview_statement(request).await
}

#[tauri::command]
pub(crate) async fn make_statement(core: Core<'_>, request: StatementPeriod) -> Answer<DocumentId> {
    core.make_statement(request).await
}

#[tauri::command]
pub(crate) async fn view_document(core: Core<'_>, request: DocumentId) -> Answer<DocumentView> {
    core.view_document(request).await
}

#[tauri::command]
pub(crate) async fn save_document(core: Core<'_>, request: DocumentId) -> Answer<SavedCopy> {
    core.save_document(request).await
}

#[tauri::command]
pub(crate) async fn remove_document(core: Core<'_>, request: DocumentId) -> Answer<()> {
    core.remove_document(request).await
}

/// A copy outside the store, shown where the system can hand it on.
#[tauri::command]
pub(crate) async fn share_document(app: AppHandle, core: Core<'_>, request: DocumentId) -> Answer<SavedCopy> {
    let copy = core.share_document(request).await?;
    crate::platform::show(&app, &copy);
    Ok(copy)
}
