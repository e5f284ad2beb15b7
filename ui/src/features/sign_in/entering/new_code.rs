//! A code of one's own, in place of a provisional or an expired one (A11).

use dioxus::prelude::*;
use protocol::entrance::{Act, ChooseBecause};
use protocol::{ApiError, Field as Entry, Problem, Secret};

use super::{StepScreen, use_way};
use crate::browser;
use crate::components::{Button, ButtonKind, CodeStrength, Field, FieldKind};
use crate::i18n::use_words;

#[component]
pub(super) fn NewCode(because: ChooseBecause) -> Element {
    let words = use_words();
    let way = use_way();
    let mut code = use_signal(String::new);
    let mut again = use_signal(String::new);
    let mut differ = use_signal(|| false);
    use_drop(move || {
        for mut typed in [code, again] {
            drop(Secret::new(std::mem::take(&mut *typed.write())));
        }
    });
    let (title, text) = match because {
        ChooseBecause::Provisional => ("entering.new_code.provisional", "entering.new_code.provisional.text"),
        ChooseBecause::Expired => ("entering.new_code.expired", "entering.new_code.expired.text"),
    };
    let focus = if browser::is_touched() { "#screen-title" } else { "#new-code" };
    rsx! {
        StepScreen { name: "step_new_code", title: words.say(title), text: words.say(text), way, focus,
            form {
                class: "card card-form",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let same = *code.peek() == *again.peek();
                    differ.set(!same);
                    if same {
                        way.go_on(Act::ChooseCode { code: Secret::new(code.peek().clone()) });
                    } else {
                        browser::focus("#new-code-again");
                    }
                },
                Field {
                    id: "new-code",
                    label: words.say("entering.new_code.label"),
                    hint: words.say("entering.new_code.hint").to_owned(),
                    value: code(),
                    error: way.error_of(Entry::NewCode),
                    inputmode: "numeric",
                    autocomplete: "new-password",
                    maxlength: 26,
                    kind: FieldKind::Secret,
                    oninput: move |text| {
                        way.attempt.forget_error();
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
                Button { label: words.say("entering.continue"), kind: ButtonKind::Submit, busy: way.attempt.is_busy() }
            }
        }
    }
}
