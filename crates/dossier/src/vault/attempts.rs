//! Wrong codes on this device: counted in the vault, so that a restart does not help, and slowed down.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How many wrong codes in a row, and when the last one was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Attempts {
    wrong: u32,
    /// Seconds since 1970.
    last: i64,
}

/// Wrong codes without a wait after them.
const FREE: u32 = 2;
const FIRST_WAIT: u64 = 30;
const LONGEST_WAIT: u64 = 3600;

impl Attempts {
    /// How many there were, and when the last one was.
    pub(crate) fn so_far(&self) -> (u32, Timestamp) {
        (self.wrong, Timestamp::from_second(self.last).unwrap_or_default())
    }

    /// Counts one more.
    pub(crate) fn count(&mut self, now: Timestamp) {
        self.wrong = self.wrong.saturating_add(1);
        self.last = now.as_second();
    }

    /// Seconds until the next code is looked at; 0 for at once.
    ///
    /// A clock that says less than at the last attempt was set back: the wait starts again, from the new time.
    pub(crate) fn wait(&mut self, now: Timestamp) -> u64 {
        let passed = now.as_second().saturating_sub(self.last);
        if passed < 0 {
            self.last = now.as_second();
        }
        self.delay().saturating_sub(u64::try_from(passed).unwrap_or(0))
    }

    /// The wait after the last wrong code: none for the first ones, then 30 seconds, doubled each time, up to an hour.
    pub(crate) fn delay(&self) -> u64 {
        match self.wrong.checked_sub(FREE + 1) {
            None => 0,
            Some(doublings) => FIRST_WAIT.saturating_mul(1 << doublings.min(10)).min(LONGEST_WAIT),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn three_codes_are_free_then_each_costs_twice_as_much_up_to_an_hour() {
        let mut attempts = Attempts::default();
        let delays: Vec<u64> = (0..13)
            .map(|_| {
                attempts.count(at(0));
                attempts.delay()
            })
            .collect();
        assert_eq!(delays, [0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]);
    }

    #[test]
    fn the_wait_gets_shorter_as_time_passes() {
        let mut attempts = Attempts { wrong: 4, last: at(0).as_second() };
        assert_eq!(attempts.wait(at(20)), 40);
        assert_eq!(attempts.wait(at(60)), 0);
    }

    #[test]
    fn a_clock_set_back_starts_the_wait_again_and_does_not_lengthen_it() {
        let mut attempts = Attempts { wrong: 4, last: at(0).as_second() };
        assert_eq!(attempts.wait(at(-86_400)), 60);
        assert_eq!(attempts.wait(at(-86_400 + 59)), 1);
        assert_eq!(attempts.wait(at(-86_400 + 60)), 0);
    }
}
