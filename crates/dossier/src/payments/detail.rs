//! One payment, why it is what it is, and where the yearly deductions stand.

use insurance::{Cents, DeductionKind, deductions};
use jiff::civil::{Date, date};
use protocol::payments::{Counter, Deduction, Payment, PaymentDetail, Why};
use protocol::{ApiError, BeneficiaryId, CareId, PaymentId};

use super::apply::concerned;
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

fn detail(reader: &Reader<'_>, id: &PaymentId, today: Date) -> Result<Option<PaymentDetail>, StoreError> {
    let Some(payment) = reader.payment(id)? else { return Ok(None) };
    let names = Names::of(&reader.all_people()?);
    let people = concerned(&payment);
    Ok(Some(PaymentDetail {
        people: names.people(&people),
        why: why(&payment),
        counters: counters(reader, &payment, &people)?,
        only_here: is_only_here(payment.paid_on, today),
        payment,
    }))
}

/// Set when something was deducted for care of another payment.
fn why(payment: &Payment) -> Option<Why> {
    let own: Vec<&CareId> = payment.beneficiaries.iter().flat_map(|part| &part.lines).map(|line| &line.id).collect();
    let earlier: Vec<&Deduction> =
        payment.deductions.iter().filter(|deduction| !own.contains(&&deduction.care.id)).collect();
    if earlier.is_empty() {
        return None;
    }
    let taken: Cents = earlier.iter().map(|deduction| deduction.amount).sum();
    let mut acts: Vec<&CareId> = earlier.iter().map(|deduction| &deduction.care.id).collect();
    acts.sort();
    acts.dedup();
    let earlier_acts = u32::try_from(acts.len()).unwrap_or(u32::MAX);
    Some(Why { expected: payment.amount + taken, taken, earlier_acts })
}

/// For the years of the care, of its own lines and of what is deducted: the year of the payment's date may be another.
fn counters(reader: &Reader<'_>, payment: &Payment, people: &[BeneficiaryId]) -> Result<Vec<Counter>, StoreError> {
    let mut counters = Vec::new();
    for person in people {
        for year in years(payment, person) {
            for (kind, taken) in reader.deducted(person, year)? {
                let cap = deductions::yearly_cap(kind, date(year, 12, 31)).unwrap_or(Cents::ZERO);
                counters.push(Counter { person: person.clone(), kind, year, taken, cap });
            }
        }
    }
    counters.sort_by_key(|counter| (counter.year, kind_order(counter.kind)));
    Ok(counters)
}

fn years(payment: &Payment, person: &BeneficiaryId) -> Vec<i16> {
    let lines = payment.beneficiaries.iter().filter(|part| part.beneficiary == *person).flat_map(|part| &part.lines);
    let deducted = payment.deductions.iter().filter(|deduction| deduction.beneficiary == *person);
    let days = lines.map(|line| line.date).chain(deducted.map(|deduction| deduction.care.date));
    let mut years: Vec<i16> = days.map(|day| day.year()).collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn kind_order(kind: DeductionKind) -> u8 {
    match kind {
        DeductionKind::FlatContribution => 0,
        DeductionKind::Franchise => 1,
    }
}
