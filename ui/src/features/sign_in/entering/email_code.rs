//! Six digits by e-mail, for a device that is not trusted (A13).

use dioxus::prelude::*;
use protocol::entrance::Act;
use protocol::{Field as Entry, Secret};

use super::{StepScreen, use_way};
use crate::browser;
use crate::components::{Button, ButtonKind, Field, Look};
use crate::context::use_notice;
use crate::i18n::use_words;

#[component]
pub(super) fn EmailCode(to: String, sent: bool, again_in: u64) -> Element {
    let words = use_words();
    let way = use_way();
    let notice = use_notice();
    let mut typed = use_signal(String::new);
    let focus = if browser::is_touched() || !sent { "#screen-title" } else { "#email-code" };
    let again = rsx! {
        Button {
            label: words.say("entering.email_code.again"),
            look: if sent { Look::Quiet } else { Look::Primary },
            disabled: way.attempt.is_busy() || way.wait > 0,
            onpress: move |()| {
                typed.set(String::new());
                way.go_on_then(Act::SendEmailCode, move || notice.say(words.say("entering.sent").to_owned()));
            },
        }
    };
    if !sent {
        let (title, text) = if again_in > 0 {
            ("entering.email_code.too_many", "entering.email_code.too_many.text")
        } else {
            ("entering.email_code.title", "entering.email_code.not_sent")
        };
        let minutes = again_in.div_ceil(60).to_string();
        return rsx! {
            StepScreen {
                name: "step_email_code_none",
                title: words.say(title),
                text: words.fill(text, &[("to", &to), ("minutes", &minutes)]),
                way,
                {again}
            }
        };
    }
    rsx! {
        StepScreen {
            name: "step_email_code",
            title: words.say("entering.email_code.title"),
            text: words.fill("entering.email_code.text", &[("to", &to)]),
            way,
            focus,
            form {
                class: "card card-form",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    way.go_on(Act::EnterEmailCode { digits: Secret::new(typed.peek().clone()) });
                },
                Field {
                    id: "email-code",
                    label: words.say("entering.email_code.label"),
                    hint: words.say("entering.email_code.hint").to_owned(),
                    value: typed(),
                    error: way.error_of(Entry::EmailCode),
                    inputmode: "numeric",
                    autocomplete: "one-time-code",
                    maxlength: 12,
                    oninput: move |text| {
                        way.attempt.forget_error();
                        typed.set(text);
                    },
                }
                Button {
                    label: words.say("entering.continue"),
                    kind: ButtonKind::Submit,
                    busy: way.attempt.is_busy(),
                }
                {again}
            }
        }
    }
}
