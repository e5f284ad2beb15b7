//! Long-term illnesses, when the member asks for them.

use protocol::ald::AldPage;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn ald(core: Core<'_>) -> Answer<AldPage> {
    core.ald().await
}
