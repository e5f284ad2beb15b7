//! Changes that wait: for a link to be followed, or for two days to pass. Each can be given up.

use dioxus::prelude::*;
use protocol::profile::{PendingBankView, PendingEmailView, ProfileChange};

use super::number::Number;
use super::state::RevealStore;
use crate::bridge;
use crate::command::{Command, use_command};
use crate::components::{Button, ErrorNote, Look, Tag, Tone};
use crate::context::{use_notice, use_return};
use crate::i18n::use_words;

/// The address that is to take the place of the one above.
#[component]
pub(super) fn WaitingEmail(pending: PendingEmailView, store: RevealStore) -> Element {
    let words = use_words();
    let command = use_command();
    let update = use_command();
    // Perhaps the member has just followed the link.
    use_return(move || update.run(bridge::sync_now(), |()| ()));
    let until = words.moment(pending.until);
    let text = if pending.is_over { "profile.pending.email.over" } else { "profile.pending.email.text" };
    rsx! {
        div { class: "pending",
            Tag { text: words.say("profile.pending.email"), tone: Tone::Wait }
            Number { masked: pending.email, what: words.say("profile.pending.email.what"), store }
            p { class: "small", {words.fill(text, &[("until", &until)])} }
            ErrorNote { error: command.error() }
            div { class: "actions",
                Act {
                    command,
                    label: words.say("profile.pending.resend"),
                    done: words.say("profile.pending.resent"),
                    wish: Wish::ResendEmail,
                }
                Act {
                    command,
                    label: words.say("profile.pending.give_up"),
                    done: words.say("profile.pending.given_up"),
                    wish: Wish::GiveUpEmail,
                }
            }
        }
    }
}

/// The account that is to take the place of the one above.
#[component]
pub(super) fn WaitingBank(pending: PendingBankView, store: RevealStore) -> Element {
    let words = use_words();
    let command = use_command();
    rsx! {
        div { class: "pending",
            Tag { text: words.say("profile.pending.bank"), tone: Tone::Wait }
            Number { masked: pending.iban, what: words.say("profile.pending.bank.what"), store }
            if let Some(bank) = pending.bank {
                p { class: "muted small", {bank} }
            }
            p { class: "small", {words.fill("profile.pending.bank.text", &[("from", &words.moment(pending.from))])} }
            ErrorNote { error: command.error() }
            div { class: "actions",
                Act {
                    command,
                    label: words.say("profile.pending.give_up"),
                    done: words.say("profile.pending.given_up"),
                    wish: Wish::GiveUpBank,
                }
            }
        }
    }
}

/// What can be done about what waits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    ResendEmail,
    GiveUpEmail,
    GiveUpBank,
}

#[component]
fn Act(command: Command, label: &'static str, done: &'static str, wish: Wish) -> Element {
    let notice = use_notice();
    let change = move || match wish {
        Wish::ResendEmail => ProfileChange::ResendEmail,
        Wish::GiveUpEmail => ProfileChange::GiveUpEmail,
        Wish::GiveUpBank => ProfileChange::GiveUpBank,
    };
    rsx! {
        Button {
            label,
            look: Look::Quiet,
            disabled: command.is_busy(),
            onpress: move |()| command.run(bridge::change_profile(change()), move |()| notice.say(done.to_owned())),
        }
    }
}
