//! Periods as typed, and six months more.

use insurance::dates;
use jiff::ToSpan;
use protocol::payments::{OFFICIAL_MONTHS, Period};
use protocol::{ApiError, Field, Problem};

/// From and to, both included, as « 01/09/2026 ».
pub(super) fn parse_period(from: &str, to: &str) -> Result<Period, ApiError> {
    if from.trim().is_empty() || to.trim().is_empty() {
        return Err(invalid(Problem::Empty));
    }
    let from = dates::parse(from).map_err(|_| invalid(Problem::NotDigits))?;
    let to = dates::parse(to).map_err(|_| invalid(Problem::NotDigits))?;
    if from > to {
        return Err(invalid(Problem::Impossible));
    }
    Ok(Period::Between { from, to })
}

/// The same period, six months longer into the past.
pub(super) fn earlier(period: &Period) -> Period {
    match period {
        Period::LastMonths { months } => Period::LastMonths { months: months.saturating_add(OFFICIAL_MONTHS) },
        Period::Between { from, to } => {
            Period::Between { from: from.saturating_sub(i32::from(OFFICIAL_MONTHS).months()), to: *to }
        }
    }
}

fn invalid(problem: Problem) -> ApiError {
    ApiError::Invalid { field: Field::Period, problem }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn reads_the_first_and_the_last_day() {
        let period = Period::Between { from: date(2026, 9, 1), to: date(2026, 9, 30) };
        assert_eq!(parse_period("01/09/2026", " 30/09/2026 "), Ok(period));
    }

    #[test]
    fn says_what_is_wrong_with_a_period() {
        assert_eq!(parse_period("", "30/09/2026"), Err(invalid(Problem::Empty)));
        assert_eq!(parse_period("septembre", "30/09/2026"), Err(invalid(Problem::NotDigits)));
        assert_eq!(parse_period("01/10/2026", "30/09/2026"), Err(invalid(Problem::Impossible)));
    }

    #[test]
    fn shows_six_months_more() {
        assert_eq!(earlier(&Period::LastMonths { months: 6 }), Period::LastMonths { months: 12 });
        let between = Period::Between { from: date(2026, 8, 31), to: date(2026, 9, 30) };
        assert_eq!(earlier(&between), Period::Between { from: date(2026, 2, 28), to: date(2026, 9, 30) });
    }
}
