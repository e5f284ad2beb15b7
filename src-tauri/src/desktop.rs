//! What only a computer has: one instance, a window that remembers its place, a file manager.

use std::path::Path;

use protocol::documents::SavedCopy;
use tauri::{AppHandle, Builder, Manager, Wry};
use tauri_plugin_opener::OpenerExt;

/// Adds what only a computer has.
pub(crate) fn plugins(builder: Builder<Wry>) -> Builder<Wry> {
    builder
        .plugin(tauri_plugin_single_instance::init(|app, _arguments, _folder| raise(app)))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_opener::init())
}

/// Shows a copy in the file manager, from where it can be attached to anything. Where there is none, the interface has
/// already said where the copy is.
pub(crate) fn show(app: &AppHandle, copy: &SavedCopy) {
    let path = Path::new(&copy.folder).join(&copy.file_name);
    if let Err(cause) = app.opener().reveal_item_in_dir(path) {
        tracing::warn!(%cause, "no file manager to show the copy");
    }
}

fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main")
        && let Err(cause) = window.unminimize().and_then(|()| window.set_focus())
    {
        tracing::warn!(%cause, "the window did not come forward");
    }
}
