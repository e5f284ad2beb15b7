//! « Réglages »: language, colours, lock, code, and the ways out.

use dioxus::prelude::*;
use protocol::settings::{Language, Settings, Theme};
use protocol::sync::Tag;

use crate::bridge;
use crate::command::{Command, use_command};
use crate::components::{Button, ErrorNote, Icon, IconView, Link, Look, OtherMember, Screen, Skeleton};
use crate::context::{Question, use_changes, use_notice, use_questions, use_session};
use crate::frame::ScreenHead;
use crate::i18n::{Words, use_words};
use crate::route::Route;

const LOCK_DELAYS: [u16; 5] = [1, 5, 15, 30, 0];

/// The screen.
#[component]
pub(crate) fn SettingsScreen() -> Element {
    let words = use_words();
    let session = use_session();
    let ready = session.ready();
    let settings = ready.as_ref().map(|session| session.settings.clone());
    let device_code = ready.is_some_and(|session| session.device_code);
    rsx! {
        Screen { name: "settings", title: words.say("settings.title"), ready: session.is_answered(),
            ScreenHead { title: words.say("settings.title") }
            match settings {
                None => rsx! { Skeleton {} },
                Some(settings) => rsx! { Choices { settings, device_code } },
            }
        }
    }
}

#[component]
fn Choices(settings: Settings, device_code: bool) -> Element {
    let words = use_words();
    let changes = use_changes();
    let notice = use_notice();
    let save = use_command();
    let keep = use_command();
    let current = settings.clone();
    let change = use_callback(move |to: Settings| {
        save.run(bridge::settings(to.clone()), move |()| {
            changes.say(&[Tag::Session]);
            notice.say(Words(to.language).say("settings.saved").to_owned());
        });
    });
    let keep_code = move |keeps: bool| {
        keep.run(bridge::keep_code(keeps), move |()| {
            changes.say(&[Tag::Session]);
            notice.say(words.say("settings.saved").to_owned());
        });
    };
    let languages =
        [(words.say("settings.language.fr"), Language::French), (words.say("settings.language.en"), Language::English)];
    let themes = [
        (words.say("settings.theme.system"), Theme::System),
        (words.say("settings.theme.light"), Theme::Light),
        (words.say("settings.theme.dark"), Theme::Dark),
    ];
    let delays = LOCK_DELAYS.map(|minutes| (delay_words(words, minutes), minutes));
    rsx! {
        div { class: "settings",
            ErrorNote { error: save.error().or_else(|| keep.error()) }
            div { class: "settings-column",
                ChoiceCard { title: words.say("settings.language"),
                    for (name , language) in languages {
                        Radio {
                            key: "{name}",
                            group: "language",
                            label: name,
                            checked: settings.language == language,
                            onchoose: {
                                let current = current.clone();
                                move |()| change.call(Settings { language, ..current.clone() })
                            },
                        }
                    }
                }
                ChoiceCard { title: words.say("settings.theme"),
                    for (name , theme) in themes {
                        Radio {
                            key: "{name}",
                            group: "theme",
                            label: name,
                            checked: settings.theme == theme,
                            onchoose: {
                                let current = current.clone();
                                move |()| change.call(Settings { theme, ..current.clone() })
                            },
                        }
                    }
                }
                ChoiceCard { title: words.say("settings.lock"),
                    p { class: "muted small", {words.say("settings.lock.text")} }
                    for (name , lock_after_minutes) in delays {
                        Radio {
                            key: "{lock_after_minutes}",
                            group: "lock",
                            label: name,
                            checked: settings.lock_after_minutes == lock_after_minutes,
                            onchoose: {
                                let current = current.clone();
                                move |()| change.call(Settings { lock_after_minutes, ..current.clone() })
                            },
                        }
                    }
                }
            }
            div { class: "settings-column",
                ChoiceCard { title: words.say("settings.code"),
                    if device_code {
                        p { class: "muted small", {words.say("settings.code.device")} }
                    } else {
                        label { class: "choice",
                            input {
                                r#type: "checkbox",
                                checked: settings.keep_code,
                                disabled: keep.is_busy(),
                                onchange: move |event| keep_code(event.checked()),
                            }
                            span {
                                span { class: "strong", {words.say("settings.code.keep")} }
                                span { class: "muted small block", {words.say("settings.code.keep.text")} }
                            }
                        }
                    }
                }
                WaysOut {}
                section { class: "card about",
                    h2 { {words.say("settings.about")} }
                    p { class: "muted small", {words.say("settings.about.text")} }
                }
            }
        }
    }
}

/// A question with its answers. The card is around the fieldset: a legend would sit on the card's edge.
#[component]
fn ChoiceCard(title: String, children: Element) -> Element {
    rsx! {
        div { class: "card choice-card",
            fieldset { class: "choices",
                legend { {title} }
                {children}
            }
        }
    }
}

#[component]
fn Radio(group: &'static str, label: String, checked: bool, onchoose: EventHandler<()>) -> Element {
    rsx! {
        label { class: "choice",
            input { r#type: "radio", name: group, checked, onchange: move |_| onchoose.call(()) }
            span { {label} }
        }
    }
}

#[component]
fn WaysOut() -> Element {
    let words = use_words();
    let changes = use_changes();
    let questions = use_questions();
    let lock: Command = use_command();
    rsx! {
        section { class: "card about",
            h2 { {words.say("settings.account")} }
            Link { to: Route::Access, class: "menu-link",
                IconView { icon: Icon::Device }
                span { {words.say("access.title")} }
                IconView { icon: Icon::Forward }
            }
            div { class: "actions",
                Button {
                    label: words.say("settings.lock_now"),
                    look: Look::Quiet,
                    icon: Icon::Lock,
                    busy: lock.is_busy(),
                    onpress: move |()| lock.run(bridge::lock(), move |()| changes.say(&[Tag::Session])),
                }
                OtherMember { look: Look::Quiet }
                Button {
                    label: words.say("settings.sign_out"),
                    look: Look::Quiet,
                    icon: Icon::Leave,
                    onpress: move |()| questions.ask(Question::SignOut),
                }
            }
            Link { to: Route::Close, class: "menu-link",
                IconView { icon: Icon::Remove }
                span { {words.say("close.title")} }
                IconView { icon: Icon::Forward }
            }
        }
    }
}

fn delay_words(words: Words, minutes: u16) -> String {
    match minutes {
        0 => words.say("settings.lock.never").to_owned(),
        minutes => words.count("settings.lock.minutes", u64::from(minutes)),
    }
}
