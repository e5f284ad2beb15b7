//! « Arrêts de travail »: each leave with its state (P11), its allowances (P9), and what a leave would come to.

mod arithmetic;
mod leave;
mod list;
mod simulator;
mod state;
mod words;

use dioxus::prelude::*;
use protocol::LeaveId;
use protocol::sync::Tag;

use crate::bridge;
use crate::components::{ErrorState, Icon, PickHint, Screen, Skeleton, along_the_list, use_return_to_row};
use crate::context::use_navigation;
use crate::frame::ScreenHead;
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use crate::route::Route;
use leave::LeaveDetail;
use list::{Leaves, Ways};
use simulator::Simulator;

/// What stands beside the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Opened {
    /// A leave.
    Leave(LeaveId),
    /// The simulator.
    Simulator,
}

/// List and detail.
#[component]
pub(crate) fn AllowancesScreen(open: Option<Opened>) -> Element {
    let words = use_words();
    let navigation = use_navigation();
    let page = use_query(&[Tag::Allowances, Tag::Payments, Tag::Profile], bridge::leaves);
    use_return_to_row(open.clone().map(|open| match open {
        Opened::Leave(id) => Route::Leave(id),
        Opened::Simulator => Route::Simulator,
    }));
    let has_detail = open.is_some();
    let detail_title = match open {
        Some(Opened::Simulator) => "allowances.simulator",
        _ => "allowances.leave",
    };
    rsx! {
        Screen {
            name: "allowances",
            title: words.say("allowances.title"),
            ready: page.is_answered(),
            panes: true,
            detail: has_detail,
            section {
                class: "pane list-pane",
                aria_label: words.say("allowances.title"),
                onkeydown: move |event| along_the_list(&event),
                ScreenHead { title: words.say("allowances.title"), back: true }
                match page.loaded() {
                    Loaded::Loading => rsx! { Skeleton { rows: 3 } },
                    Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| page.retry() } },
                    Loaded::Ready(page) => rsx! { Leaves { page, open: open.clone() } },
                }
                Ways { open: open.clone() }
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
                    Some(Opened::Leave(id)) => rsx! { LeaveDetail { key: "{id}", id, page } },
                    Some(Opened::Simulator) => rsx! { Simulator {} },
                    None => rsx! {
                        PickHint {
                            icon: Icon::Leaves,
                            title: words.say("allowances.pick"),
                            text: words.say("allowances.pick.text"),
                        }
                    },
                }
            }
        }
    }
}
