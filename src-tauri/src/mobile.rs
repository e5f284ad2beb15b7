//! What only a phone or tablet has. Sharing goes through the interface's own share sheet there.

use protocol::documents::SavedCopy;
use tauri::{AppHandle, Builder, Wry};

/// Adds what only a phone or tablet has.
pub(crate) fn plugins(builder: Builder<Wry>) -> Builder<Wry> {
    builder.plugin(tauri_plugin_opener::init())
}

/// Nothing to show: a phone has no file manager window; the interface says where the copy is.
pub(crate) fn show(_app: &AppHandle, _copy: &SavedCopy) {}
