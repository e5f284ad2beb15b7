//! A code to be chosen, typed twice. It lives here until it is handed over, and is wiped when the form goes.

use dioxus::prelude::*;
use protocol::{ApiError, Field as Entry, Problem, Secret};

use crate::browser;
use crate::command::Command;
use crate::components::{Button, ButtonKind, CodeStrength, Field, FieldKind};
use crate::i18n::{problem_field, use_words};

/// The form; `onchoose` when both entries are the same.
#[component]
pub(super) fn CodeTwice(attempt: Command, onchoose: EventHandler<Secret>) -> Element {
    let words = use_words();
    let mut code = use_signal(String::new);
    let mut again = use_signal(String::new);
    let mut differ = use_signal(|| false);
    use_drop(move || {
        for mut typed in [code, again] {
            drop(Secret::new(std::mem::take(&mut *typed.write())));
        }
    });
    rsx! {
        form {
            class: "card card-form",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                let same = *code.peek() == *again.peek();
                differ.set(!same);
                if same {
                    onchoose.call(Secret::new(code.peek().clone()));
                } else {
                    browser::focus("#new-code-again");
                }
            },
            Field {
                id: "new-code",
                label: words.say("entering.new_code.label"),
                hint: words.say("entering.new_code.hint").to_owned(),
                value: code(),
                error: attempt.error().filter(|error| problem_field(error) == Some(Entry::NewCode)),
                inputmode: "numeric",
                autocomplete: "new-password",
                maxlength: 26,
                kind: FieldKind::Secret,
                oninput: move |text| {
                    attempt.forget_error();
                    differ.set(false);
                    code.set(text);
                },
            }
            CodeStrength { code: code() }
            Field {
                id: "new-code-again",
                label: words.say("entering.new_code.again"),
                value: again(),
                error: differ().then_some(ApiError::Invalid {
                    field: Entry::NewCodeAgain,
                    problem: Problem::Different,
                }),
                inputmode: "numeric",
                autocomplete: "new-password",
                maxlength: 26,
                kind: FieldKind::Secret,
                oninput: move |text| {
                    differ.set(false);
                    again.set(text);
                },
            }
            Button { label: words.say("entering.continue"), kind: ButtonKind::Submit, busy: attempt.is_busy() }
        }
    }
}
