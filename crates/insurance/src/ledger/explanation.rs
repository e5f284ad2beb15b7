//! Why a payment is what it is, as arithmetic that only has to be worded.

use serde::{Deserialize, Serialize};

use super::{Care, Entry, Free, Ledger, Payment};
use crate::Cents;

/// A payment's amount: what its care gives, less what was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation<'l, 'a> {
    /// What its lines give, before deductions.
    pub given: Cents,
    /// What was taken, in the payment's order.
    pub steps: Vec<Step<'l, 'a>>,
    /// What each of its lines bears, in the payment's order.
    pub lines: Vec<LineOutcome<'l, 'a>>,
    /// What was transferred.
    pub amount: Cents,
}

/// One deduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<'l, 'a> {
    /// For which care, whose, and how what is due for it comes about.
    pub entry: &'l Entry<'a>,
    /// Whether the care is repaid by this payment or an earlier one.
    pub origin: Origin,
    /// What was taken here.
    pub amount: Cents,
    /// What earlier payments bore of it.
    pub before: Cents,
    /// What was left to later ones.
    pub left: Cents,
}

/// Where the care of a deduction stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// In the same payment.
    ThisPayment,
    /// In an earlier one, or one that is not known here.
    Earlier,
}

/// A line and what it bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineOutcome<'l, 'a> {
    /// Which act.
    pub care: Care<'a>,
    /// Whose.
    pub person: &'a str,
    /// What it bears.
    pub outcome: Outcome<'l, 'a>,
}

/// What an act of care bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome<'l, 'a> {
    /// This much.
    Bears(&'l Entry<'a>),
    /// Nothing.
    Free(Free),
}

impl Explanation<'_, '_> {
    /// Taken for the care that this payment repays.
    pub fn own(&self) -> Cents {
        self.taken(Origin::ThisPayment)
    }

    /// Taken for earlier care.
    pub fn earlier(&self) -> Cents {
        self.taken(Origin::Earlier)
    }

    /// What would have come without earlier care: « et non 19 € ».
    pub fn expected(&self) -> Cents {
        self.given - self.own()
    }

    /// What the amount differs by from the arithmetic: nothing, unless a payment says something else than its parts.
    pub fn unexplained(&self) -> Cents {
        self.amount - (self.given - self.own() - self.earlier())
    }

    fn taken(&self, origin: Origin) -> Cents {
        self.steps.iter().filter(|step| step.origin == origin).map(|step| step.amount).sum()
    }
}

pub(super) fn of<'l, 'a>(ledger: &'l Ledger<'a>, payment: &Payment<'a>) -> Explanation<'l, 'a> {
    let lines = payment.lines.iter().filter_map(|line| {
        let outcome = ledger.outcome(line.care.id)?;
        Some(LineOutcome { care: line.care, person: line.person, outcome })
    });
    Explanation {
        given: payment.lines.iter().map(|line| line.reimbursed).sum(),
        steps: steps(ledger, payment),
        lines: lines.collect(),
        amount: payment.amount,
    }
}

fn steps<'l, 'a>(ledger: &'l Ledger<'a>, payment: &Payment<'a>) -> Vec<Step<'l, 'a>> {
    let mut steps: Vec<Step<'l, 'a>> = Vec::new();
    for deduction in &payment.deductions {
        let Some(Outcome::Bears(entry)) = ledger.outcome(deduction.care.id) else { continue };
        let own = payment.lines.iter().any(|line| line.care.id == deduction.care.id);
        let earlier = entry.takings.iter().take_while(|taking| taking.payment != payment.id);
        // A payment may take twice for one act.
        let here = steps.iter().filter(|step| step.entry.care.id == entry.care.id);
        let before = earlier.map(|taking| taking.amount).chain(here.map(|step| step.amount)).sum();
        steps.push(Step {
            entry,
            origin: if own { Origin::ThisPayment } else { Origin::Earlier },
            amount: deduction.amount,
            before,
            left: entry.due - before - deduction.amount,
        });
    }
    steps
}
