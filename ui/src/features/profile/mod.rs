//! « Mes informations » (I1), personal numbers masked until asked for (I2).

mod change;
mod exemption;
mod member;
mod number;
mod pending;
mod person;
mod rights;
mod state;

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::ApiError;
use protocol::profile::ProfileView;
use protocol::sync::Tag;

use crate::bridge;
use crate::components::{ErrorState, Icon, IconView, Link, NotFetchedState, Screen, Skeleton};
use crate::frame::ScreenHead;
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;
pub(crate) use change::{ChangeScreen, use_drafts_provider};
use member::Member;
use person::PersonCard;
use state::{RevealStore, use_reveal_store};

/// The screen.
#[component]
pub(crate) fn ProfileScreen() -> Element {
    let words = use_words();
    let profile = use_query(&[Tag::Profile], bridge::profile);
    let store = use_reveal_store();
    rsx! {
        Screen { name: "profile", title: words.say("profile.title"), ready: profile.is_answered(),
            ScreenHead { title: words.say("profile.title") }
            match profile.loaded() {
                Loaded::Loading => rsx! { Skeleton { rows: 6 } },
                Loaded::Failed(ApiError::NotFound) => rsx! { NotFetchedState {} },
                Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| profile.retry() } },
                Loaded::Ready(profile) => rsx! { Content { profile, store } },
            }
        }
    }
}

#[component]
fn Content(profile: Rc<ProfileView>, store: RevealStore) -> Element {
    let words = use_words();
    let me = profile.people.first().map(|person| person.id.clone());
    rsx! {
        p { class: "muted small privacy", {words.say("profile.privacy")} }
        div { class: "profile",
            div { class: "profile-column",
                Member { profile: Rc::clone(&profile), store }
            }
            div { class: "profile-column",
                h2 { {words.say("profile.people")} }
                for person in profile.people.iter().cloned() {
                    PersonCard {
                        key: "{person.id}",
                        is_member: me.as_ref() == Some(&person.id),
                        person,
                        today: profile.today,
                        store,
                    }
                }
                Link { to: Route::Ald, class: "card menu-link",
                    IconView { icon: Icon::Lock }
                    span { {words.say("ald.title")} }
                    IconView { icon: Icon::Forward }
                }
                Link { to: Route::Access, class: "card menu-link",
                    IconView { icon: Icon::Device }
                    span { {words.say("access.title")} }
                    IconView { icon: Icon::Forward }
                }
                Link { to: Route::Settings, class: "card menu-link",
                    IconView { icon: Icon::Settings }
                    span { {words.say("profile.device")} }
                    IconView { icon: Icon::Forward }
                }
            }
        }
    }
}
