//! Reading payments one after the other: care is assessed when it is settled, and what is taken finds its care.

use std::collections::BTreeMap;

use super::{Care, Deduction, Entry, Free, Ledger, Line, Payment, Person, Repaid, Taking, Transfer};
use crate::deductions::{self, Assessed, Assessor};
use crate::{Cents, DeductionKind};

pub(super) fn ledger<'a>(persons: &[Person<'a>], payments: &'a [Payment<'a>]) -> Ledger<'a> {
    let assessors = persons.iter().map(|person| (person.id, Assessor::new(person.insured.clone()))).collect();
    let ledger = Ledger { payments, entries: Vec::new(), by_care: BTreeMap::new(), free: BTreeMap::new() };
    let mut build = Build { ledger, assessors, repaid: BTreeMap::new(), open: Vec::new() };
    for payment in payments {
        build.read(payment);
    }
    build.finish()
}

struct Build<'a> {
    ledger: Ledger<'a>,
    assessors: BTreeMap<&'a str, Assessor>,
    repaid: BTreeMap<&'a str, Repaid<'a>>,
    /// Entries of which something waits.
    open: Vec<usize>,
}

impl<'a> Build<'a> {
    fn read(&mut self, payment: &'a Payment<'a>) {
        for line in &payment.lines {
            self.repaid.insert(line.care.id, Repaid { payment: payment.id, on: payment.paid_on });
            self.settle(line);
        }
        for deduction in &payment.deductions {
            self.take(payment, deduction);
        }
        if payment.transfer == Transfer::ToMember && payment.amount > Cents::ZERO {
            self.leave_nothing_waiting();
        }
    }

    fn settle(&mut self, line: &Line<'a>) {
        let care = line.care;
        let Some(assessor) = self.assessors.get_mut(line.person) else {
            self.ledger.free.insert(care.id, Free::Unknown);
            return;
        };
        let provider = care.provider.unwrap_or_default();
        match assessor.assess(deductions::Care { act: care.act, date: care.date, quantity: line.quantity, provider }) {
            Err(why) => {
                self.ledger.free.insert(care.id, Free::Not(why));
            }
            Ok(assessed) => self.owe(line, assessed),
        }
    }

    fn owe(&mut self, line: &Line<'a>, assessed: Assessed) {
        let at = self.entry(line.person, line.care, assessed.unit.kind());
        let Some(entry) = self.ledger.entries.get_mut(at) else { return };
        if entry.due <= assessed.amount {
            entry.due = assessed.amount;
            entry.assessed = Some(assessed);
        }
        self.open.push(at);
    }

    fn take(&mut self, payment: &Payment<'a>, deduction: &Deduction<'a>) {
        let at = self.entry(deduction.person, deduction.care, deduction.kind);
        let Some(entry) = self.ledger.entries.get_mut(at) else { return };
        entry.takings.push(Taking { payment: payment.id, on: payment.paid_on, amount: deduction.amount });
        let taken = entry.taken();
        if taken > entry.due {
            entry.due = taken;
            entry.assessed = None;
            entry.kind = deduction.kind;
        }
    }

    /// What is thought to wait was not due after all: see the module.
    fn leave_nothing_waiting(&mut self) {
        for at in std::mem::take(&mut self.open) {
            let Some(entry) = self.ledger.entries.get_mut(at) else { continue };
            let taken = entry.taken();
            if taken < entry.due {
                entry.due = taken;
                entry.assessed = None;
            }
        }
    }

    /// The entry of an act of care, new or known.
    fn entry(&mut self, person: &'a str, care: Care<'a>, kind: DeductionKind) -> usize {
        let repaid = self.repaid.get(care.id).copied();
        match self.ledger.by_care.get(care.id).map(|at| (*at, self.ledger.entries.get_mut(*at))) {
            Some((at, Some(entry))) => {
                entry.repaid = repaid.or(entry.repaid);
                at
            }
            _ => self.add(Entry { person, care, kind, repaid, assessed: None, due: Cents::ZERO, takings: Vec::new() }),
        }
    }

    fn add(&mut self, entry: Entry<'a>) -> usize {
        let at = self.ledger.entries.len();
        self.ledger.by_care.insert(entry.care.id, at);
        self.ledger.entries.push(entry);
        at
    }

    /// Entries of which nothing is left are none.
    fn finish(mut self) -> Ledger<'a> {
        let entries = std::mem::take(&mut self.ledger.entries);
        self.ledger.by_care.clear();
        for entry in entries {
            if entry.due > Cents::ZERO {
                self.ledger.free.remove(entry.care.id);
                self.add(entry);
            } else {
                self.ledger.free.insert(entry.care.id, Free::NotAsked);
            }
        }
        self.ledger
    }
}
