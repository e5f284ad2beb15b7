//! The wait between two attempts, counted down.

use dioxus::prelude::*;

use crate::browser;
use crate::command::Command;
use crate::i18n::{problem_wait, use_words};
use crate::task::use_task;

/// Seconds until the next attempt is looked at; 0 when it is at once.
pub(crate) fn use_wait(attempt: Command) -> u64 {
    let mut left = use_signal(|| 0);
    use_task(move || {
        let mut rest = attempt.error().as_ref().map_or(0, problem_wait);
        async move {
            left.set(rest);
            while rest > 0 {
                browser::sleep(1_000).await;
                rest -= 1;
                left.set(rest);
            }
        }
    });
    left()
}

/// « Nouvel essai possible dans 30 secondes ». A timer is not read out at each second.
#[component]
pub(crate) fn WaitNote(seconds: u64) -> Element {
    let words = use_words();
    rsx! {
        p { class: "wait-note num", role: "timer", aria_live: "off",
            if seconds > 0 {
                {words.count("error.wait", seconds)}
            }
        }
    }
}
