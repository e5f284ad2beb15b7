//! What holds for the ledger of any household.

use insurance::ledger::{Ledger, Origin};
use insurance::{Cents, DeductionKind};
use proptest::prelude::*;

use super::household::{events, persons, settle};

const KINDS: [DeductionKind; 2] = [DeductionKind::FlatContribution, DeductionKind::Franchise];

proptest! {
    #[test]
    fn waiting_and_taken_are_what_is_due_and_no_cap_is_passed(events in events()) {
        let settled = settle(events);
        let ledger = Ledger::of(&persons(), &settled.payments);
        for entry in ledger.entries() {
            prop_assert_eq!(entry.taken() + entry.waiting(), entry.due);
            prop_assert!(entry.waiting() >= Cents::ZERO && entry.due > Cents::ZERO, "{entry:?}");
            let assessed = entry.assessed.unwrap();
            prop_assert_eq!(assessed.amount, entry.due);
            prop_assert!(assessed.amount <= assessed.price.times(assessed.quantity));
        }
        for counter in ledger.counters() {
            prop_assert!(counter.taken + counter.waiting <= counter.cap, "{counter:?}");
        }
    }

    #[test]
    fn counts_what_the_caisse_counts(events in events()) {
        let settled = settle(events);
        let ledger = Ledger::of(&persons(), &settled.payments);
        prop_assert_eq!(ledger.waiting().map(|entry| entry.waiting()).sum::<Cents>(), settled.waiting);
        for (person, assessor) in persons().iter().zip(&settled.assessors) {
            for (kind, year) in KINDS.into_iter().flat_map(|kind| (2023..=2026).map(move |year| (kind, year))) {
                let counted = ledger.counters().into_iter().find(|counter| (counter.person, counter.kind, counter.year) == (person.id, kind, year));
                let counted = counted.map_or(Cents::ZERO, |counter| counter.taken + counter.waiting);
                prop_assert_eq!(counted, assessor.due_in(kind, year), "{} {:?} {}", person.id, kind, year);
            }
        }
    }

    #[test]
    fn explains_every_payment_to_the_cent(events in events()) {
        let settled = settle(events);
        let ledger = Ledger::of(&persons(), &settled.payments);
        for payment in &settled.payments {
            let explanation = ledger.explain(payment.id).unwrap();
            prop_assert_eq!(explanation.steps.len(), payment.deductions.len());
            prop_assert_eq!(explanation.lines.len(), payment.lines.len());
            prop_assert_eq!(explanation.unexplained(), Cents::ZERO);
            prop_assert_eq!(explanation.expected() - explanation.earlier(), payment.amount);
            for step in &explanation.steps {
                prop_assert_eq!(step.before + step.amount + step.left, step.entry.due);
                prop_assert!(step.left >= Cents::ZERO && step.before >= Cents::ZERO);
                let repaid = step.entry.repaid.unwrap();
                prop_assert_eq!(step.origin == Origin::ThisPayment, repaid.payment == payment.id);
                prop_assert!(repaid.on <= payment.paid_on);
            }
        }
    }

    /// A device that does not know an exemption still shows nothing that the caisse does not ask for, as soon as money came.
    #[test]
    fn yields_to_what_was_taken(events in events(), known in 0..3_usize) {
        let settled = settle(events);
        let few: Vec<_> = persons().into_iter().take(known).collect();
        let ledger = Ledger::of(&few, &settled.payments);
        let taken: Cents = settled.payments.iter().flat_map(|payment| &payment.deductions).map(|taken| taken.amount).sum();
        prop_assert_eq!(ledger.entries().iter().map(|entry| entry.taken()).sum::<Cents>(), taken);
        for entry in ledger.entries() {
            prop_assert_eq!(entry.taken() + entry.waiting(), entry.due);
        }
    }
}
