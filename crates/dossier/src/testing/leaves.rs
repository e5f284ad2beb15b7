//! Invented leaves, and payments of allowances.

use insurance::allowances::{Wages, course};
use insurance::{ActKind, Cents, Rate};
use jiff::civil::Date;
use protocol::allowances::{Leave, LeaveCause, LeaveState, LeaveStep, PaidTo};
use protocol::payments::{CareLine, Nature, Payment};
use protocol::{BeneficiaryId, CareId, LeaveId};

use super::payment;

const WAGES: Wages = Wages::Sickness { three_months: Cents::new(600_000) };

/// A leave of the member's for sickness that came to these states, each on its first day.
pub(crate) fn leave(id: &str, from: Date, until: Date, states: &[LeaveState]) -> Leave {
    Leave {
        id: LeaveId::new(id),
        beneficiary: BeneficiaryId::new("member"),
        cause: LeaveCause::Sickness,
        from,
        until,
        employer: Some("Imprimerie".to_owned()),
        paid_to: PaidTo::Member,
        steps: states.iter().map(|state| LeaveStep { on: from, state: *state }).collect(),
        wages: Some(WAGES),
        next_payment: None,
    }
}

/// What a leave of these days comes to, paid at once on a day.
pub(crate) fn allowance(id: &str, (from, until): (Date, Date), paid_on: Date) -> Payment {
    let course = course(WAGES, from, until).unwrap();
    let line = |(at, part): (usize, &insurance::allowances::Part)| CareLine {
        id: CareId::new(format!("{id}-{at}")),
        act: ActKind::SicknessAllowance,
        label: "Indemnités journalières".to_owned(),
        provider: None,
        date: part.from,
        until: Some(part.until),
        quantity: part.days,
        paid: Cents::ZERO,
        base: part.gross,
        rate: Rate::FULL,
        reimbursed: part.net(),
    };
    let mut paid = payment(id, paid_on, "member");
    paid.nature = Nature::DailyAllowance;
    paid.amount = course.net();
    paid.deductions.clear();
    if let Some(part) = paid.beneficiaries.first_mut() {
        part.lines = course.parts().enumerate().map(line).collect();
    }
    paid
}
