//! Closing the account for good (R14): what is lost, what can be saved first, and the code once more.

use dioxus::prelude::*;
use protocol::sync::Tag;
use protocol::{ApiError, Field as Entry, Secret};

use crate::command::use_command;
use crate::components::{Button, ButtonKind, ErrorNote, Field, FieldKind, Icon, IconView, Link, Look, Screen};
use crate::context::{use_changes, use_navigation};
use crate::frame::ScreenHead;
use crate::i18n::{problem_field, use_words};
use crate::query::use_query;
use crate::route::Route;
use crate::{bridge, browser};

const LOST: [&str; 4] = ["close.lost.here", "close.lost.service", "close.lost.devices", "close.lost.paper"];

/// The screen.
#[component]
pub(crate) fn CloseAccount() -> Element {
    let words = use_words();
    let documents = use_query(&[Tag::Documents], bridge::documents);
    let ready = documents.ready().map(|rows| rows.iter().filter(|row| row.available).count());
    let count = u64::try_from(ready.unwrap_or_default()).unwrap_or_default();
    rsx! {
        Screen { name: "close_account", title: words.say("close.title"), ready: documents.is_answered(),
            ScreenHead { title: words.say("close.title") }
            div { class: "access",
                section { class: "card about",
                    h2 { {words.say("close.lost")} }
                    ul { class: "plain-list",
                        for key in LOST {
                            li { key: "{key}", {words.say(key)} }
                        }
                    }
                    p { class: "muted small", {words.say("close.kept")} }
                }
                section { class: "card about",
                    h2 { {words.say("close.save")} }
                    p { {words.count("close.save.documents", count)} }
                    p { class: "muted small", {words.say("close.save.export")} }
                    Link { to: Route::Documents, class: "menu-link",
                        IconView { icon: Icon::Save }
                        span { {words.say("close.save.open")} }
                        IconView { icon: Icon::Forward }
                    }
                }
                Confirm {}
            }
        }
    }
}

/// The code, and the button.
#[component]
fn Confirm() -> Element {
    let words = use_words();
    let changes = use_changes();
    let navigation = use_navigation();
    let close = use_command();
    let mut code = use_signal(String::new);
    use_drop(move || wipe(code));
    let error = close.error();
    let of_code =
        |error: &ApiError| matches!(error, ApiError::WrongCode { .. }) || problem_field(error) == Some(Entry::Code);
    let about_code = error.clone().filter(of_code);
    rsx! {
        form {
            class: "card about",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                close.run(send(code), move |()| {
                    navigation.replace(Route::Home);
                    changes.say(&[Tag::Session]);
                });
            },
            h2 { {words.say("close.confirm")} }
            Field {
                id: "close-code",
                label: words.say("close.code"),
                hint: words.say("close.code.hint").to_owned(),
                value: code(),
                error: about_code.clone(),
                inputmode: "numeric",
                kind: FieldKind::Secret,
                maxlength: 26,
                oninput: move |text: String| {
                    close.forget_error();
                    code.set(text);
                },
            }
            ErrorNote { error: error.filter(|_| about_code.is_none()) }
            div { class: "actions",
                Button {
                    label: words.say("close.now"),
                    kind: ButtonKind::Submit,
                    look: Look::Danger,
                    busy: close.is_busy(),
                }
                Button {
                    label: words.say("close.cancel"),
                    look: Look::Quiet,
                    disabled: close.is_busy(),
                    onpress: move |()| navigation.go(Route::Settings),
                }
            }
        }
    }
}

/// What was looked at is wiped; what could not be sent stays typed.
async fn send(code: Signal<String>) -> Result<(), ApiError> {
    let typed = Secret::new(code.peek().clone());
    let outcome = bridge::close_account(typed).await;
    if matches!(outcome, Ok(()) | Err(ApiError::WrongCode { .. } | ApiError::TooManyAttempts { .. })) {
        wipe(code);
    }
    if outcome.is_err() {
        browser::focus("#close-code");
    }
    outcome
}

fn wipe(mut code: Signal<String>) {
    drop(Secret::new(std::mem::take(&mut *code.write())));
}
