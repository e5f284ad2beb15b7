//! What the member must know about this device.

use dioxus::prelude::*;
use protocol::sign_in::Session;

use crate::components::{Button, Icon, IconView, Look};
use crate::i18n::use_words;
use crate::query::Query;

/// A damaged file was set aside: said until the member has read it.
#[component]
pub(super) fn SetAside(session: Query<Session>) -> Element {
    let words = use_words();
    let mut read = use_signal(|| false);
    let shown = !read() && session.ready().is_some_and(|session| session.file_was_set_aside);
    rsx! {
        div { class: "banners", role: "alert",
            if shown {
                div { class: "banner",
                    IconView { icon: Icon::Info }
                    p { {words.say("sign_in.set_aside")} }
                    Button {
                        label: words.say("nav.close"),
                        look: Look::Icon,
                        icon: Icon::Close,
                        onpress: move |()| read.set(true),
                    }
                }
            }
        }
    }
}
