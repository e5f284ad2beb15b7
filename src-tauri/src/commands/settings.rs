//! What the member chooses for this device.

use protocol::settings::Settings;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn settings(core: Core<'_>, request: Settings) -> Answer<()> {
    core.settings(request).await
}

#[tauri::command]
pub(crate) async fn touch(core: Core<'_>) -> Answer<()> {
    core.touch().await
}
