//! Opening an account, step by step.

use protocol::opening::{ContinueOpening, Opening, OpeningAnswer, OpeningDraft};

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn opening(core: Core<'_>) -> Answer<Option<Opening>> {
    core.opening().await
}

#[tauri::command]
pub(crate) async fn keep_opening(core: Core<'_>, request: OpeningDraft) -> Answer<()> {
    core.keep_opening(request).await
}

#[tauri::command]
pub(crate) async fn continue_opening(core: Core<'_>, request: ContinueOpening) -> Answer<OpeningAnswer> {
    core.continue_opening(request).await
}

#[tauri::command]
pub(crate) async fn opening_letter(core: Core<'_>) -> Answer<()> {
    core.opening_letter().await
}

#[tauri::command]
pub(crate) async fn leave_opening(core: Core<'_>) -> Answer<()> {
    core.leave_opening().await
}
