//! Opening an account, one step a screen (A2 to A7). What is typed is kept on the device until the account is there, or
//! until the opening is left.

mod code;
mod contact;
mod figures;
mod identity;
mod outcome;
mod proof;
mod scheme;
mod state;
mod step;
mod terms;

use dioxus::prelude::*;
use protocol::opening::{Opening, OpeningAnswer, OpeningStep};

use crate::bridge;
use crate::components::{ErrorState, OuterScreen, Skeleton};
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use state::use_opening_store;

/// The way to an account, from where it was left.
#[component]
pub(crate) fn OpenAccount() -> Element {
    let words = use_words();
    let kept = use_query(&[], bridge::opening);
    match kept.loaded() {
        Loaded::Loading => rsx! {
            OuterScreen { name: "opening", title: words.say("opening.title"), Skeleton {} }
        },
        Loaded::Failed(error) => rsx! {
            OuterScreen { name: "opening", title: words.say("opening.title"),
                ErrorState { error, onretry: move |()| kept.retry() }
            }
        },
        Loaded::Ready(kept) => rsx! { Steps { kept: (*kept).clone() } },
    }
}

#[component]
fn Steps(kept: Option<Opening>) -> Element {
    let store = use_opening_store(kept);
    match store.answer() {
        Some(OpeningAnswer::AlreadyOpen) => return rsx! { outcome::AlreadyOpen { store } },
        Some(OpeningAnswer::TermsRefused) => return rsx! { outcome::TermsRefused { store } },
        _ => {}
    }
    match store.step() {
        OpeningStep::Scheme => rsx! { scheme::SchemeStep { store } },
        OpeningStep::Identity => rsx! { identity::IdentityStep { store } },
        OpeningStep::Proof if store.without_serial() => rsx! { outcome::WithoutSerial { store } },
        OpeningStep::Proof => rsx! { proof::ProofStep { store } },
        OpeningStep::Terms => rsx! { terms::TermsStep { store } },
        OpeningStep::Code => rsx! { code::CodeStep { store } },
        OpeningStep::Contact => rsx! { contact::ContactStep { store } },
    }
}
