//! An act of care for which something was due, and the counters of a year.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use super::Care;
use crate::deductions::{self, Assessed};
use crate::{Cents, DeductionKind};

/// What was due for one act of care, and what became of it. `taken + waiting = due`, always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Whose care.
    pub person: &'a str,
    /// Which.
    pub care: Care<'a>,
    /// Flat contribution or franchise.
    pub kind: DeductionKind,
    /// The payment that repaid the care; none when it is not known here.
    pub repaid: Option<Repaid<'a>>,
    /// How the amount comes about; none when only what was taken is known.
    pub assessed: Option<Assessed>,
    /// More than nothing.
    pub due: Cents,
    /// From which payments it was taken, oldest first.
    pub takings: Vec<Taking<'a>>,
}

/// The payment that repaid an act of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repaid<'a> {
    /// Which.
    pub payment: &'a str,
    /// Its day.
    pub on: Date,
}

/// A part, or all, of what was due, taken from one payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taking<'a> {
    /// Which payment.
    pub payment: &'a str,
    /// Its day.
    pub on: Date,
    /// How much.
    pub amount: Cents,
}

/// What a person bears in a calendar year, by kind. The year is that of the care, whenever it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counter<'a> {
    /// Whose.
    pub person: &'a str,
    /// Of the care.
    pub year: i16,
    /// Flat contribution or franchise.
    pub kind: DeductionKind,
    /// Taken so far.
    pub taken: Cents,
    /// Still to be taken.
    pub waiting: Cents,
    /// Together they never pass it.
    pub cap: Cents,
}

impl Entry<'_> {
    /// What was taken of it so far.
    pub fn taken(&self) -> Cents {
        self.takings.iter().map(|taking| taking.amount).sum()
    }

    /// What still waits.
    pub fn waiting(&self) -> Cents {
        self.due - self.taken()
    }
}

pub(super) fn counters<'a>(entries: &[Entry<'a>]) -> Vec<Counter<'a>> {
    let mut sums = BTreeMap::<(&str, i16, DeductionKind), (Cents, Cents)>::new();
    for entry in entries {
        let sum = sums.entry((entry.person, entry.care.date.year(), entry.kind)).or_default();
        sum.0 += entry.taken();
        sum.1 += entry.waiting();
    }
    let counter = |((person, year, kind), (taken, waiting))| {
        let cap = deductions::yearly_cap(kind, date(year, 12, 31)).unwrap_or_default();
        Counter { person, year, kind, taken, waiting, cap }
    };
    sums.into_iter().map(counter).collect()
}
