//! Opening an account: the choice of the caisse.

use protocol::Secret;
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

#[tauri::command]
pub(crate) async fn close_account(core: Core<'_>, request: Secret) -> Answer<()> {
    core.close_account(request).await
}
