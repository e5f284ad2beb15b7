//! What was chosen or typed in a form, kept while the account is locked: the member comes back to it. It is gone when
//! another member, or nobody, is on the screen.

use std::any::Any;
use std::collections::HashMap;
use std::rc::Rc;

use dioxus::prelude::*;
use protocol::ProfileId;
use protocol::sign_in::{Phase, Session};

use crate::context::{use_navigation, use_session};
use crate::query::Query;
use crate::route::Route;

/// The forms of whoever is on the screen.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Forms {
    owner: Signal<Option<ProfileId>>,
    kept: Signal<HashMap<&'static str, Rc<dyn Any>>>,
}

/// The place of forms. It outlives the screens of the open account; another member starts on the first screen.
pub(crate) fn use_forms_provider(session: Query<Session>) {
    let navigation = use_navigation();
    let mut forms = use_context_provider(|| Forms { owner: Signal::new(None), kept: Signal::new(HashMap::new()) });
    use_effect(move || {
        let now = session.ready().and_then(|session| session.current.clone());
        let before = forms.owner.peek().clone();
        if before != now {
            forms.kept.write().clear();
            forms.owner.set(now);
            // A place of one member means nothing to another.
            if before.is_some() {
                navigation.replace(Route::Home);
            }
        }
    });
}

/// A value of a form. When the screen goes because the account is locked, the next one under the same name starts
/// with it. Never for a code.
pub(crate) fn use_kept<T: Clone + 'static>(name: &'static str, initial: impl FnOnce() -> T) -> Signal<T> {
    let mut forms: Forms = use_context();
    let session = use_session();
    let value = use_signal(|| {
        let kept = forms.kept.write().remove(name);
        kept.and_then(|kept| kept.downcast_ref::<T>().cloned()).unwrap_or_else(initial)
    });
    use_drop(move || {
        if session.ready().is_some_and(|session| session.phase == Phase::Locked) {
            forms.kept.write().insert(name, Rc::new(value.peek().clone()));
        }
    });
    value
}
