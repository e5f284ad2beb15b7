//! What every step has: where it stands, what is to be corrected, the way on and the way back.

use dioxus::prelude::*;
use protocol::opening::{OpeningAnswer, OpeningStep, OpeningWay};
use protocol::sign_in::Storage;
use protocol::{ApiError, Field};

use super::state::OpeningStore;
use crate::browser;
use crate::components::{
    Button, ButtonKind, ErrorNote, FranceConnectButton, Icon, IconView, Look, OuterScreen, WaitNote,
};
use crate::context::use_session;
use crate::i18n::{problem_words, use_words};

/// A step, as a form.
#[component]
pub(super) fn StepScreen(
    name: &'static str,
    title: String,
    text: String,
    store: OpeningStore,
    continue_label: Option<String>,
    children: Element,
) -> Element {
    let words = use_words();
    let busy = store.attempt.is_busy();
    let first = store.step() == OpeningStep::Scheme;
    let keeps = use_session().ready().is_none_or(|session| session.storage == Storage::Kept);
    let kept = if keeps { "opening.kept" } else { "sign_in.session_only" };
    rsx! {
        OuterScreen { name, title,
            Progress { step: store.step(), way: store.way() }
            p { class: "muted centred", {text} }
            Summary { store }
            form {
                class: "card card-form",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    store.go_on();
                },
                {children}
                if store.answer() == Some(OpeningAnswer::ProveAgain) {
                    Told { title: words.say("opening.prove_again"),
                        p { {words.say("opening.prove_again.text")} }
                        FranceConnectButton { opening: true }
                    }
                }
                ErrorNote { error: store.attempt.error() }
                WaitNote { seconds: store.wait }
                Button {
                    label: continue_label.unwrap_or_else(|| words.say("entering.continue").to_owned()),
                    kind: ButtonKind::Submit,
                    busy,
                    disabled: store.wait > 0,
                }
                Button {
                    label: words.say(if first { "sign_in.back" } else { "nav.back" }),
                    look: Look::Quiet,
                    icon: Icon::Back,
                    disabled: busy,
                    onpress: move |()| store.back(),
                }
            }
            if !first {
                div { class: "opening-ways",
                    Button {
                        label: words.say("opening.later"),
                        look: Look::Plain,
                        disabled: busy,
                        onpress: move |()| store.out(),
                    }
                    Button {
                        label: words.say("opening.leave"),
                        look: Look::Plain,
                        disabled: busy,
                        onpress: move |()| store.leave(),
                    }
                }
            }
            p { class: "muted xs centred", {words.say(kept)} " " {words.say("app.demonstration")} }
        }
    }
}

/// What came of « Continuer », when it leads to no other step.
#[component]
pub(super) fn Told(title: String, children: Element) -> Element {
    rsx! {
        div { id: "opening-answer", class: "told", tabindex: "-1", role: "alert",
            p { class: "strong",
                IconView { icon: Icon::Info }
                span { {title} }
            }
            {children}
        }
    }
}

/// « Étape 2 sur 6 », and how far that is.
#[component]
fn Progress(step: OpeningStep, way: OpeningWay) -> Element {
    let words = use_words();
    let count = way.steps().len();
    let number = way.steps().iter().position(|other| *other == step).map_or(1, |at| at + 1);
    rsx! {
        div { class: "steps",
            p { class: "small strong",
                {words.fill("opening.step", &[("number", &number.to_string()), ("count", &count.to_string())])}
            }
            div { class: "steps-bar", aria_hidden: "true",
                for at in 1..=count {
                    span { key: "{at}", class: if at <= number { "full" } else { "" } }
                }
            }
        }
    }
}

/// What is to be corrected, each with the way to its entry.
#[component]
fn Summary(store: OpeningStore) -> Element {
    let words = use_words();
    let wrong = store.wrong();
    if wrong.is_empty() {
        return rsx! {};
    }
    let count = u64::try_from(wrong.len()).unwrap_or(0);
    rsx! {
        section { id: "opening-summary", class: "summary", tabindex: "-1", aria_labelledby: "opening-summary-title",
            h2 { id: "opening-summary-title",
                IconView { icon: Icon::Alert }
                span { {words.count("opening.summary", count)} }
            }
            ul {
                for entry in wrong {
                    li { key: "{entry.field:?}",
                        a {
                            href: "#{id_of(entry.field)}",
                            onclick: move |event| {
                                event.prevent_default();
                                browser::focus(&format!("#{}", id_of(entry.field)));
                            },
                            {problem_words(words, &ApiError::Invalid { field: entry.field, problem: entry.problem })}
                        }
                    }
                }
            }
        }
    }
}

/// The id of an entry on its screen.
pub(super) fn id_of(field: Field) -> &'static str {
    match field {
        Field::Scheme => "opening-scheme",
        Field::BirthName => "opening-birth-name",
        Field::Nir => "opening-nir",
        Field::BirthDate => "opening-birth-date",
        Field::PostalCode => "opening-postal-code",
        Field::IbanEnd => "opening-iban",
        Field::SerialEnd => "opening-serial",
        Field::Terms => "opening-terms",
        Field::NewCode => "opening-code",
        Field::NewCodeAgain => "opening-code-again",
        Field::EmailAgain => "opening-email-again",
        Field::Mobile => "opening-mobile",
        Field::Landline => "opening-landline",
        _ => "opening-email",
    }
}
