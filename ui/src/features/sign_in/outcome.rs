//! Outcomes of signing in after which there is nothing more to type here: each says why, and what to do next.

use dioxus::prelude::*;
use protocol::ApiError;

use crate::components::{Button, Look, OuterScreen, WaitNote};
use crate::context::{Question, use_questions};
use crate::i18n::use_words;

/// Whether the form or the step makes place for a screen of its own.
pub(super) fn is_an_outcome(error: &ApiError) -> bool {
    matches!(
        error,
        ApiError::ProvisionalCodeExpired
            | ApiError::NoLongerInScheme { .. }
            | ApiError::TooManyAttempts { .. }
            | ApiError::EntranceEnded
    )
}

/// The screen of such an outcome; `wait` counts down.
#[component]
pub(super) fn OutcomeView(outcome: ApiError, #[props(default)] wait: u64, onback: EventHandler<()>) -> Element {
    let words = use_words();
    let questions = use_questions();
    let (title, text) = match &outcome {
        ApiError::ProvisionalCodeExpired => {
            ("sign_in.provisional_expired.title", words.say("sign_in.provisional_expired.text").to_owned())
        }
        ApiError::NoLongerInScheme { scheme: Some(scheme) } => {
            ("sign_in.other_scheme.title", words.fill("sign_in.other_scheme.text", &[("scheme", scheme)]))
        }
        ApiError::NoLongerInScheme { scheme: None } => {
            ("sign_in.other_scheme.title", words.say("sign_in.other_scheme.unknown").to_owned())
        }
        ApiError::TooManyAttempts { .. } if wait > 0 => {
            ("sign_in.too_many.title", words.say("sign_in.too_many.text").to_owned())
        }
        ApiError::TooManyAttempts { .. } => ("sign_in.too_many.title", words.say("sign_in.too_many.over").to_owned()),
        _ => ("sign_in.ended.title", words.say("sign_in.ended.text").to_owned()),
    };
    let renewal = match &outcome {
        ApiError::ProvisionalCodeExpired => Some("sign_in.provisional_expired.renew"),
        ApiError::TooManyAttempts { .. } => Some("forgotten.link"),
        _ => None,
    };
    let renews = outcome == ApiError::ProvisionalCodeExpired;
    let back = rsx! {
        Button {
            label: words.say("sign_in.back"),
            look: if renews { Look::Quiet } else { Look::Primary },
            disabled: wait > 0,
            onpress: move |()| onback.call(()),
        }
    };
    let renew = rsx! {
        if let Some(renewal) = renewal {
            Button {
                label: words.say(renewal),
                look: if renews { Look::Primary } else { Look::Quiet },
                onpress: move |()| questions.ask(Question::ForgottenCode),
            }
        }
    };
    rsx! {
        OuterScreen { name: "outcome", title: words.say(title),
            p { class: "centred", {text} }
            WaitNote { seconds: wait }
            if renews {
                {renew}
                {back}
            } else {
                {back}
                {renew}
            }
            p { class: "muted xs centred", {words.say("app.demonstration")} }
        }
    }
}
