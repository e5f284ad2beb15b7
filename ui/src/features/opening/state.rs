//! What is typed on the way to an account. The code lives here until it was handed to the core, and nowhere else.

use dioxus::prelude::*;
use protocol::opening::{
    ContinueOpening, Opening, OpeningAnswer, OpeningDraft, OpeningEntries, OpeningStep, OpeningWay, TypedCode,
    WrongEntry,
};
use protocol::profile::Consents;
use protocol::sync::Tag;
use protocol::{ApiError, Field, Secret};

use crate::command::{Command, use_command};
use crate::components::use_wait;
use crate::context::{Changes, Questions, use_changes, use_questions};
use crate::task::use_task;
use crate::{bridge, browser};

/// What is typed is kept after so many milliseconds without another key.
const KEEP_PAUSE: i32 = 400;

/// The opening on the screen.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct OpeningStore {
    draft: Signal<OpeningDraft>,
    code: Signal<String>,
    again: Signal<String>,
    code_length: Signal<Option<u8>>,
    wrong: Signal<Vec<WrongEntry>>,
    /// What came of the last « Continuer », when it leads to no step.
    answer: Signal<Option<OpeningAnswer>>,
    /// Counts what was answered, so that the keyboard goes there each time.
    told: Signal<u32>,
    /// Whose identity FranceConnect has proven.
    proven: Signal<Option<String>>,
    /// The opening is over: nothing is kept any more.
    over: Signal<bool>,
    /// « Je ne dispose pas du numéro de série ».
    without_serial: Signal<bool>,
    pub(super) attempt: Command,
    changes: Changes,
    questions: Questions,
    /// Seconds until the service looks at another proof.
    pub(super) wait: u64,
}

/// The store, beginning with what the device has kept.
pub(super) fn use_opening_store(kept: Option<Opening>) -> OpeningStore {
    let (draft, length, proven) = kept.map(|kept| (kept.draft, kept.code_length, kept.proven)).unwrap_or_default();
    let attempt = use_command();
    let store = OpeningStore {
        draft: use_signal(|| draft),
        code: use_signal(String::new),
        again: use_signal(String::new),
        code_length: use_signal(|| length),
        wrong: use_signal(Vec::new),
        answer: use_signal(|| None),
        told: use_signal(|| 0),
        proven: use_signal(|| proven),
        over: use_signal(|| false),
        without_serial: use_signal(|| false),
        attempt,
        changes: use_changes(),
        questions: use_questions(),
        wait: use_wait(attempt),
    };
    use_task(move || {
        let draft = store.draft.read().clone();
        async move {
            browser::sleep(KEEP_PAUSE).await;
            // « Continuer » brings the draft itself: a late copy must not come after the end.
            if draft.entries != OpeningEntries::default() && !*store.over.peek() && !store.attempt.is_busy() {
                // What cannot be kept now is tried again with the next key, and said at « Continuer ».
                let _ = bridge::keep_opening(draft).await;
            }
        }
    });
    use_effect(move || {
        if *store.told.read() > 0 {
            browser::focus("#opening-summary, #opening-answer");
        }
    });
    use_drop(move || store.forget_code());
    store
}

impl OpeningStore {
    pub(super) fn step(self) -> OpeningStep {
        self.draft.read().step
    }

    /// How the person proves who they are.
    pub(super) fn way(self) -> OpeningWay {
        self.draft.read().way
    }

    /// Whose identity FranceConnect has proven since the app started.
    pub(super) fn proven(self) -> Option<String> {
        self.proven.read().clone()
    }

    pub(super) fn entries(self) -> OpeningEntries {
        self.draft.read().entries.clone()
    }

    /// Something was typed or chosen: what was said about this entry is over.
    pub(super) fn change(mut self, field: Field, change: impl FnOnce(&mut OpeningEntries)) {
        change(&mut self.draft.write().entries);
        self.right(field);
    }

    /// A consent was given or taken back.
    pub(super) fn consent(mut self, change: impl FnOnce(&mut Consents)) {
        change(&mut self.draft.write().entries.consents);
    }

    fn right(mut self, field: Field) {
        if self.wait == 0 {
            self.attempt.forget_error();
        }
        if self.wrong.peek().iter().any(|entry| entry.field == field) {
            self.wrong.write().retain(|entry| entry.field != field);
        }
        if self.answer.peek().is_some() {
            self.answer.set(None);
        }
    }

    /// What is wrong with an entry.
    pub(super) fn error_of(self, field: Field) -> Option<ApiError> {
        let wrong = self.wrong.read().iter().copied().find(|entry| entry.field == field)?;
        Some(ApiError::Invalid { field, problem: wrong.problem })
    }

    pub(super) fn wrong(self) -> Vec<WrongEntry> {
        self.wrong.read().clone()
    }

    pub(super) fn answer(self) -> Option<OpeningAnswer> {
        self.answer.read().clone()
    }

    pub(super) fn code(self) -> String {
        self.code.read().clone()
    }

    pub(super) fn again(self) -> String {
        self.again.read().clone()
    }

    pub(super) fn type_code(mut self, text: &str) {
        self.code.set(digits(text));
        self.right(Field::NewCode);
    }

    pub(super) fn type_again(mut self, text: &str) {
        self.again.set(digits(text));
        self.right(Field::NewCodeAgain);
    }

    /// How many digits the code has that was chosen.
    pub(super) fn code_length(self) -> Option<u8> {
        *self.code_length.read()
    }

    /// « Choisir un autre code ».
    pub(super) fn choose_another_code(mut self) {
        self.code_length.set(None);
    }

    pub(super) fn without_serial(self) -> bool {
        *self.without_serial.read()
    }

    pub(super) fn set_without_serial(mut self, without: bool) {
        self.attempt.forget_error();
        self.answer.set(None);
        self.without_serial.set(without);
    }

    /// « Continuer ».
    pub(super) fn go_on(self) {
        if self.wait > 0 {
            return;
        }
        let draft = self.draft.peek().clone();
        let typed =
            || TypedCode { code: Secret::new(self.code.peek().clone()), again: Secret::new(self.again.peek().clone()) };
        let at_code = draft.step == OpeningStep::Code && self.code_length.peek().is_none();
        let request = ContinueOpening { draft, code: at_code.then(typed) };
        self.attempt.run(bridge::continue_opening(request), move |answer| self.take(answer));
    }

    fn take(mut self, answer: OpeningAnswer) {
        self.wrong.set(Vec::new());
        self.answer.set(None);
        match answer {
            OpeningAnswer::Continue { step } => {
                if self.step() == OpeningStep::Code && step > OpeningStep::Code {
                    if self.code_length.peek().is_none() {
                        let length = u8::try_from(self.code.peek().len()).ok();
                        self.code_length.set(length);
                    }
                    self.forget_code();
                }
                if step == OpeningStep::Code && self.step() > step {
                    // The app was closed meanwhile: the code was never kept.
                    self.code_length.set(None);
                }
                self.draft.write().step = step;
            }
            OpeningAnswer::Correct { entries } => {
                // An entry of an earlier step is corrected there.
                if let Some(step) = entries.iter().map(|entry| step_of(entry.field)).min() {
                    self.draft.write().step = step;
                    if step == OpeningStep::Code {
                        self.code_length.set(None);
                    }
                }
                self.wrong.set(entries);
                self.told += 1;
            }
            OpeningAnswer::Opened => {
                self.questions.close();
                self.changes.say(&[Tag::Session, Tag::Sync]);
            }
            other => {
                self.over.set(other == OpeningAnswer::TermsRefused);
                self.answer.set(Some(other));
                self.told += 1;
            }
        }
    }

    /// A step back; what is typed stays. Before the first one: out, with the draft kept.
    pub(super) fn back(mut self) {
        self.attempt.forget_error();
        self.wrong.set(Vec::new());
        self.answer.set(None);
        let before = self.way().before(self.step());
        match before {
            Some(step) => self.draft.write().step = step,
            None => self.out(),
        }
    }

    /// To sign-in; what is typed is kept.
    pub(super) fn out(self) {
        let draft = self.draft.peek().clone();
        let (questions, changes) = (self.questions, self.changes);
        let close = move |()| {
            questions.close();
            changes.say(&[Tag::Session]);
        };
        if draft.entries == OpeningEntries::default() {
            close(());
        } else {
            self.attempt.run(bridge::keep_opening(draft), close);
        }
    }

    /// Leaves: nothing of it stays on the device.
    pub(super) fn leave(mut self) {
        self.over.set(true);
        let (questions, changes) = (self.questions, self.changes);
        self.attempt.run(bridge::leave_opening(), move |()| {
            questions.close();
            changes.say(&[Tag::Session]);
        });
    }

    fn forget_code(mut self) {
        drop(Secret::new(std::mem::take(&mut *self.code.write())));
        drop(Secret::new(std::mem::take(&mut *self.again.write())));
    }
}

/// Where an entry is typed.
fn step_of(field: Field) -> OpeningStep {
    match field {
        Field::Scheme => OpeningStep::Scheme,
        Field::BirthName | Field::Nir | Field::BirthDate | Field::PostalCode => OpeningStep::Identity,
        Field::IbanEnd | Field::SerialEnd => OpeningStep::Proof,
        Field::Terms => OpeningStep::Terms,
        Field::NewCode | Field::NewCodeAgain => OpeningStep::Code,
        _ => OpeningStep::Contact,
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).take(insurance::code_policy::LONGEST).collect()
}
