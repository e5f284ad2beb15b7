//! A line to type in, with its label, hint and error.

use dioxus::prelude::*;
use protocol::ApiError;

use crate::i18n::{problem_words, use_words};

/// What is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum FieldKind {
    /// Numbers and capital letters.
    #[default]
    Capitals,
    /// Words and addresses.
    Words,
    /// A code: nobody reads it over a shoulder.
    Secret,
}

/// A labelled entry; `error` is what is wrong with it.
#[component]
pub(crate) fn Field(
    id: &'static str,
    label: String,
    hint: Option<String>,
    value: String,
    error: Option<ApiError>,
    #[props(default = "text")] inputmode: &'static str,
    #[props(default = "off")] autocomplete: &'static str,
    maxlength: Option<u16>,
    #[props(default)] kind: FieldKind,
    oninput: EventHandler<String>,
) -> Element {
    let words = use_words();
    let described = match (&hint, &error) {
        (Some(_), Some(_)) => Some(format!("{id}-hint {id}-error")),
        (Some(_), None) => Some(format!("{id}-hint")),
        (None, Some(_)) => Some(format!("{id}-error")),
        (None, None) => None,
    };
    rsx! {
        div { class: "field",
            label { r#for: id, {label} }
            if let Some(hint) = hint {
                p { id: "{id}-hint", class: "hint", {hint} }
            }
            input {
                id,
                name: id,
                r#type: if kind == FieldKind::Secret { "password" } else { "text" },
                inputmode,
                autocomplete,
                autocapitalize: if kind == FieldKind::Capitals { "characters" } else { "off" },
                spellcheck: "false",
                maxlength: maxlength.map(|length| length.to_string()),
                value,
                aria_invalid: error.as_ref().map(|_| "true"),
                aria_describedby: described,
                oninput: move |event| oninput.call(event.value()),
            }
            div { id: "{id}-error", class: "field-error", role: "alert",
                if let Some(error) = &error {
                    p { {problem_words(words, error)} }
                }
            }
        }
    }
}
