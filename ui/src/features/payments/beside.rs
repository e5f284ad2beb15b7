//! « Autour de mes paiements »: what they come to besides the list of them, out of its way until it is asked for.

use dioxus::prelude::*;

use super::Opened;
use super::state::PaymentsStore;
use crate::components::{Icon, IconView, WayRow};
use crate::i18n::use_words;
use crate::route::Route;

/// Where one can go, and how it is called.
const WAYS: [(Route, Icon, &str, &str); 7] = [
    (Route::Expected, Icon::Add, "expected.title", "expected.link"),
    (Route::Charts(None), Icon::Chart, "charts.title", "charts.link"),
    (Route::Deductions, Icon::Info, "deductions.title", "deductions.link"),
    (Route::Leaves, Icon::Leaves, "allowances.title", "allowances.link"),
    (Route::Debts, Icon::Payments, "debts.title", "debts.link"),
    (Route::Forwarding, Icon::Share, "forwarding.title", "forwarding.link"),
    (Route::Statements, Icon::Documents, "statements.title", "statements.link"),
];

/// A button, and what it shows.
#[component]
pub(super) fn Beside(store: PaymentsStore, open: Option<Opened>) -> Element {
    let words = use_words();
    let shown = store.is_beside_open();
    let here = open.as_ref().map(Opened::way);
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
                        for (to , icon , title , text) in WAYS {
                            li { key: "{title}",
                                WayRow {
                                    current: here.as_ref() == Some(&to),
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
