//! What the page can do: time, focus, dialogs, history, printing, language and colours of the document.

mod dialogs;
mod focus;
mod history;

use protocol::settings::{Language, Theme};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Event, HtmlElement, Window};

pub(crate) use dialogs::{close_dialog, open_dialog};
pub(crate) use focus::{Step, focus, focus_neighbour, is_on, is_touched};
pub(crate) use history::{current_path, on_history_change, push_path, replace_path};

/// Waits so many milliseconds.
pub(crate) async fn sleep(milliseconds: i32) {
    let Some(window) = web_sys::window() else { return };
    let wait = js_sys::Promise::new(&mut |resolve, _| {
        // Refused only by a page that is being closed: nobody waits any more then.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = JsFuture::from(wait).await;
}

/// Milliseconds on the device's clock, for distances between two moments.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}

/// Opens the system's dialog for printing.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // The print style sheet decides what comes on paper; a window that cannot print does nothing.
        let _ = window.print();
    }
}

/// Takes the frame that `index.html` paints before the module is ready off the page.
pub(crate) fn clear_first_frame() {
    if let Some(frame) = document().and_then(|document| document.get_element_by_id("first-frame")) {
        frame.remove();
    }
}

/// Sets the page's language and title, for screen readers and the window.
pub(crate) fn set_language(language: Language, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    let code = match language {
        Language::French => "fr",
        Language::English => "en",
    };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", code);
    }
}

/// Sets the colours; `System` leaves them to the system.
pub(crate) fn set_theme(theme: Theme) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}

/// Shows the top of the page again.
pub(crate) fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls `heard` at each press of a key, a finger or a mouse button.
pub(crate) fn on_activity(heard: impl FnMut() + 'static) {
    on_window(&["pointerdown", "keydown", "wheel"], heard);
}

/// Calls `heard` when the window comes to the front again.
pub(crate) fn on_return(mut heard: impl FnMut() + 'static) {
    on_window(&["focus", "visibilitychange"], move || {
        let hidden = document().and_then(|document| property(&document, "hidden"));
        if hidden != Some(JsValue::TRUE) {
            heard();
        }
    });
}

/// Calls `pressed` at Ctrl+K (or Cmd+K), and at « / » where no text is typed; not while a question stands over the page.
/// What the key would do otherwise is left out when `pressed` is true.
pub(crate) fn on_search_key(mut pressed: impl FnMut() -> bool + 'static) {
    let Some(window) = web_sys::window() else { return };
    let heard = move |event: Event| {
        let key = property(&event, "key").and_then(|key| key.as_string()).unwrap_or_default();
        let held = |name| property(&event, name) == Some(JsValue::TRUE);
        let control = held("ctrlKey") || held("metaKey");
        let wanted = match key.as_str() {
            "k" => control && !held("altKey") && !held("shiftKey"),
            "/" => !control && !is_on("input, select, textarea"),
            _ => false,
        };
        if wanted && find("dialog[open]").is_none() && pressed() {
            event.prevent_default();
        }
    };
    let heard = wasm_bindgen::closure::Closure::<dyn FnMut(Event)>::new(heard);
    let _ = window.add_event_listener_with_callback("keydown", heard.as_ref().unchecked_ref());
    heard.forget();
}

fn on_window(events: &[&str], heard: impl FnMut() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let heard = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(heard);
    for event in events {
        let _ = window.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
    }
    heard.forget();
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// A property of a script object; `None` when there is none.
pub(crate) fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())
}
