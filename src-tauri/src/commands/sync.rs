//! Synchronisation, at wish, and its state.

use protocol::sync::SyncStatus;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn sync_now(core: Core<'_>) -> Answer<()> {
    core.sync_now().await
}

#[tauri::command]
pub(crate) async fn sync_status(core: Core<'_>) -> Answer<SyncStatus> {
    core.sync_status().await
}
