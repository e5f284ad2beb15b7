//! A whole leave: days without an allowance, then instalments.

use jiff::ToSpan;
use jiff::civil::Date;
use thiserror::Error;

use super::{Daily, Levies, Wages, daily, levies};
use crate::Cents;
use crate::parameters::{Days, days};

/// The longest leave that is counted, in days: three years.
pub const LONGEST: i32 = 1096;

/// What a leave comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// First days that are not paid.
    pub waiting: u16,
    /// In the order of their days.
    pub instalments: Vec<Instalment>,
    /// Days at the end that are not paid, since the most days are reached.
    pub beyond: u32,
}

/// What is paid at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// One for the days of each daily amount.
    pub parts: Vec<Part>,
}

/// Days of the same daily amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Days, both ends included.
    pub days: u32,
    /// What each is worth.
    pub daily: Daily,
    /// Before levies.
    pub gross: Cents,
    /// What is levied.
    pub levies: Levies,
}

/// Why a leave cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CourseError {
    /// The last day is before the first.
    #[error("the last day is before the first")]
    Backwards,
    /// More than [`LONGEST`] days.
    #[error("the leave is too long")]
    TooLong,
    /// It begins before the parameters known here.
    #[error("the rules of that day are not known")]
    NotKnown,
}

impl Course {
    /// The parts of all instalments.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.instalments.iter().flat_map(|instalment| &instalment.parts)
    }

    /// Days paid.
    pub fn days(&self) -> u32 {
        self.parts().map(|part| part.days).sum()
    }

    /// Before levies.
    pub fn gross(&self) -> Cents {
        self.parts().map(|part| part.gross).sum()
    }

    /// All that is levied.
    pub fn levies(&self) -> Levies {
        let sum = |levy: fn(&Levies) -> Cents| self.parts().map(|part| levy(&part.levies)).sum::<Cents>();
        Levies { csg: sum(|levies| levies.csg), crds: sum(|levies| levies.crds) }
    }

    /// After levies.
    pub fn net(&self) -> Cents {
        self.gross() - self.levies().sum()
    }
}

impl Instalment {
    /// Its first day.
    pub fn from(&self) -> Option<Date> {
        self.parts.first().map(|part| part.from)
    }

    /// Its last day.
    pub fn until(&self) -> Option<Date> {
        self.parts.last().map(|part| part.until)
    }
}

impl Part {
    /// After levies.
    pub fn net(&self) -> Cents {
        self.gross - self.levies.sum()
    }
}

/// What a leave of these days comes to, both ends included.
///
/// # Errors
/// See [`CourseError`].
pub fn course(wages: Wages, from: Date, until: Date) -> Result<Course, CourseError> {
    if until < from {
        return Err(CourseError::Backwards);
    }
    if length(from, until) > LONGEST {
        return Err(CourseError::TooLong);
    }
    let (waiting, most) = match wages {
        Wages::Sickness { .. } => (number(Days::Waiting, from)?, Some(number(Days::MostPaid, from)?)),
        Wages::WorkAccident { .. } => (0, None),
    };
    let first = from.saturating_add(i32::from(waiting).days());
    let last = most.map_or(until, |most| until.min(first.saturating_add((i32::from(most) - 1).days())));
    let step = i32::from(number(Days::Instalment, from)?);
    let (mut instalments, mut start) = (Vec::new(), first);
    while start <= last {
        let end = start.saturating_add((step - 1).days()).min(last);
        instalments.push(Instalment { parts: parts(wages, from, start, end)? });
        start = end.saturating_add(1.days());
    }
    let beyond = u32::try_from(length(last, until) - 1).unwrap_or(0);
    Ok(Course { waiting, instalments, beyond: if last < first { 0 } else { beyond } })
}

/// Parted where the daily amount changes.
fn parts(wages: Wages, began: Date, from: Date, until: Date) -> Result<Vec<Part>, CourseError> {
    let rises = match wages {
        Wages::Sickness { .. } => None,
        Wages::WorkAccident { .. } => {
            let day = i32::from(number(Days::HigherAllowance, began)?) - 1;
            Some(began.saturating_add(day.days())).filter(|day| from < *day && *day <= until)
        }
    };
    let spans = match rises {
        Some(day) => vec![(from, day.saturating_sub(1.days())), (day, until)],
        None => vec![(from, until)],
    };
    spans.into_iter().map(|(from, until)| part(wages, began, from, until)).collect()
}

fn part(wages: Wages, began: Date, from: Date, until: Date) -> Result<Part, CourseError> {
    let days = u32::try_from(length(from, until)).unwrap_or(0);
    let daily = daily(wages, began, from).ok_or(CourseError::NotKnown)?;
    let gross = daily.amount.times(days);
    let levies = levies(gross, from).ok_or(CourseError::NotKnown)?;
    Ok(Part { from, until, days, daily, gross, levies })
}

fn number(thing: Days, on: Date) -> Result<u16, CourseError> {
    days(thing, on).ok_or(CourseError::NotKnown)
}

/// Days, both ends included.
fn length(from: Date, until: Date) -> i32 {
    (until - from).get_days() + 1
}
