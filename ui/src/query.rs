//! Questions to the store that ask again when what they are about changed.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;

use dioxus::prelude::*;
use protocol::ApiError;
use protocol::sync::Tag;

use crate::context::use_changes;
use crate::task::use_task;

/// An answer that stays on the screen while a newer one is fetched.
pub(crate) struct Query<T: 'static> {
    kept: Kept,
    kind: PhantomData<fn() -> T>,
}

/// What to show.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Loaded<T> {
    /// Nothing yet.
    Loading,
    /// The last answer.
    Ready(Rc<T>),
    /// Never answered, and this is why.
    Failed(ApiError),
}

/// Asks now, whenever one of `tags` changed, and whenever a signal that `fetch` reads changed.
pub(crate) fn use_query<T, F>(tags: &'static [Tag], mut fetch: impl FnMut() -> F + 'static) -> Query<T>
where
    T: 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let ask = move || -> Answer {
        let answer = fetch();
        Box::pin(async move { Ok(Rc::new(answer.await?) as Rc<dyn Any>) })
    };
    Query { kept: use_kept(tags, Box::new(ask)), kind: PhantomData }
}

type Answer = Pin<Box<dyn Future<Output = Result<Rc<dyn Any>, ApiError>>>>;

/// One copy of the machinery for answers of every type: each would be ten kilobytes of WebAssembly.
#[derive(Clone, Copy, PartialEq)]
struct Kept {
    data: Signal<Option<Rc<dyn Any>>>,
    error: Signal<Option<ApiError>>,
    again: Signal<u32>,
}

fn use_kept(tags: &'static [Tag], mut ask: Box<dyn FnMut() -> Answer>) -> Kept {
    let changes = use_changes();
    let mut data = use_signal(|| None);
    let mut error = use_signal(|| None);
    let again = use_signal(|| 0);
    use_task(move || {
        changes.follow(tags);
        again.read();
        let answer = ask();
        async move {
            match answer.await {
                Ok(value) => {
                    data.set(Some(value));
                    error.set(None);
                }
                Err(problem) => {
                    if matches!(problem, ApiError::Locked | ApiError::SignedOut) {
                        changes.say(&[Tag::Session]);
                    }
                    error.set(Some(problem));
                }
            }
        }
    });
    Kept { data, error, again }
}

impl<T: 'static> Query<T> {
    /// What to show now.
    pub(crate) fn loaded(self) -> Loaded<T> {
        match (self.ready(), &*self.kept.error.read()) {
            (Some(value), _) => Loaded::Ready(value),
            (None, Some(problem)) => Loaded::Failed(problem.clone()),
            (None, None) => Loaded::Loading,
        }
    }

    /// The last answer, if there ever was one.
    pub(crate) fn ready(self) -> Option<Rc<T>> {
        self.kept.data.read().clone().and_then(|value| value.downcast().ok())
    }

    /// True once there was an answer or a reason for none.
    pub(crate) fn is_answered(self) -> bool {
        self.kept.data.read().is_some() || self.kept.error.read().is_some()
    }

    /// Asks again.
    pub(crate) fn retry(mut self) {
        self.kept.error.set(None);
        self.kept.again += 1;
    }
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Query<T> {}

impl<T> PartialEq for Query<T> {
    fn eq(&self, other: &Self) -> bool {
        self.kept == other.kept
    }
}
