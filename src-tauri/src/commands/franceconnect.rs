//! FranceConnect, in the system's browser.

use protocol::Secret;
use protocol::franceconnect::FranceConnectAnswer;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn franceconnect(core: Core<'_>) -> Answer<FranceConnectAnswer> {
    core.franceconnect().await
}

#[tauri::command]
pub(crate) async fn open_franceconnect_again(core: Core<'_>) -> Answer<()> {
    core.open_franceconnect_again().await
}

#[tauri::command]
pub(crate) async fn leave_franceconnect(core: Core<'_>) -> Answer<()> {
    core.leave_franceconnect().await
}

#[tauri::command]
pub(crate) async fn choose_device_code(core: Core<'_>, request: Secret) -> Answer<()> {
    core.choose_device_code(request).await
}
