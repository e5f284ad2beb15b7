//! What every screen may read: session, synchronisation, place, notices, what changed.

use dioxus::prelude::*;
use protocol::sign_in::Session;
use protocol::sync::{SyncStatus, Tag};

use crate::browser;
use crate::query::Query;
use crate::route::Route;

/// Counts the changes under each tag; queries follow the counts.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Changes {
    session: Signal<u32>,
    sync: Signal<u32>,
    payments: Signal<u32>,
    debts: Signal<u32>,
    profile: Signal<u32>,
    documents: Signal<u32>,
    access: Signal<u32>,
    expected: Signal<u32>,
    allowances: Signal<u32>,
    files: Signal<u32>,
}

impl Changes {
    pub(crate) fn new() -> Self {
        let count = || Signal::new(0);
        Self {
            session: count(),
            sync: count(),
            payments: count(),
            debts: count(),
            profile: count(),
            documents: count(),
            access: count(),
            expected: count(),
            allowances: count(),
            files: count(),
        }
    }

    /// The reader runs again when something under one of these tags changes.
    pub(crate) fn follow(self, tags: &[Tag]) {
        for tag in tags {
            self.count(*tag).read();
        }
    }

    /// Something changed.
    pub(crate) fn say(self, tags: &[Tag]) {
        for tag in tags {
            let mut count = self.count(*tag);
            let next = count.peek().wrapping_add(1);
            count.set(next);
        }
    }

    fn count(self, tag: Tag) -> Signal<u32> {
        match tag {
            Tag::Session => self.session,
            Tag::Sync => self.sync,
            Tag::Payments => self.payments,
            Tag::Debts => self.debts,
            Tag::Profile => self.profile,
            Tag::Documents => self.documents,
            Tag::Access => self.access,
            Tag::Expected => self.expected,
            Tag::Allowances => self.allowances,
            Tag::Files => self.files,
        }
    }
}

/// The place on the screen, and the way to another.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Navigation {
    route: Signal<Route>,
}

impl Navigation {
    pub(crate) fn new() -> Self {
        Self { route: Signal::new(Route::parse(&browser::current_path())) }
    }

    /// Where we are.
    pub(crate) fn route(self) -> Route {
        self.route.read().clone()
    }

    /// To another place.
    pub(crate) fn go(mut self, to: Route) {
        if *self.route.peek() != to {
            browser::push_path(&to.path());
            self.arrive(to);
        }
    }

    /// To another place, which the back button then skips.
    pub(crate) fn replace(mut self, to: Route) {
        browser::replace_path(&to.path());
        self.arrive(to);
    }

    /// From a detail to its list.
    pub(crate) fn back_to_list(self) {
        let list = self.route.peek().list();
        self.go(list);
    }

    /// The window's history moved.
    pub(crate) fn follow_window(mut self) {
        self.arrive(Route::parse(&browser::current_path()));
    }

    fn arrive(&mut self, to: Route) {
        if *self.route.peek() != to {
            self.route.set(to);
        }
    }
}

/// The last thing to say in passing: a copy was saved, settings were kept.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Notice(pub(crate) Signal<Option<String>>);

impl Notice {
    /// Says it, on the screen and to screen readers.
    pub(crate) fn say(mut self, text: String) {
        self.0.set(Some(text));
    }
}

/// Counts how often the member came back to the window.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Returns(pub(crate) Signal<u32>);

/// Calls `back` when the member comes back to the window: they may have followed a link elsewhere.
pub(crate) fn use_return(mut back: impl FnMut() + 'static) {
    let Returns(count) = use_context();
    let mut seen = use_signal(|| *count.peek());
    use_effect(move || {
        let now = *count.read();
        if now != *seen.peek() {
            seen.set(now);
            back();
        }
    });
}

pub(crate) fn use_changes() -> Changes {
    use_context()
}

pub(crate) fn use_navigation() -> Navigation {
    use_context()
}

pub(crate) fn use_notice() -> Notice {
    use_context()
}

pub(crate) fn use_session() -> Query<Session> {
    use_context()
}

pub(crate) fn use_sync_status() -> Query<SyncStatus> {
    use_context()
}

/// A question that the member must answer before anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// Log out, and what about the file?
    SignOut,
    /// The session is over: sign in again?
    SignInAgain,
    /// What else is there: the menu behind the initials.
    Menu,
    /// Which caisse, once more, before signing in.
    ChangeCaisse,
    /// The code is forgotten.
    ForgottenCode,
    /// There is no account yet.
    OpenAccount,
    /// FranceConnect is asked who it is.
    FranceConnect {
        /// On the way to an account.
        opening: bool,
    },
    /// Number and code of somebody whom this device does not know yet.
    AddMember,
}

/// The question on the screen, if any.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Questions(pub(crate) Signal<Option<Question>>);

impl Questions {
    /// Asks it.
    pub(crate) fn ask(mut self, question: Question) {
        self.0.set(Some(question));
    }

    /// No more questions.
    pub(crate) fn close(mut self) {
        self.0.set(None);
    }

    /// The question on the screen.
    pub(crate) fn asked(self) -> Option<Question> {
        *self.0.read()
    }
}

pub(crate) fn use_questions() -> Questions {
    use_context()
}
