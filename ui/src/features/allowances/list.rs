//! The leaves: those that run or wait first, then the others; and what is near to them.

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::allowances::{LeaveState, LeaveView, LeavesPage};

use super::{Opened, words as said};
use crate::components::{EmptyState, Icon, NotFetchedState, Tag, WayRow};
use crate::i18n::use_words;
use crate::route::Route;

/// The leaves, or why there are none.
#[component]
pub(super) fn Leaves(page: Rc<LeavesPage>, open: Option<Opened>) -> Element {
    let words = use_words();
    if page.leaves.is_empty() {
        return if page.fetched {
            rsx! {
                EmptyState {
                    icon: Icon::Leaves,
                    title: words.say("allowances.none"),
                    text: words.say("allowances.none.text"),
                }
            }
        } else {
            rsx! { NotFetchedState {} }
        };
    }
    let (present, past): (Vec<_>, Vec<_>) =
        page.leaves.iter().cloned().partition(|view| view.is_running || view.state != LeaveState::Paid);
    rsx! {
        Group { id: "leaves-present", title: words.say("allowances.present"), leaves: present, open: open.clone() }
        Group { id: "leaves-past", title: words.say("allowances.past"), leaves: past, open }
    }
}

#[component]
fn Group(id: &'static str, title: String, leaves: Vec<LeaveView>, open: Option<Opened>) -> Element {
    if leaves.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "month", aria_labelledby: id,
            div { class: "month-head",
                h2 { id, {title} }
            }
            ul { class: "card list",
                for view in leaves {
                    li { key: "{view.leave.id}",
                        Row { current: open == Some(Opened::Leave(view.leave.id.clone())), view }
                    }
                }
            }
        }
    }
}

#[component]
fn Row(view: LeaveView, current: bool) -> Element {
    let words = use_words();
    let (state, tone) = said::state(words, view.state);
    rsx! {
        WayRow {
            to: Route::Leave(view.leave.id.clone()),
            icon: Icon::Leaves,
            title: said::period(words, view.leave.from, view.leave.until),
            note: said::note(words, &view),
            current,
            Tag { text: state, tone }
        }
    }
}

/// The simulator, and what leaves often come with.
#[component]
pub(super) fn Ways(open: Option<Opened>) -> Element {
    let words = use_words();
    let ways = [
        (Route::Simulator, Icon::Sum, "allowances.simulator", "allowances.simulator.link"),
        (Route::Files, Icon::Files, "files.title", "files.link"),
        (Route::Delays, Icon::Clock, "delays.title", "delays.link"),
    ];
    rsx! {
        section { class: "month", aria_labelledby: "leaves-ways",
            div { class: "month-head",
                h2 { id: "leaves-ways", {words.say("allowances.ways")} }
            }
            ul { class: "card list",
                for (to , icon , title , text) in ways {
                    li { key: "{title}",
                        WayRow {
                            current: to == Route::Simulator && open == Some(Opened::Simulator),
                            to,
                            icon,
                            title: words.say(title),
                            note: words.say(text),
                        }
                    }
                }
            }
        }
    }
}
