//! The code: a field that keyboard and paste fill, dots that show how much, and a numeric pad.

use dioxus::prelude::*;
use protocol::ApiError;

use super::state::{LONGEST_CODE, SignInStore};
use crate::components::{Icon, IconView};
use crate::i18n::{problem_words, use_words};

/// Codes have at least so many digits: so many dots are drawn before anything is typed.
const SHORTEST_CODE: usize = 8;

/// The entry of a code; `error` is what is wrong with it, `ontype` hears each digit.
#[component]
pub(super) fn CodeEntry(store: SignInStore, error: Option<ApiError>, ontype: EventHandler<()>) -> Element {
    let words = use_words();
    let typed = store.code_length();
    rsx! {
        div { class: "code-entry",
            label { r#for: "code", class: "code-label", {words.say("sign_in.code")} }
            div { class: "code-box",
                input {
                    id: "code",
                    class: "code-input",
                    name: "code",
                    r#type: "password",
                    inputmode: "numeric",
                    autocomplete: "off",
                    maxlength: (LONGEST_CODE * 2).to_string(),
                    value: store.code(),
                    aria_invalid: error.as_ref().map(|_| "true"),
                    aria_describedby: "code-error code-typed",
                    oninput: move |event| {
                        ontype.call(());
                        store.type_code(&event.value());
                    },
                }
                div { class: "dots", aria_hidden: "true",
                    for at in 0..typed.max(SHORTEST_CODE) {
                        span { key: "{at}", class: if at < typed { "dot full" } else { "dot" } }
                    }
                }
            }
            p { id: "code-typed", class: "heard", {words.count("sign_in.code.typed", u64::try_from(typed).unwrap_or(0))} }
            div { id: "code-error", class: "field-error", role: "alert",
                if let Some(error) = &error {
                    p { {problem_words(words, error)} }
                }
            }
            Pad { store, ontype }
        }
    }
}

#[component]
fn Pad(store: SignInStore, ontype: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        div {
            class: "pad",
            role: "group",
            aria_label: words.say("sign_in.pad"),
            // Typing goes on when a key of the pad has the focus.
            onkeydown: move |event| match event.key() {
                Key::Character(text) => text.chars().filter(char::is_ascii_digit).for_each(|digit| store.press(digit)),
                Key::Backspace => store.erase(),
                _ => {}
            },
            for digit in "123456789".chars() {
                PadKey { key: "{digit}", store, digit, ontype }
            }
            button {
                class: "pad-key bare small",
                r#type: "button",
                onclick: move |_| store.forget_code(),
                {words.say("sign_in.pad.clear")}
            }
            PadKey { store, digit: '0', ontype }
            button {
                class: "pad-key bare",
                r#type: "button",
                aria_label: words.say("sign_in.pad.erase"),
                onclick: move |_| store.erase(),
                IconView { icon: Icon::Erase }
            }
        }
    }
}

#[component]
fn PadKey(store: SignInStore, digit: char, ontype: EventHandler<()>) -> Element {
    rsx! {
        button {
            class: "pad-key",
            r#type: "button",
            onclick: move |_| {
                ontype.call(());
                store.press(digit);
            },
            "{digit}"
        }
    }
}
