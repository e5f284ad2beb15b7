//! A row that leads somewhere: a sign, where to, and what is there.

use dioxus::prelude::*;

use super::{Icon, IconView, Link};
use crate::route::Route;

/// One row; whatever else is to be said of it stands below its note.
#[component]
pub(crate) fn WayRow(
    to: Route,
    icon: Icon,
    title: String,
    note: String,
    #[props(default = "item")] class: &'static str,
    #[props(default)] current: bool,
    children: Element,
) -> Element {
    rsx! {
        Link { to, class, current: current.then_some("true"),
            span { class: "item-sign", IconView { icon } }
            span { class: "item-what",
                span { class: "item-title", {title} }
                span { class: "item-note", {note} }
                {children}
            }
            IconView { icon: Icon::Forward }
        }
    }
}
