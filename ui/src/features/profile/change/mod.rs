//! A change to « Mes informations » (R13): what it means, the entries, and the code where it is dangerous.

mod entries;
mod state;
mod words;

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::ApiError;
use protocol::profile::{ProfileChange, ProfileView};
use protocol::sync::{SyncState, Tag};

use crate::components::{
    BackButton, Button, ButtonKind, ErrorNote, ErrorState, Icon, IconView, Look, NotFetchedState, Screen, Skeleton,
    WaitNote, use_wait,
};
use crate::context::{use_navigation, use_notice, use_sync_status};
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::{Route, Topic};
use crate::{bridge, browser};
use entries::{EntryLine, Present};
use state::{Entry, Form, use_form};

pub(crate) use state::use_drafts_provider;

/// The screen of one form.
#[component]
pub(crate) fn ChangeScreen(topic: Topic) -> Element {
    let words = use_words();
    let profile = use_query(&[Tag::Profile], bridge::profile);
    let [title, text, _] = words::of_topic(topic);
    rsx! {
        Screen { name: "profile_change", title: words.say(title), ready: profile.is_answered(),
            div { class: "change",
                header { class: "detail-head",
                    BackButton {}
                    h1 { id: "screen-title", tabindex: "-1", {words.say(title)} }
                }
                p { class: "muted", {words.say(text)} }
                match profile.loaded() {
                    Loaded::Loading => rsx! { Skeleton { rows: 3 } },
                    Loaded::Failed(ApiError::NotFound) => rsx! { NotFetchedState {} },
                    Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| profile.retry() } },
                    Loaded::Ready(profile) => rsx! { ChangeForm { topic, profile } },
                }
            }
        }
    }
}

#[component]
fn ChangeForm(topic: Topic, profile: Rc<ProfileView>) -> Element {
    let words = use_words();
    let (navigation, notice) = (use_navigation(), use_notice());
    let form = use_form(topic);
    let command = crate::command::use_command();
    let wait = use_wait(command);
    let error = command.error();
    let about = error.as_ref().and_then(Entry::of_error);
    let forget_error = move || {
        if wait == 0 {
            command.forget_error();
        }
    };
    let send = {
        let profile = Rc::clone(&profile);
        move |change: Option<ProfileChange>| {
            if wait > 0 {
                return;
            }
            command.run(send(form, change, Rc::clone(&profile)), move |()| {
                form.forget();
                notice.say(words.say(words::of_topic(topic)[2]).to_owned());
                navigation.replace(Route::Profile);
            });
        }
    };
    let removal = match topic {
        Topic::Mobile if profile.mobile.is_some() => Some(ProfileChange::Mobile { number: None }),
        Topic::Landline if profile.landline.is_some() => Some(ProfileChange::Landline { number: None }),
        _ => None,
    };
    let remove = send.clone();
    rsx! {
        form {
            class: "card change-form",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                send(None);
            },
            Present { topic, profile: Rc::clone(&profile) }
            NeedsNetwork {}
            for entry in Entry::of(topic) {
                EntryLine {
                    key: "{entry:?}",
                    form,
                    entry: *entry,
                    profile: Rc::clone(&profile),
                    error: error.clone().filter(|_| about == Some(*entry)),
                    ontype: move |()| forget_error(),
                }
            }
            ErrorNote { error: error.clone().filter(|_| about.is_none()) }
            if matches!(error, Some(ApiError::Offline | ApiError::ServiceUnavailable)) {
                p { class: "muted small", {words.say("profile.change.kept")} }
            }
            WaitNote { seconds: wait }
            div { class: "dialog-actions",
                Button {
                    label: words.say("profile.change.save"),
                    kind: ButtonKind::Submit,
                    busy: command.is_busy(),
                    busy_label: words.say("profile.change.saving").to_owned(),
                    disabled: wait > 0,
                }
                if let Some(removal) = removal {
                    Button {
                        label: words.say("profile.change.remove"),
                        look: Look::Quiet,
                        disabled: command.is_busy(),
                        onpress: move |()| remove(Some(removal.clone())),
                    }
                }
                Button {
                    label: words.say("profile.change.cancel"),
                    look: Look::Plain,
                    disabled: command.is_busy(),
                    onpress: move |()| {
                        form.forget();
                        navigation.back_to_list();
                    },
                }
            }
        }
    }
}

/// Sends the change, or what the form holds; what could not be sent stays typed.
async fn send(form: Form, change: Option<ProfileChange>, profile: Rc<ProfileView>) -> Result<(), ApiError> {
    let change = change.map_or_else(|| form.change(&profile), Ok);
    let outcome = match change {
        Ok(change) => bridge::change_profile(change).await,
        Err(problem) => Err(problem),
    };
    if let Err(problem) = &outcome {
        if matches!(problem, ApiError::WrongCode { .. } | ApiError::TooManyAttempts { .. }) {
            form.forget_codes();
        }
        if let Some(entry) = Entry::of_error(problem) {
            browser::focus(&format!("#{}", entry.id()));
        }
    }
    outcome
}

/// Without the network the form can be filled, not sent.
#[component]
fn NeedsNetwork() -> Element {
    let words = use_words();
    let offline = use_sync_status().ready().is_some_and(|status| status.state == SyncState::Offline);
    rsx! {
        div { role: "status",
            if offline {
                p { class: "outer-warning",
                    IconView { icon: Icon::Offline }
                    span { {words.say("profile.change.offline")} }
                }
            }
        }
    }
}
