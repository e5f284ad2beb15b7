//! The other language, at a press: for those who cannot read the first screens in the one they are in.

use dioxus::prelude::*;
use protocol::settings::{Language, Settings};
use protocol::sync::Tag;

use super::{Button, Look};
use crate::bridge;
use crate::command::use_command;
use crate::context::{use_changes, use_session};
use crate::i18n::use_words;

/// Offers the language that is not on the screen, by its own name.
#[component]
pub(super) fn LanguageSwitch() -> Element {
    let words = use_words();
    let changes = use_changes();
    let save = use_command();
    let Some(session) = use_session().ready() else { return rsx! {} };
    let (name, code, language) = match words.0 {
        Language::French => ("settings.language.en", "en", Language::English),
        Language::English => ("settings.language.fr", "fr", Language::French),
    };
    let settings = Settings { language, ..session.settings.clone() };
    rsx! {
        div { class: "language-switch", lang: code,
            Button {
                label: words.say(name),
                look: Look::Plain,
                busy: save.is_busy(),
                onpress: move |()| save.run(bridge::settings(settings.clone()), move |()| changes.say(&[Tag::Session])),
            }
        }
    }
}
