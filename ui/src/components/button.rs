//! Buttons: 48 px at least, busy while their command runs.

use dioxus::prelude::*;

use super::{Icon, IconView};

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Look {
    /// The one thing to do here.
    #[default]
    Primary,
    /// Another thing to do.
    Quiet,
    /// It takes something away.
    Danger,
    /// Words only.
    Plain,
    /// An icon only; the label is for screen readers.
    Icon,
}

/// Whether Enter in the form presses it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ButtonKind {
    /// Only a press on it.
    #[default]
    Press,
    /// Enter in its form as well.
    Submit,
}

/// A button.
#[component]
pub(crate) fn Button(
    label: String,
    #[props(default)] look: Look,
    #[props(default)] kind: ButtonKind,
    icon: Option<Icon>,
    #[props(default)] busy: bool,
    #[props(default)] disabled: bool,
    busy_label: Option<String>,
    #[props(default)] onpress: EventHandler<()>,
) -> Element {
    let class = match look {
        Look::Primary => "button",
        Look::Quiet => "button quiet",
        Look::Danger => "button danger",
        Look::Plain => "button plain",
        Look::Icon => "button bare",
    };
    let r#type = match kind {
        ButtonKind::Press => "button",
        ButtonKind::Submit => "submit",
    };
    let named = (look == Look::Icon).then(|| label.clone());
    let shown = if busy { busy_label.unwrap_or_else(|| label.clone()) } else { label.clone() };
    rsx! {
        button {
            class,
            r#type,
            // A button at work keeps the keyboard: to disable it would drop the focus.
            disabled: disabled && !busy,
            aria_disabled: busy.then_some("true"),
            aria_busy: busy.then_some("true"),
            title: named.clone(),
            aria_label: named,
            onclick: move |_| {
                if kind == ButtonKind::Press && !busy {
                    onpress.call(());
                }
            },
            if busy {
                span { class: "spinner", aria_hidden: "true" }
            } else if let Some(icon) = icon {
                IconView { icon }
            }
            if look != Look::Icon {
                span { {shown} }
            }
        }
    }
}
