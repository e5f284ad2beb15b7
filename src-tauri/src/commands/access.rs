//! Devices of the account, and who was in it.

use protocol::DeviceId;
use protocol::access::AccessLog;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn access_log(core: Core<'_>) -> Answer<AccessLog> {
    core.access_log().await
}

#[tauri::command]
pub(crate) async fn end_device(core: Core<'_>, request: DeviceId) -> Answer<()> {
    core.end_device(request).await
}

#[tauri::command]
pub(crate) async fn note_printed(core: Core<'_>) -> Answer<()> {
    core.note_printed().await
}
