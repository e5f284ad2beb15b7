//! « Mes démarches en 2 clics ».

use dioxus::prelude::*;

use crate::components::{Icon, WayRow};
use crate::i18n::use_words;
use crate::route::Route;

/// What members come for most.
#[component]
pub(super) fn Shortcuts() -> Element {
    let words = use_words();
    let entries = [
        (Route::Attestation, Icon::Documents, "home.attestation", "home.attestation.text"),
        (Route::Leaves, Icon::Leaves, "allowances.title", "allowances.link"),
        (Route::Delays, Icon::Clock, "delays.title", "delays.link"),
        (Route::Profile, Icon::Person, "home.profile", "home.profile.text"),
    ];
    rsx! {
        section { class: "shortcuts", aria_labelledby: "shortcuts-title",
            div { class: "month-head",
                h2 { id: "shortcuts-title", {words.say("home.shortcuts")} }
            }
            ul { class: "card list",
                for (route , icon , title , text) in entries {
                    li { key: "{title}",
                        WayRow { to: route, icon, title: words.say(title), note: words.say(text) }
                    }
                }
            }
        }
    }
}
