//! « Autour de mes paiements »: what they come to besides the list of them, out of its way until it is asked for.

use dioxus::prelude::*;

use super::Opened;
use super::state::PaymentsStore;
use crate::components::{Icon, IconView, WayRow};
use crate::i18n::use_words;
use crate::route::Route;

/// Where one can go, what stands beside the list then, and how it is called.
const WAYS: [(Route, Option<Opened>, Icon, &str, &str); 5] = [
    (Route::Deductions, Some(Opened::Deductions), Icon::Info, "deductions.title", "deductions.link"),
    (Route::Leaves, None, Icon::Leaves, "allowances.title", "allowances.link"),
    (Route::Debts, Some(Opened::Debts), Icon::Payments, "debts.title", "debts.link"),
    (Route::Forwarding, Some(Opened::Forwarding), Icon::Share, "forwarding.title", "forwarding.link"),
    (Route::Statements, None, Icon::Documents, "statements.title", "statements.link"),
];

/// A button, and what it shows.
#[component]
pub(super) fn Beside(store: PaymentsStore, open: Option<Opened>) -> Element {
    let words = use_words();
    let shown = store.is_beside_open();
    rsx! {
        div { class: "card beside",
            button {
                class: "item",
                r#type: "button",
                aria_expanded: if shown { "true" } else { "false" },
                aria_controls: "beside-payments",
                onclick: move |_| store.toggle_beside(),
                span { class: "item-sign", IconView { icon: Icon::Add } }
                span { class: "item-what",
                    span { class: "item-title", {words.say("payments.beside")} }
                    span { class: "item-note", {words.say("payments.beside.text")} }
                }
                IconView { icon: Icon::Forward }
            }
            div { id: "beside-payments", hidden: !shown,
                if shown {
                    ul { class: "list",
                        for (to , opened , icon , title , text) in WAYS {
                            li { key: "{title}",
                                WayRow {
                                    current: opened.is_some() && open == opened,
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
    }
}
