//! The picture of a receipt: chosen, taken away, looked at.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dioxus::prelude::*;
use protocol::expected::{RECEIPT_BYTES, Receipt};
use protocol::{ApiError, Field, Problem};

use super::draft::CareDraft;
use super::form::id_of;
use crate::components::{Button, ErrorNote, Icon, IconView, Look};
use crate::i18n::use_words;

/// A button that asks the system for a picture. What is too large is said before it is read.
#[component]
pub(super) fn ReceiptChooser(draft: CareDraft, error: Option<ApiError>, ontype: EventHandler<()>) -> Element {
    let words = use_words();
    let mut refused = use_signal(|| None::<ApiError>);
    let shown = refused.read().clone().or(error);
    let chosen = move |event: Event<FormData>| async move {
        ontype.call(());
        refused.set(None);
        let Some(file) = event.files().into_iter().next() else { return };
        let wrong = |problem| Some(ApiError::Invalid { field: Field::Receipt, problem });
        if usize::try_from(file.size()).unwrap_or(usize::MAX) > RECEIPT_BYTES {
            refused.set(wrong(Problem::TooLong));
            return;
        }
        match file.read_bytes().await {
            Ok(bytes) => draft.attach(Some(STANDARD.encode(&bytes))),
            Err(_) => refused.set(wrong(Problem::Impossible)),
        }
    };
    let label = if draft.has_receipt() { "expected.receipt.replace" } else { "expected.receipt.add" };
    rsx! {
        div { class: "field receipt-field",
            p { class: "strong", {words.say("expected.receipt")} }
            p { class: "hint", {words.say("expected.receipt.hint")} }
            if draft.has_receipt() {
                p { role: "status", class: "receipt-kept",
                    IconView { icon: Icon::Check }
                    span { {words.say("expected.receipt.chosen")} }
                }
            }
            div { class: "actions",
                label { class: "button quiet file",
                    input {
                        id: id_of(Field::Receipt),
                        class: "heard",
                        r#type: "file",
                        accept: "image/jpeg,image/png",
                        aria_describedby: "receipt-error",
                        onchange: chosen,
                    }
                    IconView { icon: Icon::Add }
                    span { {words.say(label)} }
                }
                if draft.has_receipt() {
                    Button {
                        label: words.say("expected.receipt.remove"),
                        look: Look::Plain,
                        onpress: move |()| draft.attach(None),
                    }
                }
            }
            ErrorNote { id: "receipt-error", error: shown }
        }
    }
}

/// The picture that is kept.
#[component]
pub(super) fn ReceiptView(receipt: Receipt) -> Element {
    let words = use_words();
    rsx! {
        section { class: "receipt", aria_labelledby: "receipt-title",
            h3 { id: "receipt-title", {words.say("expected.receipt")} }
            img {
                class: "page",
                alt: words.say("expected.receipt.alt"),
                src: "data:{receipt.media_type};base64,{receipt.data}",
            }
        }
    }
}
