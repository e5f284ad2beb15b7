//! An action under way: one at a time, and what went wrong with the last.

use std::future::Future;
use std::pin::Pin;

use dioxus::prelude::*;
use protocol::ApiError;

/// A place for an action: its button is busy while it runs.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Command {
    busy: Signal<bool>,
    error: Signal<Option<ApiError>>,
}

/// A place for the actions of one button or form.
pub(crate) fn use_command() -> Command {
    Command { busy: use_signal(|| false), error: use_signal(|| None) }
}

impl Command {
    /// Starts `work` unless something runs already: pressing twice does it once.
    pub(crate) fn run<T: 'static>(
        self,
        work: impl Future<Output = Result<T, ApiError>> + 'static,
        then: impl FnOnce(T) + 'static,
    ) {
        if !*self.busy.peek() {
            self.start(Box::pin(async move {
                then(work.await?);
                Ok(())
            }));
        }
    }

    /// One copy of the machinery for all actions: each would be kilobytes of WebAssembly.
    fn start(mut self, work: Pin<Box<dyn Future<Output = Result<(), ApiError>>>>) {
        self.busy.set(true);
        self.error.set(None);
        spawn(async move {
            let outcome = work.await;
            self.busy.set(false);
            self.error.set(outcome.err());
        });
    }

    /// Something runs.
    pub(crate) fn is_busy(self) -> bool {
        *self.busy.read()
    }

    /// Why the last one failed.
    pub(crate) fn error(self) -> Option<ApiError> {
        self.error.read().clone()
    }

    /// Forgets why the last one failed.
    pub(crate) fn forget_error(mut self) {
        if self.error.peek().is_some() {
            self.error.set(None);
        }
    }
}
