//! The member’s own information, masked until asked for.

use protocol::profile::{ProfileChange, ProfileView, Reveal};

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn profile(core: Core<'_>) -> Answer<ProfileView> {
    core.profile().await
}

#[tauri::command]
pub(crate) async fn reveal(core: Core<'_>, request: Reveal) -> Answer<String> {
    core.reveal(request).await
}

#[tauri::command]
pub(crate) async fn change_profile(core: Core<'_>, request: ProfileChange) -> Answer<()> {
    core.change_profile(request).await
}
