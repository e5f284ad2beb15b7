//! The only door to the shell: its commands as functions, its event as a channel.

mod commands;
mod money;
mod tauri;

use futures_channel::mpsc::{UnboundedReceiver, unbounded};
use protocol::sync::Tag;

pub(crate) use commands::*;
pub(crate) use money::*;

/// Whether the page runs inside the app.
pub(crate) fn is_available() -> bool {
    tauri::core().is_some()
}

/// What changed in the store, as it changes.
pub(crate) fn changes() -> UnboundedReceiver<Vec<Tag>> {
    let (sender, receiver) = unbounded();
    tauri::listen("changed", move |payload| {
        if let Ok(tags) = tauri::read(payload) {
            // Nobody listens any more only when the page is being closed.
            let _ = sender.unbounded_send(tags);
        }
    });
    receiver
}
