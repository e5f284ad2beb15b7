//! Things said in passing, such as « copie enregistrée »: at the foot of the page, for a while.

use dioxus::prelude::*;

use super::{Button, Icon, IconView, Look};
use crate::browser;
use crate::context::use_notice;
use crate::i18n::use_words;
use crate::task::use_task;

const SHOWN_FOR: i32 = 8_000;

/// The place of notices; screen readers hear each of them.
#[component]
pub(crate) fn NoticeView() -> Element {
    let words = use_words();
    let mut notice = use_notice().0;
    use_task(move || {
        let something = notice.read().is_some();
        async move {
            if something {
                browser::sleep(SHOWN_FOR).await;
                notice.set(None);
            }
        }
    });
    rsx! {
        div { class: "notices", role: "status", aria_live: "polite",
            if let Some(text) = notice() {
                div { class: "notice",
                    IconView { icon: Icon::Check }
                    p { {text} }
                    Button {
                        label: words.say("nav.close"),
                        look: Look::Icon,
                        icon: Icon::Close,
                        onpress: move |()| notice.set(None),
                    }
                }
            }
        }
    }
}
