//! The messages as `boot.js` has read them: files beside the module, so that words do not make it larger.

use protocol::settings::Language;

use crate::browser::property;

/// The file of a language; read once, and kept as long as the page.
pub(super) fn text(language: Language) -> &'static str {
    let name = match language {
        Language::French => "messagesFr",
        Language::English => "messagesEn",
    };
    let text = web_sys::window().and_then(|window| property(&window, name)?.as_string()).unwrap_or_default();
    Box::leak(text.into_boxed_str())
}
