//! Calendar months, one after the other without gaps.

use jiff::civil::{Date, date};

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct YearMonth {
    /// 2026.
    pub(crate) year: i16,
    /// 1 to 12.
    pub(crate) month: i8,
}

impl YearMonth {
    /// The month of a day.
    pub(crate) fn of(day: Date) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Its first day.
    pub(crate) fn first(self) -> Date {
        date(self.year, self.month, 1)
    }

    /// The one before.
    pub(crate) fn before(self) -> Self {
        match self.month {
            1 => Self { year: self.year - 1, month: 12 },
            month => Self { month: month - 1, ..self },
        }
    }

    /// So many months before.
    pub(crate) fn earlier(self, months: u16) -> Self {
        (0..months).fold(self, |month, _| month.before())
    }

    /// From this month back to that one, both included.
    pub(crate) fn back_to(self, oldest: Self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |month| Some(month.before())).take_while(move |month| *month >= oldest)
    }
}

/// The first day of the month that lies so many months before this day's.
pub(crate) fn first_of_month(day: Date, months_before: u16) -> Date {
    YearMonth::of(day).earlier(months_before).first()
}
