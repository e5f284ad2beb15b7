//! « Appareils et accès » (I3): the devices of the account, and who was in it, from the service and from this device.

mod devices;
mod log;

use dioxus::prelude::*;
use protocol::sync::Tag;

use crate::bridge;
use crate::components::{ErrorState, Screen, Skeleton};
use crate::frame::ScreenHead;
use crate::i18n::use_words;
use crate::query::{Loaded, use_query};
use devices::Devices;
use log::Log;

/// The screen.
#[component]
pub(crate) fn AccessScreen() -> Element {
    let words = use_words();
    let log = use_query(&[Tag::Access], bridge::access_log);
    rsx! {
        Screen { name: "access", title: words.say("access.title"), ready: log.is_answered(),
            ScreenHead { title: words.say("access.title") }
            match log.loaded() {
                Loaded::Loading => rsx! { Skeleton { rows: 6 } },
                Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| log.retry() } },
                Loaded::Ready(log) => rsx! {
                    div { class: "access",
                        Devices { devices: log.devices.clone() }
                        Log { days: log.days.clone() }
                    }
                },
            }
        }
    }
}
