//! A payment as it arrives.

use insurance::ActKind;
use protocol::BeneficiaryId;
use protocol::forwarding::Transmission;
use protocol::payments::{Payee, Payment};

use crate::store::{PaymentRecord, StoreError, Writer};

/// Takes a payment, or takes it away.
pub(crate) fn take_payment(writer: &Writer<'_>, id: &str, body: Option<&str>) -> Result<(), StoreError> {
    let Some(body) = body else { return writer.payment_withdrawn(id) };
    let payment: Payment = serde_json::from_str(body).map_err(|_| StoreError::Form("payment"))?;
    if payment.id.as_str() != id {
        return Err(StoreError::Form("payment"));
    }
    writer.put_payment(&record(&payment), &payment, body)
}

fn record(payment: &Payment) -> PaymentRecord {
    let lines = || payment.beneficiaries.iter().flat_map(|part| &part.lines);
    let first = lines().next();
    let days: u32 = lines().filter(|line| is_daily(line.act)).map(|line| line.quantity).sum();
    PaymentRecord {
        id: payment.id.clone(),
        paid_on: payment.paid_on,
        nature: payment.nature,
        amount: payment.amount,
        to_member: matches!(payment.payee, Payee::Member { .. }),
        act: first.map(|line| line.act),
        provider: first.and_then(|line| line.provider.clone()),
        lines: u32::try_from(lines().count()).unwrap_or(u32::MAX),
        days: Some(days).filter(|days| *days > 0),
        people: concerned(payment),
        to_forward: matches!(payment.transmission, Some(Transmission::NotSent { .. })),
    }
}

fn is_daily(act: ActKind) -> bool {
    matches!(act, ActKind::SicknessAllowance | ActKind::MaternityAllowance | ActKind::WorkAccidentAllowance)
}

/// Everyone whose care is repaid or for whom something is deducted, each once, in order.
pub(crate) fn concerned(payment: &Payment) -> Vec<BeneficiaryId> {
    let cared_for = payment.beneficiaries.iter().map(|part| &part.beneficiary);
    let deducted_for = payment.deductions.iter().map(|deduction| &deduction.beneficiary);
    let mut people: Vec<BeneficiaryId> = Vec::new();
    for person in cared_for.chain(deducted_for) {
        if !people.contains(person) {
            people.push(person.clone());
        }
    }
    people
}
