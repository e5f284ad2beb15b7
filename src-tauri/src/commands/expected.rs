//! Refunds that the member expects.

use protocol::NotedId;
use protocol::expected::{ExpectedDetail, ExpectedPage, NoteCare, TieCare};

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn expected(core: Core<'_>) -> Answer<ExpectedPage> {
    core.expected().await
}

#[tauri::command]
pub(crate) async fn expected_care(core: Core<'_>, request: NotedId) -> Answer<ExpectedDetail> {
    core.expected_care(request).await
}

#[tauri::command]
pub(crate) async fn note_care(core: Core<'_>, request: NoteCare) -> Answer<NotedId> {
    core.note_care(request).await
}

#[tauri::command]
pub(crate) async fn forget_care(core: Core<'_>, request: NotedId) -> Answer<()> {
    core.forget_care(request).await
}

#[tauri::command]
pub(crate) async fn tie_care(core: Core<'_>, request: TieCare) -> Answer<()> {
    core.tie_care(request).await
}
