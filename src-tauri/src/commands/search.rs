//! Search over all that is on the device.

use protocol::search::{Found, SearchRequest};

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn search(core: Core<'_>, request: SearchRequest) -> Answer<Found> {
    core.search(request).await
}
