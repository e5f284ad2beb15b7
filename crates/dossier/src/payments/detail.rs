//! One payment, why it is what it is, and where the yearly deductions stand.

use std::collections::BTreeSet;

use insurance::{Cents, DeductionKind};
use jiff::civil::Date;
use protocol::deductions::{Counter, Explanation};
use protocol::payments::{Payment, PaymentDetail};
use protocol::{ApiError, BeneficiaryId, PaymentId};

use super::apply::concerned;
use super::ledger::{self, Household, counters};
use super::{Names, is_only_here};
use crate::dossier::Dossier;
use crate::store::{Reader, StoreError};

impl Dossier {
    /// One payment.
    ///
    /// # Errors
    /// `NotFound` when it is not on this device.
    pub async fn payment(&self, id: PaymentId) -> Result<PaymentDetail, ApiError> {
        let today = self.inner.around.clock.today();
        self.read(move |reader| detail(reader, &id, today)).await?.ok_or(ApiError::NotFound)
    }
}

pub(super) fn detail(reader: &Reader<'_>, id: &PaymentId, today: Date) -> Result<Option<PaymentDetail>, StoreError> {
    let Some(payment) = reader.payment(id)? else { return Ok(None) };
    let names = Names::of(&reader.all_people()?);
    let people = concerned(&payment);
    let (explanation, counters) = ledger(reader, &payment, &people)?;
    Ok(Some(PaymentDetail {
        people: names.people(&people),
        explanation,
        counters,
        only_here: is_only_here(payment.paid_on, today),
        forwarded_on: reader.forwarded_on(id)?,
        payment,
    }))
}

/// Why the amount is what it is, and where the counters stand for the years of the care, of its own lines and of what is
/// deducted: the year of the payment's date may be another.
fn ledger(
    reader: &Reader<'_>,
    payment: &Payment,
    people: &[BeneficiaryId],
) -> Result<(Explanation, Vec<Counter>), StoreError> {
    let (first, last) = ledger::years(payment);
    let household = Household::of_years(reader, first, last)?;
    household.ledger(|ledger| {
        let explanation = household.explanation(ledger, &payment.id).ok_or(StoreError::Form("payment"))?;
        let mut shown = Vec::new();
        for person in people {
            for year in years(payment, person) {
                let known = counters(reader, ledger, person, year)?;
                shown.extend(known.into_iter().filter(|one| one.taken + one.waiting > Cents::ZERO));
            }
        }
        shown.sort_by_key(|counter| (counter.year, counter.kind == DeductionKind::Franchise));
        Ok((explanation, shown))
    })
}

fn years(payment: &Payment, person: &BeneficiaryId) -> BTreeSet<i16> {
    let lines = payment.beneficiaries.iter().filter(|part| part.beneficiary == *person).flat_map(|part| &part.lines);
    let deducted = payment.deductions.iter().filter(|deduction| deduction.beneficiary == *person);
    lines.map(|line| line.date.year()).chain(deducted.map(|deduction| deduction.care.date.year())).collect()
}
