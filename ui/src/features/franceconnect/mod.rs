//! FranceConnect (A9): the browser is waited for; then what came of it, in words.

mod words;

use dioxus::prelude::*;
use protocol::franceconnect::FranceConnectAnswer;
use protocol::sign_in::Phase;
use protocol::sync::Tag;

use crate::bridge;
use crate::command::{Command, use_command};
use crate::components::{Button, ErrorNote, Icon, IconView, Look, OuterScreen, WaitNote, use_wait};
use crate::context::{Changes, Question, Questions, use_changes, use_questions};
use crate::i18n::{problem_words, use_words};

/// The flow on the screen: it begins with it.
#[derive(Clone, Copy, PartialEq)]
struct FlowStore {
    attempt: Command,
    answer: Signal<Option<FranceConnectAnswer>>,
    changes: Changes,
    questions: Questions,
    /// On the way to an account.
    opening: bool,
    leave: Command,
}

impl FlowStore {
    fn start(mut self) {
        self.answer.set(None);
        self.attempt.run(bridge::franceconnect(), move |answer| self.take(answer));
    }

    fn take(mut self, answer: FranceConnectAnswer) {
        match answer {
            FranceConnectAnswer::Entered => {
                self.questions.close();
                self.changes.say(&[Tag::Session, Tag::Sync]);
            }
            FranceConnectAnswer::Left => self.back(),
            FranceConnectAnswer::NoAccount { .. } if self.opening => self.questions.ask(Question::OpenAccount),
            other => self.answer.set(Some(other)),
        }
    }

    /// « Annuler »: the flow is not followed any more, whether the shell has heard of it or not.
    fn cancel(self) {
        self.leave.run(bridge::leave_franceconnect(), move |()| self.back());
    }

    /// To where it came from.
    fn back(self) {
        if self.opening {
            self.questions.ask(Question::OpenAccount);
        } else {
            self.questions.close();
        }
    }
}

/// « Continuez dans votre navigateur », and what comes of it.
#[component]
pub(crate) fn FranceConnect(phase: Phase, opening: bool) -> Element {
    let words = use_words();
    let store = FlowStore {
        attempt: use_command(),
        answer: use_signal(|| None),
        changes: use_changes(),
        questions: use_questions(),
        opening,
        leave: use_command(),
    };
    use_hook(move || store.start());
    // The flow is this screen's own: what starts it again goes with the screens below.
    let retry = use_callback(move |()| store.start());
    let cancel = use_callback(move |()| store.cancel());
    let wait = use_wait(store.attempt);
    if let Some(answer) = store.answer.read().clone() {
        return rsx! { Outcome { store, answer, phase, retry } };
    }
    if let Some(error) = store.attempt.error() {
        return rsx! {
            OuterScreen { name: "franceconnect_failed", title: words.say("franceconnect.failed"),
                p { class: "centred", {problem_words(words, &error)} }
                WaitNote { seconds: wait }
                WaysOn { store, wait, retry }
            }
        };
    }
    rsx! { Waiting { cancel } }
}

#[component]
fn Waiting(cancel: Callback) -> Element {
    let words = use_words();
    let again = use_command();
    rsx! {
        OuterScreen { name: "franceconnect", title: words.say("franceconnect.waiting"),
            div { class: "card card-form",
                p { {words.say("franceconnect.waiting.text")} }
                p { class: "muted small", {words.say("franceconnect.waiting.data")} }
                p { class: "told-good", role: "status",
                    IconView { icon: Icon::Person }
                    span { {words.say("franceconnect.waiting.now")} }
                }
                ErrorNote { error: again.error() }
                Button {
                    label: words.say("franceconnect.again"),
                    look: Look::Quiet,
                    icon: Icon::Refresh,
                    busy: again.is_busy(),
                    onpress: move |()| again.run(bridge::open_franceconnect_again(), |()| {}),
                }
                Button {
                    label: words.say("franceconnect.cancel"),
                    look: Look::Plain,
                    onpress: move |()| cancel.call(()),
                }
            }
            p { class: "muted xs centred", {words.say("app.demonstration")} }
        }
    }
}

#[component]
fn Outcome(store: FlowStore, answer: FranceConnectAnswer, phase: Phase, retry: Callback) -> Element {
    let words = use_words();
    let (title, text) = words::of(&answer);
    let opens = matches!(phase, Phase::Members | Phase::SignIn);
    let text = match &answer {
        FranceConnectAnswer::NoAccount { name } => words.fill(text, &[("name", name)]),
        _ => words.say(text).to_owned(),
    };
    let has_account = !matches!(answer, FranceConnectAnswer::NoAccount { .. });
    rsx! {
        OuterScreen { name: "franceconnect_outcome", title: words.say(title),
            p { class: "centred", {text} }
            if has_account {
                WaysOn { store, wait: 0, retry }
            } else {
                if opens {
                    Button {
                        label: words.say("franceconnect.no_account.open"),
                        onpress: move |()| store.questions.ask(Question::OpenAccount),
                    }
                }
                Button { label: words.say("nav.back"), look: Look::Quiet, onpress: move |()| store.back() }
            }
            p { class: "muted xs centred", {words.say("app.demonstration")} }
        }
    }
}

/// Once more, or back.
#[component]
fn WaysOn(store: FlowStore, wait: u64, retry: Callback) -> Element {
    let words = use_words();
    rsx! {
        Button {
            label: words.say("franceconnect.retry"),
            icon: Icon::Refresh,
            disabled: wait > 0,
            onpress: move |()| retry.call(()),
        }
        Button {
            label: words.say("nav.back"),
            look: Look::Quiet,
            onpress: move |()| store.back(),
        }
    }
}
