//! A link to another place of the account.

use dioxus::prelude::*;

use crate::context::use_navigation;
use crate::route::Route;

/// A link; it says so when it is where we are.
#[component]
pub(crate) fn Link(
    to: Route,
    #[props(default)] class: &'static str,
    current: Option<&'static str>,
    label: Option<String>,
    #[props(default)] onfollow: EventHandler<()>,
    children: Element,
) -> Element {
    let navigation = use_navigation();
    rsx! {
        a {
            class,
            href: to.path(),
            aria_current: current,
            aria_label: label,
            onclick: move |event| {
                event.prevent_default();
                onfollow.call(());
                navigation.go(to.clone());
            },
            {children}
        }
    }
}
