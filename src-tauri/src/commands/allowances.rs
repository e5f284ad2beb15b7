//! Leaves and the allowances paid for them.

use protocol::allowances::LeavesPage;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn leaves(core: Core<'_>) -> Answer<LeavesPage> {
    core.leaves().await
}
