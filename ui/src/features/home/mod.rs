//! The first screen of an open account (H1, H5): what came, and the way to the rest.

mod chart;
mod shortcuts;

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::home::Home;
use protocol::sync::Tag;

use crate::bridge;
use crate::components::{Amount, EmptyState, ErrorState, Icon, Link, NotFetchedState, PaymentList, Screen, Skeleton};
use crate::frame::ScreenHead;
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;
use chart::Chart;
use shortcuts::Shortcuts;

/// The screen.
#[component]
pub(crate) fn HomeScreen() -> Element {
    let words = use_words();
    let home = use_query(&[Tag::Payments, Tag::Profile, Tag::Session], bridge::home);
    let shown = home.ready();
    let title = match shown.as_ref().map(|home| home.first_name.as_str()) {
        None | Some("") => words.say("home.hello.unnamed").to_owned(),
        Some(name) => words.fill("home.hello", &[("name", name)]),
    };
    let last = shown.as_ref().and_then(|home| home.last_connection);
    let above = last.map(|moment| words.fill("home.last_connection", &[("when", &words.moment(moment))]));
    rsx! {
        Screen { name: "home", title: words.say("nav.home"), ready: home.is_answered(),
            ScreenHead { title, above }
            match home.loaded() {
                Loaded::Loading => rsx! { Skeleton {} },
                Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| home.retry() } },
                Loaded::Ready(home) => rsx! { Content { home } },
            }
        }
    }
}

#[component]
fn Content(home: Rc<Home>) -> Element {
    let words = use_words();
    if !home.fetched && home.last_payments.is_empty() {
        return rsx! { NotFetchedState {} };
    }
    let this_month = home.received.last().map(|month| month.amount).unwrap_or_default();
    rsx! {
        div { class: "home",
            section { class: "card received", aria_labelledby: "received-title",
                h2 { id: "received-title", class: "muted small plain", {words.say("home.received")} }
                p { class: "great", Amount { value: this_month } }
                Chart { months: home.received.clone() }
            }
            section { class: "last", aria_labelledby: "last-title",
                div { class: "month-head",
                    h2 { id: "last-title", {words.say("home.last_payments")} }
                    Link { to: Route::Payments, class: "text-link", {words.say("home.all_payments")} }
                }
                if home.last_payments.is_empty() {
                    EmptyState {
                        icon: Icon::Payments,
                        title: words.say("home.no_payment"),
                        text: words.say("home.no_payment.text"),
                    }
                } else {
                    PaymentList { rows: home.last_payments.clone() }
                }
            }
            Shortcuts {}
        }
    }
}
