//! The first screen of an open account.

use protocol::home::Home;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn home(core: Core<'_>) -> Answer<Home> {
    core.home().await
}
