//! What is typed and found on the way to a caisse.

use dioxus::prelude::*;
use protocol::account::CaisseSearch;

/// The postal code, what it led to, and which caisse is chosen of it.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct CaisseStore {
    postal_code: Signal<String>,
    found: Signal<Option<CaisseSearch>>,
    chosen: Signal<Option<String>>,
}

/// The store of the screen.
pub(super) fn use_caisse_store() -> CaisseStore {
    CaisseStore { postal_code: use_signal(String::new), found: use_signal(|| None), chosen: use_signal(|| None) }
}

impl CaisseStore {
    /// The postal code as typed.
    pub(super) fn postal_code(self) -> String {
        self.postal_code.read().clone()
    }

    /// Another postal code was typed.
    pub(super) fn type_postal_code(mut self, text: String) {
        self.postal_code.set(text);
    }

    /// What was found.
    pub(super) fn found(self) -> Option<CaisseSearch> {
        self.found.read().clone()
    }

    /// Something was found; the only caisse is chosen at once.
    pub(super) fn find(mut self, found: CaisseSearch) {
        let only = match found.caisses.as_slice() {
            [caisse] => Some(caisse.code.clone()),
            _ => None,
        };
        self.chosen.set(only);
        self.found.set(Some(found));
    }

    /// The code of the caisse chosen.
    pub(super) fn chosen(self) -> Option<String> {
        self.chosen.read().clone()
    }

    /// This one of several.
    pub(super) fn choose(mut self, code: String) {
        self.chosen.set(Some(code));
    }

    /// « Ce n’est pas ma caisse »: back to the postal code, which stays typed.
    pub(super) fn start_again(mut self) {
        self.found.set(None);
        self.chosen.set(None);
    }
}
