//! A word in a small frame.

use dioxus::prelude::*;

/// What the word is about; the colour only repeats it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    /// A fact.
    #[default]
    Plain,
    /// All is well.
    Good,
    /// Something is awaited.
    Wait,
    /// Something is due or over.
    Due,
}

/// A word in a small frame.
#[component]
pub(crate) fn Tag(text: String, #[props(default)] tone: Tone) -> Element {
    let class = match tone {
        Tone::Plain => "tag",
        Tone::Good => "tag good",
        Tone::Wait => "tag wait",
        Tone::Due => "tag due",
    };
    rsx! {
        span { class, {text} }
    }
}
