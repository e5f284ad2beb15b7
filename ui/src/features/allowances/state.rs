//! What is typed into the simulator, read, or what is wrong with it.

use insurance::allowances::{Course, Wages, course};
use insurance::{Cents, dates};
use jiff::civil::Date;
use protocol::allowances::LeaveCause;
use protocol::{ApiError, Field, Problem};

/// The entries as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) cause: LeaveCause,
    pub(super) from: String,
    pub(super) until: String,
    /// Gross, of the month before, and for sickness of the two before that.
    pub(super) wages: [String; 3],
}

/// What comes of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Simulated {
    pub(super) from: Date,
    pub(super) until: Date,
    pub(super) wages: Wages,
    pub(super) course: Course,
}

/// An entry that cannot be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Where it stands: a wage by its place, or the days.
    pub(super) wage: Option<usize>,
    pub(super) error: ApiError,
}

impl Typed {
    /// Nothing yet.
    pub(super) fn empty() -> Self {
        Self { cause: LeaveCause::Sickness, from: String::new(), until: String::new(), wages: Default::default() }
    }

    /// How many months count.
    pub(super) fn months(&self) -> usize {
        match self.cause {
            LeaveCause::Sickness => 3,
            LeaveCause::WorkAccident => 1,
        }
    }

    /// What the leave comes to, or all that is wrong.
    pub(super) fn simulate(&self) -> Result<Simulated, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let days = self.days().map_err(|error| wrong.push(Wrong { wage: None, error }));
        let mut wages = Vec::new();
        for (place, text) in self.wages.iter().take(self.months()).enumerate() {
            match wage(text) {
                Ok(amount) => wages.push(amount),
                Err(error) => wrong.push(Wrong { wage: Some(place), error }),
            }
        }
        let Ok((from, until)) = days else { return Err(wrong) };
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let sum = wages.into_iter().sum();
        let wages = match self.cause {
            LeaveCause::Sickness => Wages::Sickness { three_months: sum },
            LeaveCause::WorkAccident => Wages::WorkAccident { month: sum },
        };
        let course = course(wages, from, until)
            .map_err(|error| vec![Wrong { wage: None, error: invalid(Field::Period, error.into()) }])?;
        Ok(Simulated { from, until, wages, course })
    }

    fn days(&self) -> Result<(Date, Date), ApiError> {
        if self.from.trim().is_empty() || self.until.trim().is_empty() {
            return Err(invalid(Field::Period, Problem::Empty));
        }
        let day = |text: &str| dates::parse(text).map_err(|_| invalid(Field::Period, Problem::NotDigits));
        Ok((day(&self.from)?, day(&self.until)?))
    }
}

/// More than anybody earns in a month.
const MOST: Cents = Cents::new(100_000_000);

fn wage(text: &str) -> Result<Cents, ApiError> {
    let amount = Cents::parse(text).map_err(|error| invalid(Field::Wage, error.into()))?;
    if amount < Cents::ZERO {
        return Err(invalid(Field::Wage, Problem::NotDigits));
    }
    if amount > MOST {
        return Err(invalid(Field::Wage, Problem::TooLong));
    }
    Ok(amount)
}

fn invalid(field: Field, problem: Problem) -> ApiError {
    ApiError::Invalid { field, problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(cause: LeaveCause, from: &str, until: &str, wages: [&str; 3]) -> Typed {
        Typed { cause, from: from.into(), until: until.into(), wages: wages.map(str::to_owned) }
    }

    #[test]
    fn counts_fourteen_days_at_2000_euros_a_month() {
        let entries = typed(LeaveCause::Sickness, "09/09/2026", "25/09/2026", ["2 000", "2000,00 €", " 2 000,00 "]);
        let simulated = entries.simulate().unwrap();
        assert_eq!((simulated.course.gross(), simulated.course.net()), (Cents::new(46_032), Cents::new(42_948)));
    }

    #[test]
    fn an_accident_asks_for_one_month_only() {
        let entries = typed(LeaveCause::WorkAccident, "01/09/2026", "01/09/2026", ["2500", "", "nonsense"]);
        assert_eq!(entries.simulate().unwrap().course.gross(), Cents::new(4931));
    }

    #[test]
    fn says_all_that_is_wrong_at_once() {
        let wrong = typed(LeaveCause::Sickness, "", "25/09/2026", ["2 000", "", "-1"]).simulate().unwrap_err();
        let places: Vec<_> = wrong.iter().map(|wrong| wrong.wage).collect();
        assert_eq!(places, [None, Some(1), Some(2)]);
        let problem = |from, until| {
            let wrong = typed(LeaveCause::Sickness, from, until, ["2000"; 3]).simulate().unwrap_err();
            wrong.into_iter().next().map(|wrong| wrong.error)
        };
        let period = |problem| Some(invalid(Field::Period, problem));
        assert_eq!(problem("25/09/2026", "09/09/2026"), period(Problem::Impossible));
        assert_eq!(problem("25/09/2026", "09/09/2036"), period(Problem::TooLong));
        assert_eq!(problem("25/09/2022", "30/09/2022"), period(Problem::NotKnown));
        assert_eq!(problem("demain", "30/09/2022"), period(Problem::NotDigits));
    }
}
