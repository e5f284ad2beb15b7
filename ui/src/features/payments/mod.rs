//! « Mes paiements »: the list by month with its filters (P1, P2, P16), and one payment beside it (P3).

mod arithmetic;
mod counters;
mod detail;
mod filters;
mod list;
mod period;
mod state;

use dioxus::prelude::*;
use protocol::PaymentId;
use protocol::sync::Tag;

use crate::bridge;
use crate::components::{ErrorState, Icon, PickHint, Screen, Skeleton, along_the_list, use_return_to_row};
use crate::context::use_navigation;
use crate::frame::ScreenHead;
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;
use detail::Detail;
use filters::Filters;
use list::Months;
use state::PaymentsStore;

/// The filters stay while the member moves between screens.
pub(crate) fn use_store_provider() {
    use_context_provider(PaymentsStore::new);
}

/// List and detail: side by side where there is room, one after the other on a phone.
#[component]
pub(crate) fn PaymentsScreen(open: Option<PaymentId>) -> Element {
    let words = use_words();
    let navigation = use_navigation();
    let store = use_context::<PaymentsStore>();
    let page = use_query(&[Tag::Payments, Tag::Profile], move || bridge::payments(store.filter()));
    use_return_to_row(open.as_ref().map(|id| Route::Payment(id.clone())));
    let has_detail = open.is_some();
    rsx! {
        Screen {
            name: "payments",
            title: words.say("payments.title"),
            ready: page.is_answered(),
            panes: true,
            detail: has_detail,
            section {
                class: "pane list-pane",
                aria_label: words.say("payments.list"),
                onkeydown: move |event| along_the_list(&event),
                ScreenHead { title: words.say("payments.title") }
                match page.loaded() {
                    Loaded::Loading => rsx! { Skeleton { rows: 6 } },
                    Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
                    Loaded::Ready(page) => rsx! {
                        Filters { store, people: page.people.clone() }
                        Months { store, page, open: open.clone() }
                    },
                }
            }
            section {
                class: "pane detail-pane",
                aria_label: words.say("payments.detail"),
                onkeydown: move |event| {
                    if event.key() == Key::Escape && has_detail {
                        navigation.back_to_list();
                    }
                },
                match open {
                    Some(id) => rsx! { Detail { key: "{id}", id } },
                    None => rsx! {
                        PickHint {
                            icon: Icon::Payments,
                            title: words.say("payments.pick"),
                            text: words.say("payments.pick.text"),
                        }
                    },
                }
            }
        }
    }
}
