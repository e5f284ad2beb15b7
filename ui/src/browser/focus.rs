//! Where the keyboard is.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

/// A way along a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To the next element.
    Next,
    /// To the one before.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// Moves the keyboard to the first element that matches.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = super::find(selector) {
        // Fails only for an element that has left the page.
        let _ = element.focus();
    }
}

/// Whether the keyboard is on something that matches.
pub(crate) fn is_on(selector: &str) -> bool {
    let active = super::document().and_then(|document| document.active_element());
    active.is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// Moves the keyboard from one of the elements that match to another of them; it stays at the ends.
pub(crate) fn focus_neighbour(selector: &str, step: Step) {
    let Some(document) = super::document() else { return };
    let Ok(list) = document.query_selector_all(selector) else { return };
    let active: Option<Node> = document.active_element().and_then(|element| element.dyn_into().ok());
    let here = (0..list.length()).find(|at| list.item(*at) == active);
    let last = list.length().saturating_sub(1);
    let there = match (step, here) {
        (Step::First, _) | (Step::Next, None) => 0,
        (Step::Last, _) | (Step::Previous, None) => last,
        (Step::Next, Some(at)) => (at + 1).min(last),
        (Step::Previous, Some(at)) => at.saturating_sub(1),
    };
    if let Some(element) = list.item(there).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether the device is used with the fingers: a field that takes the focus then makes a keyboard slide over the
/// screen.
pub(crate) fn is_touched() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|query| query.matches())
}
