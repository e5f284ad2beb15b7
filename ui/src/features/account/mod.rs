//! First start: from a postal code to a caisse (A1).

mod close;
mod state;

use dioxus::prelude::*;
use protocol::account::CaisseSearch;
use protocol::sync::Tag;
use protocol::{ApiError, Field as Entry};

use crate::command::use_command;
use crate::components::{Button, ButtonKind, ErrorNote, Field, Look, OuterScreen};
use crate::context::{use_changes, use_questions};
use crate::i18n::{problem_field, use_words};
use crate::{bridge, browser};
pub(crate) use close::CloseAccount;
use state::{CaisseStore, use_caisse_store};

/// The choice of the caisse.
#[component]
pub(crate) fn ChooseCaisse() -> Element {
    let words = use_words();
    let store = use_caisse_store();
    let focus = if browser::is_touched() { "#screen-title" } else { "#postal-code" };
    rsx! {
        OuterScreen { name: "choose_caisse", title: words.say("account.title"), focus,
            match store.found() {
                None => rsx! { PostalCode { store } },
                Some(found) => rsx! { Found { store, found } },
            }
            p { class: "muted xs centred", {words.say("account.promise")} " " {words.say("app.demonstration")} }
        }
    }
}

#[component]
fn PostalCode(store: CaisseStore) -> Element {
    let words = use_words();
    let search = use_command();
    let error = search.error();
    let about_code = error.clone().filter(|error| problem_field(error) == Some(Entry::PostalCode));
    rsx! {
        p { class: "muted centred", {words.say("account.intro")} }
        form {
            class: "card card-form",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                search.run(look_up(store.postal_code()), move |found| store.find(found));
            },
            Field {
                id: "postal-code",
                label: words.say("account.postal_code"),
                hint: words.say("account.postal_code.hint").to_owned(),
                value: store.postal_code(),
                error: about_code.clone(),
                inputmode: "numeric",
                autocomplete: "postal-code",
                maxlength: 10,
                oninput: move |text| {
                    search.forget_error();
                    store.type_postal_code(text);
                },
            }
            ErrorNote { error: error.filter(|_| about_code.is_none()) }
            Button { label: words.say("account.search"), kind: ButtonKind::Submit, busy: search.is_busy() }
        }
    }
}

#[component]
fn Found(store: CaisseStore, found: CaisseSearch) -> Element {
    let words = use_words();
    let changes = use_changes();
    let questions = use_questions();
    let choose = use_command();
    let title = if found.caisses.len() > 1 { "account.found.several" } else { "account.found" };
    let communes = found.communes.join(", ");
    use_effect(|| browser::focus("#found-title"));
    rsx! {
        form {
            class: "card card-form",
            onsubmit: move |event| {
                event.prevent_default();
                if let Some(code) = store.chosen() {
                    choose.run(bridge::choose_caisse(code), move |()| {
                        questions.close();
                        changes.say(&[Tag::Session]);
                    });
                }
            },
            fieldset { class: "choices",
                legend { id: "found-title", class: "strong", tabindex: "-1", {words.say(title)} }
                p { class: "muted small",
                    {words.fill("account.communes", &[("postal_code", &found.postal_code), ("communes", &communes)])}
                }
                if found.caisses.len() > 1 {
                    for caisse in found.caisses {
                        label { key: "{caisse.code}", class: "choice",
                            input {
                                r#type: "radio",
                                name: "caisse",
                                checked: store.chosen().as_deref() == Some(caisse.code.as_str()),
                                onchange: move |_| store.choose(caisse.code.clone()),
                            }
                            span {
                                span { class: "strong", {caisse.name} }
                                span { class: "muted small block", "{caisse.department_name} ({caisse.department})" }
                            }
                        }
                    }
                } else {
                    for caisse in found.caisses {
                        div { key: "{caisse.code}", class: "found",
                            p { class: "found-name", {caisse.name} }
                            p { class: "muted", "{caisse.department_name} ({caisse.department})" }
                        }
                    }
                }
            }
            ErrorNote { error: choose.error() }
            Button {
                label: words.say("account.confirm"),
                kind: ButtonKind::Submit,
                busy: choose.is_busy(),
                disabled: store.chosen().is_none(),
            }
            Button {
                label: words.say("account.not_mine"),
                look: Look::Quiet,
                disabled: choose.is_busy(),
                onpress: move |()| store.start_again(),
            }
        }
    }
}

async fn look_up(postal_code: String) -> Result<CaisseSearch, ApiError> {
    let found = bridge::find_caisses(postal_code).await;
    if found.is_err() {
        browser::focus("#postal-code");
    }
    found
}
