//! The menu behind the initials on a phone.

use dioxus::prelude::*;
use protocol::sync::Tag;

use crate::bridge;
use crate::command::use_command;
use crate::components::{Button, Dialog, Face, Icon, IconView, Link, Look, OtherMember};
use crate::context::{Question, use_changes, use_questions, use_session};
use crate::i18n::use_words;
use crate::route::Route;

/// Who is signed in, and what is not in the tabs.
#[component]
pub(crate) fn Menu() -> Element {
    let words = use_words();
    let changes = use_changes();
    let questions = use_questions();
    let lock = use_command();
    let member = use_session().ready().and_then(|session| session.member.clone());
    rsx! {
        Dialog {
            id: "menu",
            title: words.say("nav.menu.title"),
            onclose: move |()| questions.close(),
            if let Some(member) = member {
                div { class: "menu-member",
                    Face { initials: member.initials }
                    div {
                        p { class: "strong", {member.name} }
                        p { class: "muted small num", {member.masked_nir} }
                    }
                }
            }
            ul { class: "menu-list",
                li {
                    Link { to: Route::Profile, class: "menu-link", onfollow: move |()| questions.close(),
                        IconView { icon: Icon::Person }
                        span { {words.say("nav.profile")} }
                    }
                }
                li {
                    Link { to: Route::Settings, class: "menu-link", onfollow: move |()| questions.close(),
                        IconView { icon: Icon::Settings }
                        span { {words.say("nav.settings")} }
                    }
                }
            }
            div { class: "dialog-actions",
                Button {
                    label: words.say("nav.lock"),
                    look: Look::Quiet,
                    icon: Icon::Lock,
                    busy: lock.is_busy(),
                    onpress: move |()| lock.run(bridge::lock(), move |()| {
                        questions.close();
                        changes.say(&[Tag::Session]);
                    }),
                }
                OtherMember { look: Look::Quiet }
                Button {
                    label: words.say("nav.sign_out"),
                    look: Look::Quiet,
                    icon: Icon::Leave,
                    onpress: move |()| questions.ask(Question::SignOut),
                }
                Button { label: words.say("nav.close"), look: Look::Plain, onpress: move |()| questions.close() }
            }
        }
    }
}
