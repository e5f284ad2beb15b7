//! The whole: which of the first screens to show, in which language and colours.

mod banner;
mod open;
mod parts;

use dioxus::prelude::*;
use protocol::entrance::Step;
use protocol::sign_in::{Phase, Session};
use protocol::sync::Tag;

use self::parts::{Before, Screen};
use crate::components::{ErrorState, NoticeView, OuterScreen, Skeleton};
use crate::context::{Changes, Navigation, Notice, Question, Questions, Returns, use_questions};
use crate::features::profile;
use crate::features::sign_in::Locked;
use crate::i18n::{LANGUAGE, use_words};
use crate::kept::use_forms_provider;
use crate::query::{Loaded, Query, use_query};
use crate::{bridge, browser};

/// Changes are told to the screens at most so often, in milliseconds: a first synchronisation makes thousands.
const CHANGES_PAUSE: i32 = 150;
/// The shell hears of the member's presence at most so often, in milliseconds.
const TOUCH_PAUSE: f64 = 20_000.0;

/// The root component.
#[component]
pub(crate) fn App() -> Element {
    let changes = use_context_provider(Changes::new);
    use_context_provider(Navigation::new);
    use_context_provider(|| Notice(Signal::new(None)));
    use_context_provider(|| Questions(Signal::new(None)));
    let mut returns = use_context_provider(|| Returns(Signal::new(0)));
    let drafts = profile::use_drafts_provider();
    let session = use_query(&[Tag::Session], bridge::session);
    use_context_provider(|| session);
    use_forms_provider(session);
    use_follow_shell(changes);
    use_future(move || async move {
        let (sender, mut receiver) = futures_channel::mpsc::unbounded::<()>();
        browser::on_return(move || {
            // Nobody listens any more only when the page is being closed.
            let _ = sender.unbounded_send(());
        });
        while receiver.recv().await.is_ok() {
            returns.0 += 1;
        }
    });
    use_effect(move || {
        if let Some(session) = session.ready() {
            *LANGUAGE.write() = session.settings.language;
            browser::set_theme(session.settings.theme);
            if !matches!(session.phase, Phase::Open | Phase::Locked) {
                drafts.forget_all();
            }
        }
    });
    use_effect(|| {
        let words = crate::i18n::Words(*LANGUAGE.read());
        browser::set_language(words.0, words.say("app.name"));
    });
    rsx! {
        banner::SetAside { session }
        Stage { session }
        NoticeView {}
    }
}

#[component]
fn Stage(session: Query<Session>) -> Element {
    let words = use_words();
    let asked = use_questions().asked();
    if !bridge::is_available() {
        return rsx! {
            OuterScreen { name: "no_shell", title: words.say("app.no_shell"),
                p { class: "muted", {words.say("app.no_shell.text")} }
            }
        };
    }
    let proves = matches!(asked, Some(Question::FranceConnect { .. }));
    match session.loaded() {
        Loaded::Loading => rsx! { Waiting {} },
        Loaded::Failed(error) => rsx! {
            OuterScreen { name: "failed", title: words.say("app.name"),
                ErrorState { error, onretry: move |()| session.retry() }
            }
        },
        Loaded::Ready(now) => match now.phase {
            Phase::Locked if !proves && asked != Some(Question::ForgottenCode) => rsx! { Locked {} },
            Phase::Open if !proves => rsx! { open::OpenAccount {} },
            phase => rsx! { Before { screen: screen(phase, asked, now.step.clone()) } },
        },
    }
}

/// While there is nothing to show yet.
#[component]
fn Waiting() -> Element {
    let words = use_words();
    rsx! {
        main { class: "outer", aria_busy: "true",
            div { class: "outer-column",
                h1 { class: "heard", {words.say("app.opening")} }
                Skeleton {}
            }
        }
    }
}

fn screen(phase: Phase, asked: Option<Question>, step: Option<Step>) -> Screen {
    match (phase, asked) {
        (Phase::Members | Phase::SignIn | Phase::Locked | Phase::Open, Some(Question::FranceConnect { opening })) => {
            Screen::FranceConnect { phase, opening }
        }
        (Phase::ChooseCaisse, _) | (Phase::Members | Phase::SignIn, Some(Question::ChangeCaisse)) => {
            Screen::ChooseCaisse
        }
        (Phase::Locked, _) => Screen::ForgottenCode { locked: true },
        (Phase::Members | Phase::SignIn, Some(Question::ForgottenCode)) => Screen::ForgottenCode { locked: false },
        (Phase::Members | Phase::SignIn, Some(Question::OpenAccount)) => Screen::OpenAccount,
        (Phase::Members, asked) if asked != Some(Question::AddMember) => Screen::Members,
        (Phase::DeviceCode, _) => Screen::DeviceCode,
        (Phase::Entering, _) => Screen::Entering(step),
        (Phase::SignedOut, _) => Screen::SignedOut,
        _ => Screen::SignIn,
    }
}

/// Brings the shell's events to the screens, and the member's presence to the shell.
fn use_follow_shell(changes: Changes) {
    use_future(move || async move {
        let mut events = bridge::changes();
        while let Ok(first) = events.recv().await {
            let mut tags = first;
            browser::sleep(CHANGES_PAUSE).await;
            while let Ok(more) = events.try_recv() {
                tags.extend(more);
            }
            tags.sort_unstable();
            tags.dedup();
            changes.say(&tags);
        }
    });
    use_future(|| async {
        let (sender, mut receiver) = futures_channel::mpsc::unbounded::<()>();
        browser::on_activity(move || {
            // Nobody listens any more only when the page is being closed.
            let _ = sender.unbounded_send(());
        });
        let mut last = 0.0;
        while receiver.recv().await.is_ok() {
            if browser::now() - last >= TOUCH_PAUSE {
                last = browser::now();
                // Refused only by a shell that is closing.
                let _ = bridge::touch().await;
            }
        }
    });
}
