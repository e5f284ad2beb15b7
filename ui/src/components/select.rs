//! A list to choose one thing from, with its label, hint and error.

use dioxus::prelude::*;
use protocol::ApiError;

use crate::i18n::{problem_words, use_words};

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Under this heading; empty for none.
    pub(crate) group: &'static str,
    pub(crate) value: String,
    pub(crate) label: String,
}

/// A labelled list; `empty` stands for nothing chosen yet.
#[component]
pub(crate) fn Select(
    id: &'static str,
    label: String,
    hint: Option<String>,
    empty: Option<String>,
    choices: Vec<Choice>,
    value: String,
    error: Option<ApiError>,
    onchoose: EventHandler<String>,
) -> Element {
    let words = use_words();
    let mut groups: Vec<&'static str> = choices.iter().map(|choice| choice.group).collect();
    groups.dedup();
    let described = if hint.is_some() { format!("{id}-hint {id}-error") } else { format!("{id}-error") };
    rsx! {
        div { class: "field",
            label { r#for: id, {label} }
            if let Some(hint) = hint {
                p { id: "{id}-hint", class: "hint", {hint} }
            }
            select {
                id,
                name: id,
                aria_invalid: error.as_ref().map(|_| "true"),
                aria_describedby: described,
                onchange: move |event| onchoose.call(event.value()),
                if let Some(empty) = empty {
                    option { value: "", selected: value.is_empty(), {empty} }
                }
                for group in groups {
                    if group.is_empty() {
                        for choice in choices.iter().filter(|choice| choice.group == group) {
                            Item { key: "{choice.value}", choice: choice.clone(), chosen: choice.value == value }
                        }
                    } else {
                        optgroup { key: "{group}", label: group,
                            for choice in choices.iter().filter(|choice| choice.group == group) {
                                Item { key: "{choice.value}", choice: choice.clone(), chosen: choice.value == value }
                            }
                        }
                    }
                }
            }
            div { id: "{id}-error", class: "field-error", role: "alert",
                if let Some(error) = &error {
                    p { {problem_words(words, error)} }
                }
            }
        }
    }
}

#[component]
fn Item(choice: Choice, chosen: bool) -> Element {
    rsx! {
        option { value: choice.value, selected: chosen, {choice.label} }
    }
}
