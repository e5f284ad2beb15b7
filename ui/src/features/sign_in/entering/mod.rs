//! The way in that is not finished (A10 to A13): one screen for each step before the account opens.

mod details;
mod email;
mod email_code;
mod new_code;
mod terms;

use dioxus::prelude::*;
use protocol::ApiError;
use protocol::entrance::{Act, Step};
use protocol::sync::Tag;

use super::outcome::{OutcomeView, is_an_outcome};
use crate::bridge;
use crate::command::{Command, use_command};
use crate::components::{Button, ErrorNote, Look, OuterScreen, WaitNote, use_wait};
use crate::context::{Changes, use_changes};
use crate::i18n::{problem_field, use_words};

/// The screen of the step.
#[component]
pub(crate) fn Entering(step: Option<Step>) -> Element {
    match step {
        Some(Step::EmailCode { to, sent, again_in }) => rsx! { email_code::EmailCode { to, sent, again_in } },
        Some(Step::ChooseCode { because }) => rsx! { new_code::NewCode { because } },
        Some(Step::AcceptTerms) => rsx! { terms::Terms {} },
        Some(Step::GiveEmail) => rsx! { email::GiveEmail {} },
        Some(Step::ConfirmEmail { to, .. }) => rsx! { email::ConfirmEmail { to } },
        Some(Step::ConfirmDetails { details }) => rsx! { details::ConfirmDetails { details } },
        None => rsx! {},
    }
}

/// What the member does at a step, one thing at a time.
#[derive(Clone, Copy, PartialEq)]
struct Way {
    attempt: Command,
    changes: Changes,
    /// Seconds until the next thing may be asked for.
    wait: u64,
}

fn use_way() -> Way {
    let attempt = use_command();
    Way { attempt, changes: use_changes(), wait: use_wait(attempt) }
}

impl Way {
    fn go_on(self, act: Act) {
        self.go_on_then(act, || {});
    }

    /// `done` once the act was accepted.
    fn go_on_then(self, act: Act, done: impl FnOnce() + 'static) {
        let Self { attempt, changes, .. } = self;
        attempt.run(bridge::go_on(act), move |()| {
            done();
            changes.say(&[Tag::Session, Tag::Sync]);
        });
    }

    /// The member is back in the window: they may have done elsewhere what the step waits for. Nothing is said when not.
    fn look_again(self) {
        let Self { attempt, changes, .. } = self;
        let look = async {
            match bridge::go_on(Act::Look).await {
                Err(ApiError::Refused { .. } | ApiError::Offline | ApiError::ServiceUnavailable) => Ok(false),
                looked => looked.map(|()| true),
            }
        };
        attempt.run(look, move |moved| {
            if moved {
                changes.say(&[Tag::Session, Tag::Sync]);
            }
        });
    }

    fn leave(self) {
        let Self { attempt, changes, .. } = self;
        attempt.run(bridge::leave_entrance(), move |()| changes.say(&[Tag::Session]));
    }

    /// What is wrong with an entry of the step.
    fn error_of(self, field: protocol::Field) -> Option<ApiError> {
        self.attempt.error().filter(|error| problem_field(error) == Some(field))
    }
}

/// Where a step has its way back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Back {
    /// « Retour », below.
    #[default]
    Below,
    /// The step has a button of its own for it.
    Elsewhere,
}

/// A step: what it is about, what to do, and the way back, which ends the way in.
#[component]
fn StepScreen(
    name: &'static str,
    title: String,
    text: String,
    way: Way,
    #[props(default = "#screen-title")] focus: &'static str,
    #[props(default)] back: Back,
    children: Element,
) -> Element {
    let words = use_words();
    let error = way.attempt.error();
    if let Some(outcome) = error.clone().filter(is_an_outcome) {
        return rsx! { OutcomeView { outcome, onback: move |()| way.leave() } };
    }
    rsx! {
        OuterScreen { name, title, focus,
            p { class: "muted centred", {text} }
            {children}
            ErrorNote { error: error.filter(|error| problem_field(error).is_none()) }
            WaitNote { seconds: way.wait }
            if back == Back::Below {
                Button {
                    label: words.say("nav.back"),
                    look: Look::Plain,
                    disabled: way.attempt.is_busy(),
                    onpress: move |()| way.leave(),
                }
            }
        }
    }
}
