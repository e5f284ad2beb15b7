//! Calendar months, one after the other without gaps.

use jiff::civil::{Date, date};

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct YearMonth {
    /// 2026.
    pub(super) year: i16,
    /// 1 to 12.
    pub(super) month: i8,
}

impl YearMonth {
    /// The month of a day.
    pub(super) fn of(day: Date) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Its first day.
    pub(super) fn first(self) -> Date {
        date(self.year, self.month, 1)
    }

    /// The one before.
    pub(super) fn before(self) -> Self {
        match self.month {
            1 => Self { year: self.year - 1, month: 12 },
            month => Self { month: month - 1, ..self },
        }
    }

    /// So many months before.
    pub(super) fn earlier(self, months: u16) -> Self {
        (0..months).fold(self, |month, _| month.before())
    }

    /// From this month back to that one, both included.
    pub(super) fn back_to(self, oldest: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |month| Some(month.before())).take_while(move |month| *month >= oldest)
    }
}

/// The first day of the month that lies so many months before this day's.
pub(crate) fn first_of_month(day: Date, months_before: u16) -> Date {
    YearMonth::of(day).earlier(months_before).first()
}
