//! Deductions for care paid to a third party: they wait for a later payment to the member, whatever its nature.

use std::collections::VecDeque;

use super::Due;
use crate::Cents;

/// What waits, oldest first. `Act` says for which care, as the caller names it.
#[derive(Clone, Debug)]
pub struct Waiting<Act> {
    queue: VecDeque<(Act, Due)>,
}

/// A part, or all, of what waited for one act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken<Act> {
    /// For which care.
    pub act: Act,
    /// What was taken.
    pub due: Due,
}

impl<Act: Clone> Waiting<Act> {
    /// Nothing waits.
    pub fn new() -> Self {
        Self { queue: VecDeque::new() }
    }

    /// Lets an amount wait.
    pub fn push(&mut self, act: Act, due: Due) {
        self.queue.push_back((act, due));
    }

    /// Takes what can be taken from a payment of this amount, oldest first; the rest waits on.
    pub fn take_from(&mut self, payment: Cents) -> Vec<Taken<Act>> {
        let mut left = payment;
        let mut taken = Vec::new();
        while left > Cents::ZERO {
            let Some((act, due)) = self.queue.pop_front() else { break };
            let amount = due.amount.min(left);
            left -= amount;
            if amount < due.amount {
                self.queue.push_front((act.clone(), Due { amount: due.amount - amount, ..due }));
            }
            taken.push(Taken { act, due: Due { amount, ..due } });
        }
        taken
    }

    /// All that waits.
    pub fn total(&self) -> Cents {
        self.queue.iter().map(|(_, due)| due.amount).sum()
    }

    /// How many acts wait.
    pub fn len(&self) -> usize {
        self.queue.len()
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }
}

impl<Act: Clone> Default for Waiting<Act> {
    fn default() -> Self {
        Self::new()
    }
}
