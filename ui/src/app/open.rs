//! An open account: the frame, and in it the screen of the moment.

use dioxus::prelude::*;
use protocol::sign_in::Storage;
use protocol::sync::Tag;

use super::parts::{Before, Beyond, Screen, load_beyond};
use crate::components::{Icon, IconView};
use crate::context::{Question, use_changes, use_navigation, use_questions, use_session};
use crate::features::home::HomeScreen;
use crate::features::{payments, search, sign_in};
use crate::frame::{Menu, SideBar, SyncStrip};
use crate::i18n::use_words;
use crate::query::use_query;
use crate::route::Route;
use crate::{bridge, browser};

/// How often « il y a 2 min » is counted again, in milliseconds.
const CLOCK_PAUSE: i32 = 30_000;

/// The frame and its screen.
#[component]
pub(super) fn OpenAccount() -> Element {
    let words = use_words();
    let changes = use_changes();
    let navigation = use_navigation();
    let status = use_query(&[Tag::Sync], bridge::sync_status);
    use_context_provider(|| status);
    payments::use_store_provider();
    search::use_text_provider();
    use_hook(move || follow_window(navigation));
    use_hook(move || follow_shortcut(navigation));
    use_future(load_beyond);
    use_future(move || async move {
        loop {
            browser::sleep(CLOCK_PAUSE).await;
            changes.say(&[Tag::Sync]);
        }
    });
    rsx! {
        a { class: "skip", href: "#content",
            onclick: move |event| {
                event.prevent_default();
                browser::focus("#screen-title");
            },
            {words.say("app.skip")}
        }
        div { class: "frame",
            SideBar {}
            div { class: "body",
                SyncStrip {}
                SessionOnly {}
                Place {}
            }
        }
        p { class: "print-note", aria_hidden: "true", {words.say("app.demonstration")} }
        Asked {}
    }
}

#[component]
fn Place() -> Element {
    match use_navigation().route() {
        Route::Home => rsx! { HomeScreen {} },
        route => rsx! { Beyond { route } },
    }
}

/// The questions that may stand over the screen.
#[component]
fn Asked() -> Element {
    let asked = use_questions().asked();
    let keep = use_session().ready().is_some_and(|session| session.ask_to_keep_code);
    match asked {
        Some(Question::SignOut) => rsx! { sign_in::SignOutQuestion {} },
        Some(Question::SignInAgain) => rsx! { Before { screen: Screen::SignInAgain } },
        Some(Question::Menu) => rsx! { Menu {} },
        _ if keep => rsx! { sign_in::KeepCodeQuestion {} },
        _ => rsx! {},
    }
}

/// Without a keyring nothing outlives the app: said as long as it is so.
#[component]
fn SessionOnly() -> Element {
    let words = use_words();
    let only = use_session().ready().is_some_and(|session| session.storage == Storage::SessionOnly);
    rsx! {
        if only {
            div { class: "strip",
                IconView { icon: Icon::Info }
                p { {words.say("sign_in.session_only")} }
            }
        }
    }
}

/// The window's back button leads through the screens.
fn follow_window(navigation: crate::context::Navigation) {
    let (sender, mut receiver) = futures_channel::mpsc::unbounded::<()>();
    browser::on_history_change(move || {
        // Fails when the account was closed meanwhile: then there is no screen to change.
        let _ = sender.unbounded_send(());
    });
    spawn(async move {
        while receiver.recv().await.is_ok() {
            navigation.follow_window();
        }
    });
}

/// Ctrl+K, and « / » where nothing is typed, lead to the search.
fn follow_shortcut(navigation: crate::context::Navigation) {
    let (sender, mut receiver) = futures_channel::mpsc::unbounded::<()>();
    browser::on_search_key(move || {
        // Fails when the account was closed meanwhile: then there is nothing to look for.
        sender.unbounded_send(()).is_ok()
    });
    spawn(async move {
        while receiver.recv().await.is_ok() {
            navigation.go(Route::Search);
            browser::focus("#search-field");
        }
    });
}
