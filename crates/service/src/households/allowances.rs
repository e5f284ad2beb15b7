//! Daily allowances: what a day is worth, and when 14 of them are paid. Sources: CSS R. 323-4, R. 323-8, R. 433-4;
//! levies CSS L. 136-8, ordonnance 96-50. Rounding: half up on the daily amount, then on each levy.

use insurance::{ActKind, Cents, Rate};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::care::{Claim, Line, To, Worth, working_day};

/// A sick leave.
pub(super) struct Leave {
    pub(super) person: usize,
    pub(super) from: Date,
    pub(super) until: Date,
    pub(super) because: Because,
    pub(super) paid_to: To,
}

/// Why someone is on leave, with the wage that decides the allowance.
#[derive(Clone, Copy)]
pub(super) enum Because {
    /// Gross wage of each of the three months before.
    Sickness { monthly: Cents },
    /// Gross wage of the month before.
    WorkAccident { monthly: Cents },
}

/// The first three days of a sickness are not paid (CSS R. 323-1).
const WAITING_DAYS: i64 = 3;
/// Allowances are paid by so many days.
const STEP: i64 = 14;
/// From this day of a work accident's leave on, more is paid.
const HIGHER_FROM: i64 = 29;
const CSG: Rate = Rate::basis_points(620);
const CRDS: Rate = Rate::basis_points(50);

impl Leave {
    /// One claim every 14 days, three days after its last day.
    pub(super) fn claims(&self) -> Vec<Claim> {
        let mut claims = Vec::new();
        let mut from = match self.because {
            Because::Sickness { .. } => self.from.saturating_add(WAITING_DAYS.days()),
            Because::WorkAccident { .. } => self.from,
        };
        while from <= self.until {
            let until = from.saturating_add((STEP - 1).days()).min(self.until);
            let paid_on = working_day(until.saturating_add(3.days()));
            claims.push(Claim { paid_on, payee: self.paid_to.clone(), lines: self.lines(from, until) });
            from = until.saturating_add(1.days());
        }
        claims
    }

    /// One line for the days of each daily amount.
    fn lines(&self, from: Date, until: Date) -> Vec<Line> {
        let higher_from = self.from.saturating_add((HIGHER_FROM - 1).days());
        match self.because {
            Because::WorkAccident { .. } if from < higher_from && higher_from <= until => {
                let before = higher_from.saturating_sub(1.days());
                vec![self.line(from, before), self.line(higher_from, until)]
            }
            _ => vec![self.line(from, until)],
        }
    }

    fn line(&self, from: Date, until: Date) -> Line {
        let quantity = u32::try_from((until - from).get_days() + 1).unwrap_or(0);
        let day = self.because.daily(self.from, from);
        let gross = day.times(quantity);
        let (act, label) = match self.because {
            Because::Sickness { .. } => (ActKind::SicknessAllowance, "Indemnités journalières maladie"),
            Because::WorkAccident { .. } => {
                (ActKind::WorkAccidentAllowance, "Indemnités journalières accident du travail")
            }
        };
        Line {
            person: self.person,
            act,
            label: format!("{label}, {} par jour", day.french()),
            provider: None,
            date: from,
            until: Some(until),
            quantity,
            paid: Cents::ZERO,
            base: gross,
            worth: Worth::Fixed(net(gross)),
        }
    }
}

impl Because {
    /// What a day is worth, before levies.
    fn daily(self, leave_began: Date, on: Date) -> Cents {
        match self {
            // Three months' wages ÷ 91.25, half of it.
            Self::Sickness { monthly } => divided(monthly.get() * 300, 9125 * 2).min(ceiling(leave_began)),
            // A month's wage ÷ 30.42; 60 %, from day 29 on 80 %, never more than the net daily gain (base − 21 %).
            Self::WorkAccident { monthly } => {
                let percent = if (on - leave_began).get_days() < HIGHER_FROM as i32 - 1 { 60 } else { 80 };
                let base = divided(monthly.get() * 100, 3042);
                divided(base.get() * percent, 100).min(divided(base.get() * 79, 100))
            }
        }
    }
}

/// After the levies.
fn net(gross: Cents) -> Cents {
    gross - CSG.of(gross) - CRDS.of(gross)
}

/// The highest daily allowance for sickness, by the leave's first day.
fn ceiling(leave_began: Date) -> Cents {
    if leave_began < date(2025, 4, 1) {
        Cents::new(5331)
    } else if leave_began < date(2026, 2, 1) {
        Cents::new(4147)
    } else {
        Cents::new(4195)
    }
}

/// Half up.
fn divided(amount: i64, by: i64) -> Cents {
    Cents::new((2 * amount + by).div_euclid(2 * by))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(because: Because, until: Date) -> Vec<(Cents, Cents)> {
        let leave = Leave { person: 0, from: date(2026, 9, 9), until, because, paid_to: To::Member };
        let lines = leave.claims().into_iter().flat_map(|claim| claim.lines);
        lines.map(|line| (line.base, if let Worth::Fixed(net) = line.worth { net } else { Cents::ZERO })).collect()
    }

    #[test]
    fn fourteen_days_of_sickness_at_2000_euros_a_month() {
        let paid = amounts(Because::Sickness { monthly: Cents::new(200_000) }, date(2026, 9, 25));
        assert_eq!(paid, [(Cents::new(46_032), Cents::new(42_948))]);
    }

    #[test]
    fn a_work_accident_is_paid_from_the_first_day_and_more_from_the_29th() {
        let because = Because::WorkAccident { monthly: Cents::new(250_000) };
        let gross: Vec<_> = amounts(because, date(2026, 10, 10)).into_iter().map(|(gross, _)| gross).collect();
        assert_eq!(gross, [4931 * 14, 4931 * 14, 6492 * 4].map(Cents::new));
    }

    #[test]
    fn a_high_wage_meets_the_ceiling() {
        let because = Because::Sickness { monthly: Cents::new(900_000) };
        assert_eq!(because.daily(date(2025, 3, 31), date(2025, 3, 31)), Cents::new(5331));
        assert_eq!(because.daily(date(2026, 2, 1), date(2026, 2, 1)), Cents::new(4195));
    }
}
