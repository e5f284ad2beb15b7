//! The deduction ledger of a household: each deduction tied to the care that it repays, across payments, persons and
//! years; what was taken, and what still waits. Made from payments as they were received and from the dated
//! parameters; it asks nobody.
//!
//! What was taken is a fact and always stands. What is due is assessed here, by the rules, and yields to the facts:
//! when more was taken than assessed, that much was due; when money came to the member while an amount was thought to
//! wait, nothing of it waited (an exemption that is not known here), since what waits is taken before anything is
//! transferred.

mod build;
mod entry;
mod explanation;
mod history;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use entry::{Counter, Entry, Repaid, Taking};
pub use explanation::{Explanation, LineOutcome, Origin, Outcome, Step};
pub use history::{Care, Deduction, Line, Payment, Person, Transfer};

use crate::Cents;
use crate::deductions::NotDue;

/// What the payments of a household say about deductions.
pub struct Ledger<'a> {
    payments: &'a [Payment<'a>],
    entries: Vec<Entry<'a>>,
    by_care: BTreeMap<&'a str, usize>,
    free: BTreeMap<&'a str, Free>,
}

/// Why an act of care bears no deduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Free {
    /// By the rules.
    Not(NotDue),
    /// Something would be due by what is known here, and it was not asked for.
    NotAsked,
    /// The person is not known here.
    Unknown,
}

impl<'a> Ledger<'a> {
    /// Reads payments in the order in which they were made; of one day, those to the member first.
    pub fn of(persons: &[Person<'a>], payments: &'a [Payment<'a>]) -> Self {
        build::ledger(persons, payments)
    }

    /// Each act of care for which something was due, in the order in which care was settled.
    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// What still waits for a payment to the member, oldest first.
    pub fn waiting(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(|entry| entry.waiting() > Cents::ZERO)
    }

    /// The counters of everyone for whom something was due, by person, year of care and kind.
    pub fn counters(&self) -> Vec<Counter<'a>> {
        entry::counters(&self.entries)
    }

    /// Why a payment is what it is; none for one that is not among those read.
    pub fn explain(&self, payment: &str) -> Option<Explanation<'_, 'a>> {
        let payment = self.payments.iter().find(|known| known.id == payment)?;
        Some(explanation::of(self, payment))
    }

    /// What an act of care bears; none for one that is not among those read.
    fn outcome(&self, care: &str) -> Option<Outcome<'_, 'a>> {
        let entry = self.by_care.get(care).and_then(|at| self.entries.get(*at)).map(Outcome::Bears);
        entry.or_else(|| self.free.get(care).map(|why| Outcome::Free(*why)))
    }
}
