//! « Mes paiements »: the list by month with its filters (P1, P2, P16), and beside it one payment (P3), or what was
//! deducted (P6, P14), or what payments come to over a period (P15), or refunds that are expected (P17).

mod arithmetic;
mod beside;
mod charts;
mod counters;
mod debts;
mod deductions;
mod detail;
mod entry;
mod expected;
mod explanation;
mod filters;
mod forwarding;
mod list;
mod period;
mod state;

use dioxus::prelude::*;
use insurance::ActKind;
use protocol::sync::Tag;
use protocol::{NotedId, PaymentId};

use crate::bridge;
use crate::components::{ErrorState, Icon, PickHint, Screen, Skeleton, along_the_list, use_return_to_row};
use crate::context::use_navigation;
use crate::frame::ScreenHead;
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;
use beside::Beside;
use charts::Charts;
use debts::Debts;
use deductions::Deductions;
use detail::Detail;
use expected::{Expected, NoteCareForm, OneExpected};
use filters::Filters;
use forwarding::Forwarding;
use list::Months;
use state::PaymentsStore;

/// The filters stay while the member moves between screens.
pub(crate) fn use_store_provider() {
    use_context_provider(PaymentsStore::new);
    expected::use_draft_provider();
}

/// What stands beside the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Opened {
    /// A payment.
    Payment(PaymentId),
    /// What was deducted.
    Deductions,
    /// Spending and refunds, of one kind of care or of all.
    Charts(Option<ActKind>),
    /// Refunds that are expected.
    Expected,
    /// Noting care that was paid.
    NoteCare,
    /// One expected refund.
    ExpectedCare(NotedId),
    /// What is to be sent to the complementary insurer.
    Forwarding,
    /// What the member owes the caisse.
    Debts,
}

impl Opened {
    /// The row of the list pane that leads to it.
    fn way(&self) -> Route {
        match self {
            Self::Payment(id) => Route::Payment(id.clone()),
            Self::Deductions => Route::Deductions,
            Self::Forwarding => Route::Forwarding,
            Self::Debts => Route::Debts,
            Self::Charts(_) => Route::Charts(None),
            Self::Expected | Self::NoteCare | Self::ExpectedCare(_) => Route::Expected,
        }
    }
}

/// List and detail: side by side where there is room, one after the other on a phone.
#[component]
pub(crate) fn PaymentsScreen(open: Option<Opened>) -> Element {
    let words = use_words();
    let navigation = use_navigation();
    let store = use_context::<PaymentsStore>();
    let page = use_query(&[Tag::Payments, Tag::Profile], move || bridge::payments(store.filter()));
    use_return_to_row(open.as_ref().map(Opened::way));
    let has_detail = open.is_some();
    let payment = match &open {
        Some(Opened::Payment(id)) => Some(id.clone()),
        _ => None,
    };
    let detail_title = match open {
        Some(Opened::Deductions) => "deductions.title",
        Some(Opened::Charts(_)) => "charts.title",
        Some(Opened::Expected | Opened::NoteCare | Opened::ExpectedCare(_)) => "expected.title",
        Some(Opened::Forwarding) => "forwarding.title",
        Some(Opened::Debts) => "debts.title",
        _ => "payments.detail",
    };
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
                Beside { store, open: open.clone() }
                match page.loaded() {
                    Loaded::Loading => rsx! { Skeleton { rows: 6 } },
                    Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
                    Loaded::Ready(page) => rsx! {
                        Filters { store, people: page.people.clone() }
                        Months { store, page, open: payment.clone() }
                    },
                }
            }
            section {
                class: "pane detail-pane",
                aria_label: words.say(detail_title),
                onkeydown: move |event| {
                    if event.key() == Key::Escape && has_detail {
                        navigation.back_to_list();
                    }
                },
                match open {
                    Some(Opened::Payment(id)) => rsx! { Detail { key: "{id}", id } },
                    Some(Opened::Deductions) => rsx! { Deductions {} },
                    Some(Opened::Charts(act)) => rsx! { Charts { key: "{act:?}", act } },
                    Some(Opened::Expected) => rsx! { Expected {} },
                    Some(Opened::NoteCare) => rsx! { NoteCareForm {} },
                    Some(Opened::ExpectedCare(id)) => rsx! { OneExpected { key: "{id}", id } },
                    Some(Opened::Forwarding) => rsx! { Forwarding {} },
                    Some(Opened::Debts) => rsx! { Debts {} },
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
