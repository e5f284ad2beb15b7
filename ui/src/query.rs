//! Questions to the store that ask again when what they are about changed.

use std::future::Future;
use std::rc::Rc;

use dioxus::prelude::*;
use protocol::ApiError;
use protocol::sync::Tag;

use crate::context::use_changes;

/// An answer that stays on the screen while a newer one is fetched.
pub(crate) struct Query<T: 'static> {
    data: Signal<Option<Rc<T>>>,
    error: Signal<Option<ApiError>>,
    again: Signal<u32>,
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
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let changes = use_changes();
    let mut data = use_signal(|| None);
    let mut error = use_signal(|| None);
    let again = use_signal(|| 0);
    use_resource(move || {
        changes.follow(tags);
        again.read();
        let answer = fetch();
        async move {
            match answer.await {
                Ok(value) => {
                    data.set(Some(Rc::new(value)));
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
    Query { data, error, again }
}

impl<T: 'static> Query<T> {
    /// What to show now.
    pub(crate) fn loaded(self) -> Loaded<T> {
        match (&*self.data.read(), &*self.error.read()) {
            (Some(value), _) => Loaded::Ready(Rc::clone(value)),
            (None, Some(problem)) => Loaded::Failed(problem.clone()),
            (None, None) => Loaded::Loading,
        }
    }

    /// The last answer, if there ever was one.
    pub(crate) fn ready(self) -> Option<Rc<T>> {
        self.data.read().clone()
    }

    /// True once there was an answer or a reason for none.
    pub(crate) fn is_answered(self) -> bool {
        self.data.read().is_some() || self.error.read().is_some()
    }

    /// Asks again.
    pub(crate) fn retry(mut self) {
        self.error.set(None);
        self.again += 1;
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
        self.data == other.data
    }
}
