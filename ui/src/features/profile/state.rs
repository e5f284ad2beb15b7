//! The number that is shown whole: one at a time, for half a minute, gone with the screen.

use dioxus::prelude::*;
use protocol::profile::Reveal;

use crate::bridge;
use crate::browser;
use crate::command::{Command, use_command};

/// A number stays whole so long, in milliseconds.
const SHOWN_FOR: i32 = 30_000;

/// The store of the screen.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct RevealStore {
    shown: Signal<Option<(Reveal, String)>>,
    asked: Signal<Option<Reveal>>,
    turn: Signal<u32>,
    fetch: Command,
}

/// The store; what it shows goes when the screen goes.
pub(super) fn use_reveal_store() -> RevealStore {
    RevealStore { shown: use_signal(|| None), asked: use_signal(|| None), turn: use_signal(|| 0), fetch: use_command() }
}

impl RevealStore {
    /// The number whole, when it is the one that is shown.
    pub(super) fn whole(self, what: &Reveal) -> Option<String> {
        self.shown.read().as_ref().filter(|(shown, _)| shown == what).map(|(_, text)| text.clone())
    }

    /// It is being fetched.
    pub(super) fn is_busy(self, what: &Reveal) -> bool {
        self.fetch.is_busy() && self.asked.read().as_ref() == Some(what)
    }

    /// Why it could not be shown.
    pub(super) fn error(self, what: &Reveal) -> Option<protocol::ApiError> {
        self.fetch.error().filter(|_| self.asked.read().as_ref() == Some(what))
    }

    /// Shows this one whole, and masks any other.
    pub(super) fn show(mut self, what: Reveal) {
        self.hide();
        self.asked.set(Some(what.clone()));
        self.fetch.run(bridge::reveal(what.clone()), move |text| {
            self.shown.set(Some((what, text)));
            let turn = *self.turn.peek();
            spawn(async move {
                browser::sleep(SHOWN_FOR).await;
                if *self.turn.peek() == turn {
                    self.hide();
                }
            });
        });
    }

    /// Masks whatever is shown.
    pub(super) fn hide(mut self) {
        self.turn += 1;
        self.shown.set(None);
    }
}
