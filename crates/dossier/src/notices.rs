//! Telling the interface what changed, not more often than it can use.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use protocol::sync::Tag;

use crate::surroundings::OnChange;

/// Gathers tags and passes them on.
pub(crate) struct Notices {
    on_change: OnChange,
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    tags: BTreeSet<Tag>,
    told_at: Option<Instant>,
}

const PAUSE: Duration = Duration::from_millis(250);

impl Notices {
    /// To be told to this function.
    pub(crate) fn new(on_change: OnChange) -> Self {
        Self { on_change, waiting: Mutex::default() }
    }

    /// Tells at once, with all that waits.
    pub(crate) fn tell(&self, tags: &[Tag]) {
        self.pass(tags, Duration::ZERO);
    }

    /// Tells now, or with the next ones if something was told a moment ago. Whoever calls this calls
    /// [`Notices::tell`] at the end.
    pub(crate) fn tell_soon(&self, tags: &[Tag]) {
        self.pass(tags, PAUSE);
    }

    fn pass(&self, tags: &[Tag], pause: Duration) {
        let due: Vec<Tag> = {
            let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            waiting.tags.extend(tags);
            if waiting.tags.is_empty() || waiting.told_at.is_some_and(|at| at.elapsed() < pause) {
                return;
            }
            waiting.told_at = Some(Instant::now());
            std::mem::take(&mut waiting.tags).into_iter().collect()
        };
        (self.on_change)(&due);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn what_was_held_back_comes_with_the_next_notice() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let notices = Notices::new({
            let told = Arc::clone(&told);
            Arc::new(move |tags: &[Tag]| told.lock().unwrap().push(tags.to_vec()))
        });
        notices.tell(&[Tag::Session]);
        notices.tell_soon(&[Tag::Sync]);
        notices.tell_soon(&[Tag::Payments]);
        notices.tell(&[]);
        notices.tell(&[]);
        assert_eq!(*told.lock().unwrap(), [vec![Tag::Session], vec![Tag::Sync, Tag::Payments]]);
    }
}
