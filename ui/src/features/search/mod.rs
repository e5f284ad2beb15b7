//! « Rechercher » (P15): one field over payments, kinds of care, persons, professionals, documents and places of the app.

mod groups;
mod place_words;

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::search::{Found, SearchRequest};
use protocol::sync::Tag;

use crate::bridge;
use crate::browser;
use crate::components::{Button, EmptyState, ErrorState, Field, FieldKind, Icon, Look, Screen, Skeleton};
use crate::frame::ScreenHead;
use crate::i18n::{Words, use_words};
use crate::kept::use_kept;
use crate::query::{Loaded, use_query};
use groups::Groups;

/// Payments shown at first, and more at each press.
const PAYMENTS: u32 = 10;

/// What is typed. It outlives the screen, and is there again after unlocking.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct SearchText(Signal<String>);

/// What is looked for stays while the member moves between screens.
pub(crate) fn use_text_provider() {
    let text = use_kept("search", String::new);
    use_context_provider(|| SearchText(text));
}

impl SearchText {
    /// Looks for something else.
    fn set(mut self, text: String) {
        self.0.set(text);
    }
}

/// The screen.
#[component]
pub(crate) fn SearchScreen() -> Element {
    let words = use_words();
    let text: SearchText = use_context();
    let mut payments = use_signal(|| PAYMENTS);
    let found = use_query(&[Tag::Payments, Tag::Profile, Tag::Documents], move || {
        bridge::search(SearchRequest { text: text.0.read().clone(), payments: payments() })
    });
    let mut set = move |new: String| {
        payments.set(PAYMENTS);
        text.set(new);
    };
    rsx! {
        Screen { name: "search", title: words.say("nav.search"), ready: found.is_answered(), focus: "#search-field",
            ScreenHead { title: words.say("nav.search") }
            form { role: "search", class: "search", onsubmit: move |event| event.prevent_default(),
                Field {
                    id: "search-field",
                    label: words.say("search.label"),
                    hint: words.say("search.hint").to_owned(),
                    value: text.0.read().clone(),
                    kind: FieldKind::Words,
                    maxlength: 200,
                    oninput: set,
                }
                if !text.0.read().is_empty() {
                    Button {
                        label: words.say("search.clear"),
                        look: Look::Plain,
                        icon: Icon::Close,
                        onpress: move |()| {
                            set(String::new());
                            browser::focus("#search-field");
                        },
                    }
                }
            }
            match found.loaded() {
                Loaded::Loading => rsx! { Skeleton {} },
                Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| found.retry() } },
                Loaded::Ready(found) => rsx! {
                    Results {
                        found,
                        onlook: set,
                        onmore: move |()| payments += 10 * PAYMENTS,
                    }
                },
            }
        }
    }
}

#[component]
fn Results(found: Rc<Found>, onlook: EventHandler<String>, onmore: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        p { class: "search-count muted small", role: "status", aria_live: "polite",
            if found.asked {
                {count_words(words, &found)}
            }
        }
        if !found.corrected.is_empty() {
            p { class: "small", {words.fill("search.corrected", &[("words", &found.corrected.join(" "))])} }
        }
        if !found.asked {
            Examples { onlook }
        } else if count(&found) == 0 {
            EmptyState { icon: Icon::Search, title: words.say("search.nothing"), text: words.say("search.nothing.text") }
        } else {
            Groups { found, onlook, onmore }
        }
    }
}

/// What may be looked for, to be pressed.
#[component]
fn Examples(onlook: EventHandler<String>) -> Element {
    let words = use_words();
    rsx! {
        section { class: "search-examples", aria_labelledby: "examples-title",
            h2 { id: "examples-title", class: "small", {words.say("search.examples")} }
            div { class: "chips",
                for example in words.say("search.examples.list").split(';').map(str::trim) {
                    button {
                        key: "{example}",
                        class: "chip",
                        r#type: "button",
                        onclick: move |_| onlook.call(example.to_owned()),
                        {example}
                    }
                }
            }
            p { class: "muted small", {words.say("search.private")} }
        }
    }
}

fn count(found: &Found) -> u64 {
    let shown =
        [found.places.len(), found.people.len(), found.acts.len(), found.providers.len(), found.documents.len()];
    u64::try_from(shown.iter().sum::<usize>()).unwrap_or(0) + u64::from(found.payments_in_all)
}

/// « 12 résultats ».
fn count_words(words: Words, found: &Found) -> String {
    words.count("search.count", count(found))
}
