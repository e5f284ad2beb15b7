//! A payment divided by person and kind of care: each deduction is taken from the part of the care that it repays.

use std::collections::BTreeMap;

use insurance::{ActKind, Cents};
use protocol::BeneficiaryId;
use protocol::charts::Sums;
use protocol::payments::{Payee, Payment};

/// Whose, and for what kind of care; none where the payment names neither.
pub(crate) type Share = (Option<BeneficiaryId>, Option<ActKind>);

/// The parts of a payment. What they transfer comes to its amount, to the cent.
pub(crate) fn shares(payment: &Payment) -> BTreeMap<Share, Sums> {
    let mut shares: BTreeMap<Share, Sums> = BTreeMap::new();
    let to_member = matches!(payment.payee, Payee::Member { .. });
    let mut add = |share: Share, spent: Cents, transferred: Cents| {
        let sums = if to_member {
            Sums { spent, received: transferred, to_others: Cents::ZERO }
        } else {
            Sums { spent, received: Cents::ZERO, to_others: transferred }
        };
        let known = shares.entry(share).or_default();
        *known = known.with(sums);
    };
    let mut left = payment.amount;
    let mut first: Share = (None, None);
    for part in &payment.beneficiaries {
        for line in &part.lines {
            let share = (Some(part.beneficiary.clone()), Some(line.act));
            if first.0.is_none() {
                first = share.clone();
            }
            add(share, if line.act.is_care() { line.paid } else { Cents::ZERO }, line.reimbursed);
            left -= line.reimbursed;
        }
    }
    for deduction in &payment.deductions {
        add((Some(deduction.beneficiary.clone()), Some(deduction.care.act)), Cents::ZERO, -deduction.amount);
        left += deduction.amount;
    }
    // A payment that says something else than its parts.
    if left != Cents::ZERO {
        add(first, Cents::ZERO, left);
    }
    shares
}
