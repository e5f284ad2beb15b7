//! What was found, group by group; each row leads where it belongs.

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::documents::DocumentRow;
use protocol::search::{Found, FoundProvider};

use super::place_words::{icon, place_keys, route};
use crate::components::{Button, Icon, IconView, Look, PaymentList, WayRow};
use crate::i18n::{Words, act_key, document_key, use_words};
use crate::route::Route;

/// All groups that hold something.
#[component]
pub(super) fn Groups(found: Rc<Found>, onlook: EventHandler<String>, onmore: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "results",
            if !found.places.is_empty() {
                Group { id: "places", title: words.say("search.places"),
                    ul { class: "card list",
                        for place in found.places.iter().copied() {
                            li { key: "{place:?}",
                                WayRow {
                                    to: route(place),
                                    icon: icon(place),
                                    title: words.say(place_keys(place).0),
                                    note: words.say(place_keys(place).1),
                                }
                            }
                        }
                    }
                }
            }
            if !found.people.is_empty() {
                Group { id: "people", title: words.say("search.people"),
                    ul { class: "card list",
                        for person in found.people.iter().cloned() {
                            li { key: "{person.id}",
                                WayRow {
                                    to: Route::Profile,
                                    icon: Icon::Person,
                                    title: person.name,
                                    note: words.say("search.person"),
                                }
                            }
                        }
                    }
                }
            }
            if !found.acts.is_empty() {
                Group { id: "acts", title: words.say("search.acts"),
                    ul { class: "card list",
                        for of in found.acts.iter().copied() {
                            li { key: "{of.act:?}",
                                WayRow {
                                    to: Route::Charts(Some(of.act)),
                                    icon: Icon::Chart,
                                    title: words.say(act_key(of.act)),
                                    note: words.count("search.act", u64::from(of.payments)),
                                }
                            }
                        }
                    }
                }
            }
            if !found.providers.is_empty() {
                Group { id: "providers", title: words.say("search.providers"),
                    ul { class: "card list",
                        for provider in found.providers.iter().cloned() {
                            li { key: "{provider.name}",
                                Provider { provider, onlook }
                            }
                        }
                    }
                }
            }
            if !found.documents.is_empty() {
                Group { id: "documents", title: words.say("documents.title"),
                    ul { class: "card list",
                        for paper in found.documents.iter().cloned() {
                            li { key: "{paper.id}",
                                WayRow {
                                    to: Route::Document(paper.id.clone()),
                                    icon: Icon::Documents,
                                    title: paper_title(words, &paper),
                                    note: words.long_date(paper.date),
                                }
                            }
                        }
                    }
                }
            }
            if !found.payments.is_empty() {
                Group { id: "payments", title: words.count("search.payments", u64::from(found.payments_in_all)),
                    PaymentList { rows: found.payments.clone() }
                    if found.payments.len() < usize::try_from(found.payments_in_all).unwrap_or(usize::MAX) {
                        div { class: "more",
                            p { class: "muted small",
                                {words.fill("search.shown", &[("count", &found.payments.len().to_string())])}
                            }
                            Button {
                                label: words.say("payments.more"),
                                look: Look::Quiet,
                                onpress: move |()| onmore.call(()),
                            }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Group(id: &'static str, title: String, children: Element) -> Element {
    rsx! {
        section { class: "results-group", aria_labelledby: "found-{id}",
            h2 { id: "found-{id}", {title} }
            {children}
        }
    }
}

/// A professional: all of their payments are a press away.
#[component]
fn Provider(provider: FoundProvider, onlook: EventHandler<String>) -> Element {
    let words = use_words();
    let name = provider.name.clone();
    rsx! {
        button { class: "item", r#type: "button", onclick: move |_| onlook.call(name.clone()),
            span { class: "item-sign", IconView { icon: Icon::People } }
            span { class: "item-what",
                span { class: "item-title", {provider.name} }
                span { class: "item-note", {words.count("statements.payments", u64::from(provider.payments))} }
            }
            IconView { icon: Icon::Search }
        }
    }
}

/// « Attestation de droits, Noé »; the caisse's own title of a letter.
fn paper_title(words: Words, paper: &DocumentRow) -> String {
    let kind = words.say(document_key(paper.kind));
    match (&paper.title, paper.made_at, paper.people.as_slice()) {
        (Some(title), None, _) => title.clone(),
        (Some(title), Some(_), _) => format!("{kind}, {title}"),
        (None, _, []) => kind.to_owned(),
        (None, _, people) => format!("{kind}, {}", people.join(", ")),
    }
}
