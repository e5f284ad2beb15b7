//! A choice among many, with its label.

use dioxus::prelude::*;

/// A list to choose from: each option by its value and its words.
#[component]
pub(crate) fn Select(
    id: &'static str,
    label: String,
    value: String,
    options: Vec<(&'static str, String)>,
    onchoose: EventHandler<String>,
) -> Element {
    rsx! {
        div { class: "field",
            label { r#for: id, {label} }
            select { id, name: id, onchange: move |event| onchoose.call(event.value()),
                for (option , words) in options {
                    option { key: "{option}", value: option, selected: option == value, {words} }
                }
            }
        }
    }
}
