//! Pensions and annuities: the same amount, period after period.

use insurance::{ActKind, Cents};
use jiff::ToSpan;
use jiff::civil::Date;

use super::care::{Claim, Line, To, Worth, working_day};

/// What is paid after each month, or after each quarter.
pub(super) struct Pension {
    pub(super) act: ActKind,
    pub(super) label: &'static str,
    pub(super) amount: Cents,
    /// 1 or 3.
    pub(super) months: i64,
}

impl Pension {
    /// One claim for each whole period from the first of a month on, paid some days after it.
    pub(super) fn claims(&self, from: Date, until: Date) -> Vec<Claim> {
        let mut claims = Vec::new();
        let mut start = from.first_of_month();
        loop {
            let next = start.saturating_add(self.months.months());
            let paid_on = working_day(next.saturating_add(7.days()));
            if paid_on > until {
                return claims;
            }
            let line = Line {
                person: 0,
                act: self.act,
                label: self.label.to_owned(),
                provider: None,
                date: start,
                until: Some(next.saturating_sub(1.days())),
                quantity: 1,
                paid: Cents::ZERO,
                base: self.amount,
                worth: Worth::Fixed(self.amount),
            };
            claims.push(Claim { paid_on, payee: To::Member, lines: vec![line] });
            start = next;
        }
    }
}
