//! The flow under way: at most one.

use std::sync::{Arc, Mutex, MutexGuard};

use tokio::sync::Notify;
use url::Url;

use crate::dossier::locked;

/// Where FranceConnect stands.
#[derive(Default)]
pub(crate) struct Flow(Mutex<State>);

#[derive(Default)]
struct State {
    /// Counts the flows.
    number: u64,
    running: Option<Running>,
}

struct Running {
    leave: Arc<Notify>,
    /// The provider's page, once it is known.
    address: Option<Url>,
}

/// One flow's turn.
pub(super) struct Turn {
    pub(super) number: u64,
    leave: Arc<Notify>,
}

impl Turn {
    /// Resolves when the flow is to end before its time.
    pub(super) async fn left(&self) {
        self.leave.notified().await;
    }
}

impl Flow {
    /// Begins a flow, and ends the one before.
    pub(super) fn begin(&self) -> Turn {
        self.leave();
        let mut state = self.state();
        state.number += 1;
        let leave = Arc::new(Notify::new());
        state.running = Some(Running { leave: Arc::clone(&leave), address: None });
        Turn { number: state.number, leave }
    }

    /// The provider's page of this flow.
    pub(super) fn show(&self, number: u64, address: Url) {
        let mut state = self.state();
        if state.number == number
            && let Some(running) = &mut state.running
        {
            running.address = Some(address);
        }
    }

    /// The provider's page, while a flow waits for it.
    pub(super) fn address(&self) -> Option<Url> {
        self.state().running.as_ref().and_then(|running| running.address.clone())
    }

    /// Whether nobody has turned back, or begun another flow.
    pub(super) fn is_under_way(&self, number: u64) -> bool {
        let state = self.state();
        state.number == number && state.running.is_some()
    }

    /// The flow under way is to end.
    pub(super) fn leave(&self) {
        if let Some(running) = self.state().running.take() {
            running.leave.notify_one();
        }
    }

    /// This flow has ended.
    pub(super) fn end(&self, number: u64) {
        let mut state = self.state();
        if state.number == number {
            state.running = None;
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        locked(&self.0)
    }
}
