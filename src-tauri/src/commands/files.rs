//! Files of work accidents and occupational diseases.

use protocol::files::FilesPage;

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn files(core: Core<'_>) -> Answer<FilesPage> {
    core.files().await
}
