//! The navigation: tabs on a phone, a rail on a tablet, a side bar with names on a laptop. One list, three shapes.

use dioxus::prelude::*;
use protocol::sync::Tag;

use crate::bridge;
use crate::command::use_command;
use crate::components::{Face, Icon, IconView, Link, Logo};
use crate::context::{Question, use_changes, use_navigation, use_questions, use_session};
use crate::i18n::use_words;
use crate::route::{Route, Section};

/// The header of the page: our mark, the sections, and who is signed in.
#[component]
pub(crate) fn SideBar() -> Element {
    let words = use_words();
    let here = use_navigation().route().section();
    let entries = [
        (Section::Home, Route::Home, Icon::Home, "nav.home", "nav.home.short"),
        (Section::Payments, Route::Payments, Icon::Payments, "nav.payments", "nav.payments.short"),
        (Section::Documents, Route::Documents, Icon::Documents, "nav.documents", "nav.documents.short"),
        (Section::Profile, Route::Profile, Icon::Person, "nav.profile", "nav.profile.short"),
        // On a phone it stands beside the initials.
        (Section::Search, Route::Search, Icon::Search, "nav.search", "nav.search"),
    ];
    rsx! {
        header { class: "side",
            div { class: "brand",
                Logo {}
                span { {words.say("app.name")} }
            }
            nav { class: "nav", aria_label: words.say("nav.label"),
                ul {
                    for (section , route , icon , name , short) in entries {
                        li { key: "{short}", class: (section == Section::Search).then_some("nav-search"),
                            Link {
                                to: route,
                                class: "nav-link",
                                current: (section == here).then_some("page"),
                                label: words.say(name).to_owned(),
                                span { class: "nav-icon", IconView { icon } }
                                span { class: "nav-long", {words.say(name)} }
                                span { class: "nav-short", {words.say(short)} }
                            }
                        }
                    }
                }
            }
            Account {}
        }
    }
}

/// Who is signed in, with settings, lock and log out.
#[component]
fn Account() -> Element {
    let words = use_words();
    let changes = use_changes();
    let questions = use_questions();
    let here = use_navigation().route().section();
    let lock = use_command();
    let member = use_session().ready().and_then(|session| session.member.clone());
    rsx! {
        div { class: "side-foot",
            Link {
                to: Route::Settings,
                class: "nav-link",
                current: (here == Section::Settings).then_some("page"),
                span { class: "nav-icon", IconView { icon: Icon::Settings } }
                span { {words.say("nav.settings")} }
            }
            button {
                class: "nav-link",
                r#type: "button",
                disabled: lock.is_busy(),
                aria_busy: lock.is_busy().then_some("true"),
                onclick: move |_| lock.run(bridge::lock(), move |()| changes.say(&[Tag::Session])),
                span { class: "nav-icon", IconView { icon: Icon::Lock } }
                span { {words.say("nav.lock")} }
            }
            button {
                class: "nav-link",
                r#type: "button",
                onclick: move |_| questions.ask(Question::SignOut),
                span { class: "nav-icon", IconView { icon: Icon::Leave } }
                span { {words.say("nav.sign_out")} }
            }
            if let Some(member) = member {
                div { class: "side-member",
                    Face { initials: member.initials }
                    div { class: "side-name",
                        p { class: "strong", {member.name} }
                        p { class: "muted xs num", {member.masked_nir} }
                    }
                }
            }
        }
    }
}
