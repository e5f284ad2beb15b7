//! The e-mail address: given, and confirmed by a link that goes to it (A7, A8).

use dioxus::prelude::*;
use protocol::entrance::Act;
use protocol::{ApiError, Field as Entry, Problem};

use super::{StepScreen, Way, use_way};
use crate::browser;
use crate::components::{Button, ButtonKind, Field, FieldKind, Look};
use crate::context::{use_notice, use_return};
use crate::i18n::use_words;

/// No address is known yet.
#[component]
pub(super) fn GiveEmail() -> Element {
    let words = use_words();
    let way = use_way();
    let focus = if browser::is_touched() { "#screen-title" } else { "#email" };
    rsx! {
        StepScreen {
            name: "step_give_email",
            title: words.say("entering.email.title"),
            text: words.say("entering.email.text"),
            way,
            focus,
            EmailForm { way, ondone: |()| {} }
        }
    }
}

/// The link was sent, or can be: until it is followed, services stay closed.
#[component]
pub(super) fn ConfirmEmail(to: String) -> Element {
    let words = use_words();
    let way = use_way();
    let notice = use_notice();
    let mut changing = use_signal(|| false);
    use_return(move || {
        if !*changing.peek() {
            way.look_again();
        }
    });
    if changing() {
        return rsx! {
            StepScreen {
                name: "step_change_email",
                title: words.say("entering.email.change"),
                text: words.say("entering.email.text"),
                way,
                EmailForm { way, ondone: move |()| changing.set(false) }
                Button {
                    label: words.say("entering.email.keep"),
                    look: Look::Quiet,
                    onpress: move |()| changing.set(false),
                }
            }
        };
    }
    rsx! {
        StepScreen {
            name: "step_confirm_email",
            title: words.say("entering.confirm_email.title"),
            text: words.fill("entering.confirm_email.text", &[("to", &to)]),
            way,
            div { class: "card card-form",
                p { {words.say("entering.confirm_email.closed")} }
                Button {
                    label: words.say("entering.confirm_email.done"),
                    busy: way.attempt.is_busy(),
                    onpress: move |()| way.go_on(Act::Look),
                }
                Button {
                    label: words.say("entering.confirm_email.again"),
                    look: Look::Quiet,
                    disabled: way.attempt.is_busy() || way.wait > 0,
                    onpress: move |()| {
                        way.go_on_then(Act::SendLink, move || notice.say(words.say("entering.sent").to_owned()));
                    },
                }
                Button {
                    label: words.say("entering.email.change"),
                    look: Look::Quiet,
                    disabled: way.attempt.is_busy(),
                    onpress: move |()| {
                        way.attempt.forget_error();
                        changing.set(true);
                    },
                }
            }
        }
    }
}

/// The address, typed twice.
#[component]
fn EmailForm(way: Way, ondone: EventHandler<()>) -> Element {
    let words = use_words();
    let mut email = use_signal(String::new);
    let mut again = use_signal(String::new);
    let mut differ = use_signal(|| false);
    rsx! {
        form {
            class: "card card-form",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                let same = email.peek().trim() == again.peek().trim();
                differ.set(!same);
                if same {
                    way.go_on_then(Act::GiveEmail { email: email.peek().clone() }, move || ondone.call(()));
                } else {
                    browser::focus("#email-again");
                }
            },
            Field {
                id: "email",
                label: words.say("entering.email.label"),
                hint: words.say("entering.email.hint").to_owned(),
                value: email(),
                error: way.error_of(Entry::Email),
                inputmode: "email",
                autocomplete: "email",
                maxlength: 254,
                kind: FieldKind::Words,
                oninput: move |text| {
                    way.attempt.forget_error();
                    differ.set(false);
                    email.set(text);
                },
            }
            Field {
                id: "email-again",
                label: words.say("entering.email.again"),
                value: again(),
                error: differ().then_some(ApiError::Invalid { field: Entry::EmailAgain, problem: Problem::Different }),
                inputmode: "email",
                maxlength: 254,
                kind: FieldKind::Words,
                oninput: move |text| {
                    differ.set(false);
                    again.set(text);
                },
            }
            Button { label: words.say("entering.continue"), kind: ButtonKind::Submit, busy: way.attempt.is_busy() }
        }
    }
}
