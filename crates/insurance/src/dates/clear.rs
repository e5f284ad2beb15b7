//! Clear days (« jours francs »): neither the day of the event nor the day on which the time is up counts. Saturdays,
//! Sundays and holidays count, and do not put the end off (Cass. 2e civ., 13 February 2020, n° 19-11.253).

use jiff::ToSpan;
use jiff::civil::Date;

/// A time in clear days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClearDays {
    /// The last of the whole days: who acts up to its end is in time, however one counts.
    pub last: Date,
    /// The day on which the time is up; afterwards it is over.
    pub up: Date,
}

/// So many clear days after an event.
pub fn clear_days(event: Date, days: u16) -> ClearDays {
    let last = event.saturating_add(i32::from(days).days());
    ClearDays { last, up: last.saturating_add(1.days()) }
}

impl ClearDays {
    /// Whether nothing can be done in time any more.
    pub fn is_over(self, today: Date) -> bool {
        today > self.up
    }

    /// The first day afterwards.
    pub fn after(self) -> Date {
        self.up.saturating_add(1.days())
    }
}
