//! Payments and persons as the ledger takes them.

use insurance::deductions::{Exempt, ExemptReason, Insured};
use insurance::ledger::{Care, Deduction, Line, Payment as Read, Person, Transfer};

use crate::payments::{Nature, Payee, Payment};
use crate::profile::{Beneficiary, Exemption, ExemptionReason};

/// A payment as it was received.
pub fn payment_of(payment: &Payment) -> Read<'_> {
    let lines = payment.beneficiaries.iter().flat_map(|part| {
        part.lines.iter().map(|line| Line {
            care: Care { id: line.id.as_str(), act: line.act, date: line.date, provider: line.provider.as_deref() },
            person: part.beneficiary.as_str(),
            quantity: line.quantity,
            reimbursed: line.reimbursed,
        })
    });
    let deductions = payment.deductions.iter().map(|deduction| Deduction {
        kind: deduction.kind,
        person: deduction.beneficiary.as_str(),
        amount: deduction.amount,
        care: Care {
            id: deduction.care.id.as_str(),
            act: deduction.care.act,
            date: deduction.care.date,
            provider: deduction.care.provider.as_deref(),
        },
    });
    let transfer = match (&payment.payee, payment.nature) {
        (_, Nature::StatementEntry) => Transfer::Entry,
        (Payee::Member { .. }, _) => Transfer::ToMember,
        (Payee::Provider { .. } | Payee::Employer { .. }, _) => Transfer::ToOther,
    };
    Read {
        id: payment.id.as_str(),
        paid_on: payment.paid_on,
        transfer,
        amount: payment.amount,
        lines: lines.collect(),
        deductions: deductions.collect(),
    }
}

/// A person as the account shows them: their present exemption is all that is known of such.
pub fn person_of(person: &Beneficiary) -> Person<'_> {
    let exempt = person.exemption.as_ref().and_then(exempt).into_iter().collect();
    Person { id: person.id.as_str(), insured: Insured { birth_date: person.birth_date, exempt } }
}

/// What spares the ticket modérateur mostly does not spare deductions.
fn exempt(exemption: &Exemption) -> Option<Exempt> {
    let reason = match exemption.reason {
        ExemptionReason::Maternity => ExemptReason::Pregnancy,
        ExemptionReason::C2s => ExemptReason::C2s,
        ExemptionReason::Ald
        | ExemptionReason::WorkAccident
        | ExemptionReason::Invalidity
        | ExemptionReason::AlsaceMoselle => return None,
    };
    Some(Exempt { reason, from: exemption.from, until: exemption.until })
}
