//! How many proofs are looked at in a minute, whoever sends them.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// More than this in a minute is not what members do.
const MOST: usize = 120;
const MINUTE: i64 = 60;

/// The moments of the last minute, oldest first.
#[derive(Default)]
pub(crate) struct PerMinute(Mutex<VecDeque<i64>>);

impl PerMinute {
    /// Counts one more, or answers the seconds to wait.
    pub(crate) fn count(&self, now: i64) -> Option<u64> {
        let mut times = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back must not lock everybody out.
        times.retain(|at| *at > now - MINUTE && *at <= now);
        match times.front() {
            Some(oldest) if times.len() >= MOST => Some((oldest + MINUTE - now).unsigned_abs()),
            _ => {
                times.push_back(now);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_holds_so_many_and_the_next_one_as_many_again() {
        let proofs = PerMinute::default();
        assert!((0..MOST).all(|_| proofs.count(1000).is_none()));
        assert_eq!(proofs.count(1010), Some(50));
        assert_eq!(proofs.count(1060), None);
        assert_eq!(proofs.count(400), None);
    }
}
