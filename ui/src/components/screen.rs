//! A screen: its landmark, its one heading of the first level, and where the keyboard starts.

use dioxus::prelude::*;

use super::Logo;
use super::language_switch::LanguageSwitch;
use crate::browser;

/// A screen of the open account. `ready` once its first question is answered.
#[component]
pub(crate) fn Screen(
    name: &'static str,
    title: String,
    ready: bool,
    #[props(default)] panes: bool,
    #[props(default)] detail: bool,
    #[props(default = "#screen-title")] focus: &'static str,
    children: Element,
) -> Element {
    use_effect(move || {
        browser::scroll_to_top();
        if !detail {
            browser::focus(focus);
        }
    });
    rsx! {
        main {
            id: "content",
            class: if panes { "screen panes" } else { "screen single" },
            "data-screen": name,
            "data-ready": ready.then_some("true"),
            "data-detail": detail.then_some("true"),
            aria_busy: (!ready).then_some("true"),
            aria_label: title,
            {children}
        }
    }
}

/// A screen before the account is open: one column, our mark above it.
#[component]
pub(crate) fn OuterScreen(
    name: &'static str,
    title: String,
    #[props(default = "#screen-title")] focus: &'static str,
    children: Element,
) -> Element {
    // One screen may take another's place without a new component.
    use_effect(use_reactive!(|name, focus| {
        let _ = name;
        browser::scroll_to_top();
        browser::focus(focus);
    }));
    rsx! {
        main { id: "content", class: "outer", "data-screen": name, "data-ready": "true",
            div { class: "outer-column",
                div { class: "outer-mark", Logo {} }
                h1 { id: "screen-title", tabindex: "-1", {title} }
                {children}
                LanguageSwitch {}
            }
        }
    }
}
