//! The « attestation de droits »: for whom, with what, and how it will look, before it is made.

use dioxus::prelude::*;
use protocol::documents::AttestationRequest;
use protocol::sync::Tag;
use protocol::{ApiError, BeneficiaryId, DocumentId};

use super::actions::{Kept, PaperActions};
use super::people::short_names;
use crate::bridge;
use crate::components::{Chip, DetailHead, ErrorState, Pages, Skeleton};
use crate::i18n::use_words;
use crate::kept::use_kept;
use crate::query::{Loaded, use_query};

/// What the member wants on the paper. One document is made for one wish, however often it is saved.
#[derive(Clone, Copy, PartialEq)]
struct AttestationStore {
    request: Signal<AttestationRequest>,
    made: Signal<Option<(AttestationRequest, DocumentId)>>,
}

impl AttestationStore {
    fn choose(mut self, person: Option<BeneficiaryId>) {
        self.request.write().person = person;
    }

    fn mention_exemption(mut self, exemption: bool) {
        self.request.write().exemption = exemption;
    }

    /// The document for the present wish: the one already made, or a new one.
    async fn keep(mut self) -> Result<DocumentId, ApiError> {
        let wish = self.request.peek().clone();
        let known = self.made.peek().clone();
        match known {
            Some((request, id)) if request == wish => Ok(id),
            _ => {
                let id = bridge::make_attestation(wish.clone()).await?;
                self.made.set(Some((wish, id.clone())));
                Ok(id)
            }
        }
    }
}

/// Choices, pages, and what to do with them.
#[component]
pub(super) fn Attestation() -> Element {
    let words = use_words();
    let store = AttestationStore {
        request: use_kept("attestation", || AttestationRequest { person: None, exemption: false }),
        made: use_signal(|| None),
    };
    let preview = use_query(&[Tag::Profile], move || bridge::preview_attestation(store.request.read().clone()));
    let title = words.say("documents.attestation.title");
    rsx! {
        DetailHead { title }
        div { class: "attestation",
            Who { store }
            label { class: "choice card",
                input {
                    r#type: "checkbox",
                    checked: store.request.read().exemption,
                    onchange: move |event| store.mention_exemption(event.checked()),
                }
                span {
                    span { class: "strong", {words.say("documents.attestation.exemption")} }
                    span { class: "muted small block", {words.say("documents.attestation.exemption.text")} }
                }
            }
            match preview.loaded() {
                Loaded::Loading => rsx! { Skeleton { rows: 5 } },
                Loaded::Failed(error) => rsx! { ErrorState { error, onretry: move |()| preview.retry() } },
                Loaded::Ready(view) => rsx! {
                    Pages { view: (*view).clone(), title: words.say("documents.attestation.preview") }
                },
            }
            if preview.ready().is_some() {
                PaperActions { keep: Kept::new(move || Box::pin(store.keep())) }
            }
            p { class: "muted xs centred", {words.say("documents.attestation.note")} " " {words.say("documents.copy_note")} }
        }
    }
}

/// The whole family, or one person.
#[component]
fn Who(store: AttestationStore) -> Element {
    let words = use_words();
    let profile = use_query(&[Tag::Profile], bridge::profile);
    let people = profile.ready().map(|profile| profile.people.clone()).unwrap_or_default();
    let names = short_names(&people);
    let chosen = store.request.read().person.clone();
    if people.len() < 2 {
        return rsx! {};
    }
    rsx! {
        fieldset { class: "chip-set",
            legend { {words.say("documents.attestation.who")} }
            div { class: "chips wrap",
                Chip {
                    label: words.say("documents.attestation.family"),
                    pressed: chosen.is_none(),
                    onpress: move |()| store.choose(None),
                }
                for (person , name) in people.into_iter().zip(names) {
                    Chip {
                        key: "{person.id}",
                        label: name,
                        pressed: chosen.as_ref() == Some(&person.id),
                        onpress: move |()| store.choose(Some(person.id.clone())),
                    }
                }
            }
        }
    }
}
