//! Opening an account: the choice of the caisse.

use protocol::account::CaisseSearch;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn find_caisses(core: Core<'_>, request: String) -> Answer<CaisseSearch> {
    core.find_caisses(request).await
}

#[tauri::command]
pub(crate) async fn choose_caisse(core: Core<'_>, request: String) -> Answer<()> {
    core.choose_caisse(request).await
}
