//! What is typed of care to be noted: it stays while the member moves between screens, and is there again after unlocking.

use dioxus::prelude::*;
use protocol::expected::{CareEntries, NoteCare};

use crate::kept::use_kept;

/// The care to be noted.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct CareDraft {
    entries: Signal<CareEntries>,
    receipt: Signal<Option<String>>,
}

/// The draft lives as long as the account is open.
pub(crate) fn use_draft_provider() {
    let entries = use_kept("note-care", CareEntries::default);
    let receipt = use_kept("note-receipt", || None);
    use_context_provider(|| CareDraft { entries, receipt });
}

impl CareDraft {
    pub(super) fn entries(self) -> CareEntries {
        self.entries.read().clone()
    }

    pub(super) fn change(mut self, change: impl FnOnce(&mut CareEntries)) {
        change(&mut self.entries.write());
    }

    /// A picture in base64, or none.
    pub(super) fn attach(mut self, picture: Option<String>) {
        self.receipt.set(picture);
    }

    pub(super) fn has_receipt(self) -> bool {
        self.receipt.read().is_some()
    }

    /// All of it, to be noted.
    pub(super) fn request(self) -> NoteCare {
        NoteCare { entries: self.entries.peek().clone(), receipt: self.receipt.peek().clone() }
    }

    /// It is noted, or not wanted any more.
    pub(super) fn forget(mut self) {
        self.entries.set(CareEntries::default());
        self.receipt.set(None);
    }
}
