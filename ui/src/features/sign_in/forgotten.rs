//! A forgotten code (A12): number and birth date, and one answer for everyone.

use dioxus::prelude::*;
use protocol::entrance::ForgottenCodeForm;
use protocol::{Field as Entry, Secret};

use crate::bridge;
use crate::browser;
use crate::command::use_command;
use crate::components::{Button, ButtonKind, ErrorNote, Field, Look, OuterScreen};
use crate::context::use_questions;
use crate::i18n::{problem_field, use_words};

/// Asks for another code; then says what happens next. `locked`: a file on this device waits for the old code.
#[component]
pub(crate) fn ForgottenCode(locked: bool) -> Element {
    let words = use_words();
    let questions = use_questions();
    let attempt = use_command();
    let mut nir = use_signal(String::new);
    let mut birth_date = use_signal(String::new);
    let mut sent = use_signal(|| false);
    let error = attempt.error();
    let of = |entry: Entry| error.clone().filter(|error| problem_field(error) == Some(entry));
    if sent() {
        return rsx! {
            OuterScreen { name: "forgotten_sent", title: words.say("forgotten.sent.title"),
                div { class: "card card-form",
                    p { {words.say("forgotten.sent.text")} }
                    ul { class: "terms",
                        li { {words.say("forgotten.sent.email")} }
                        li { {words.say("forgotten.sent.post")} }
                    }
                    if locked {
                        p { {words.say("forgotten.sent.locked")} }
                    }
                    Button { label: words.say("sign_in.back"), onpress: move |()| questions.close() }
                    Button {
                        label: words.say("forgotten.again"),
                        look: Look::Quiet,
                        onpress: move |()| sent.set(false),
                    }
                }
                p { class: "muted xs centred", {words.say("app.demonstration")} }
            }
        };
    }
    let focus = if browser::is_touched() { "#screen-title" } else { "#forgotten-nir" };
    rsx! {
        OuterScreen { name: "forgotten", title: words.say("forgotten.title"), focus,
            p { class: "muted centred", {words.say("forgotten.text")} }
            form {
                class: "card card-form",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let form = ForgottenCodeForm {
                        nir: Secret::new(nir.peek().clone()),
                        birth_date: birth_date.peek().clone(),
                    };
                    attempt.run(bridge::forgotten_code(form), move |()| sent.set(true));
                },
                Field {
                    id: "forgotten-nir",
                    label: words.say("sign_in.nir"),
                    hint: words.say("sign_in.nir.hint").to_owned(),
                    value: nir(),
                    error: of(Entry::Nir),
                    maxlength: 30,
                    oninput: move |text| {
                        attempt.forget_error();
                        nir.set(text);
                    },
                }
                Field {
                    id: "forgotten-birth-date",
                    label: words.say("forgotten.birth_date"),
                    hint: words.say("forgotten.birth_date.hint").to_owned(),
                    value: birth_date(),
                    error: of(Entry::BirthDate),
                    inputmode: "numeric",
                    autocomplete: "bday",
                    maxlength: 12,
                    oninput: move |text| {
                        attempt.forget_error();
                        birth_date.set(text);
                    },
                }
                ErrorNote { error: error.clone().filter(|error| problem_field(error).is_none()) }
                Button { label: words.say("forgotten.send"), kind: ButtonKind::Submit, busy: attempt.is_busy() }
                Button { label: words.say("sign_in.back"), look: Look::Quiet, onpress: move |()| questions.close() }
            }
            p { class: "muted xs centred", {words.say("app.demonstration")} }
        }
    }
}
