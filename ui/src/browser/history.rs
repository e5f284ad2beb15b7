//! The window's history: its back button leads through the screens.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The address now.
pub(crate) fn current_path() -> String {
    super::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// A new address, behind which the back button finds the present one.
pub(crate) fn push_path(path: &str) {
    if let Some(history) = super::window().and_then(|window| window.history().ok()) {
        // Refused only when called hundreds of times in seconds: the screen changes all the same.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// Another address in place of the present one.
pub(crate) fn replace_path(path: &str) {
    if let Some(history) = super::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// Calls `moved` when the window goes back or forward.
pub(crate) fn on_history_change(moved: impl FnMut() + 'static) {
    let Some(window) = super::window() else { return };
    let moved = Closure::<dyn FnMut()>::new(moved);
    let _ = window.add_event_listener_with_callback("popstate", moved.as_ref().unchecked_ref());
    moved.forget();
}
