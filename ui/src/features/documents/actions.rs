//! What can be done with a document: save a copy, share one, print.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use dioxus::prelude::*;
use protocol::documents::SavedCopy;
use protocol::{ApiError, DocumentId};

use crate::command::use_command;
use crate::components::{Button, ErrorNote, Icon, Look};
use crate::context::use_notice;
use crate::i18n::{Words, use_words};
use crate::{bridge, browser};

type Keeping = Pin<Box<dyn Future<Output = Result<DocumentId, ApiError>>>>;

/// How to come by the document: it is kept already, or is made now.
#[derive(Clone)]
pub(super) struct Kept(Rc<dyn Fn() -> Keeping>);

impl Kept {
    pub(super) fn new(keep: impl Fn() -> Keeping + 'static) -> Self {
        Self(Rc::new(keep))
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// « Enregistrer », « Partager », « Imprimer ».
#[component]
pub(super) fn PaperActions(keep: Kept, children: Element) -> Element {
    let words = use_words();
    let notice = use_notice();
    let save = use_command();
    let share = use_command();
    let print = use_command();
    let (for_save, for_share) = (keep.clone(), keep);
    rsx! {
        ErrorNote { error: save.error().or_else(|| share.error()) }
        div { class: "actions",
            Button {
                label: words.say("documents.save"),
                icon: Icon::Save,
                busy: save.is_busy(),
                onpress: move |()| {
                    let document = (for_save.0)();
                    save.run(
                        async move { bridge::save_document(document.await?).await },
                        move |copy| notice.say(copy_words(words, "documents.saved", &copy)),
                    );
                },
            }
            Button {
                label: words.say("documents.share"),
                look: Look::Quiet,
                icon: Icon::Share,
                busy: share.is_busy(),
                onpress: move |()| {
                    let document = (for_share.0)();
                    share.run(
                        async move { bridge::share_document(document.await?).await },
                        move |copy| notice.say(copy_words(words, "documents.shared", &copy)),
                    );
                },
            }
            Button {
                label: words.say("documents.print"),
                look: Look::Quiet,
                icon: Icon::Print,
                onpress: move |()| {
                    browser::print();
                    print.run(bridge::note_printed(), |()| ());
                },
            }
            {children}
        }
    }
}

fn copy_words(words: Words, key: &'static str, copy: &SavedCopy) -> String {
    words.fill(key, &[("file", &copy.file_name), ("folder", &copy.folder)])
}
