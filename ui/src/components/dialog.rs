//! A question over the page, as a native dialog: focus stays in it, Escape closes it.

use dioxus::prelude::*;

use crate::browser;

/// Open as long as it is drawn; `onclose` is called when the member closes it.
#[component]
pub(crate) fn Dialog(id: &'static str, title: String, onclose: EventHandler<()>, children: Element) -> Element {
    use_effect(move || browser::open_dialog(id));
    use_drop(move || browser::close_dialog(id));
    rsx! {
        dialog {
            id,
            class: "dialog",
            aria_labelledby: "{id}-title",
            // Escape: the page decides, so that state and screen agree.
            oncancel: move |event| {
                event.prevent_default();
                onclose.call(());
            },
            onkeydown: move |event| {
                if event.key() == Key::Escape {
                    event.prevent_default();
                    event.stop_propagation();
                    onclose.call(());
                }
            },
            h2 { id: "{id}-title", tabindex: "-1", {title} }
            {children}
        }
    }
}
