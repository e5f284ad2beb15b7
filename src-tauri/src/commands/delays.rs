//! How long the caisse takes.

use protocol::delays::DelaysPage;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn delays(core: Core<'_>) -> Answer<DelaysPage> {
    core.delays().await
}
