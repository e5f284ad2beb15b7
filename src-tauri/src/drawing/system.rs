//! Elsewhere the system draws the window as it likes.

use tauri::Wry;
use tauri::plugin::{Builder, TauriPlugin};

/// Nothing to prepare.
pub(crate) fn prepare() {}

/// Chooses nothing.
pub(crate) fn plugin() -> TauriPlugin<Wry> {
    Builder::new("drawing").build()
}
