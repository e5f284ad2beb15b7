//! The caisse at work: claims in, payments out, by the rules of `insurance`.
//!
//! What comes to the member is less what is due for it, and less what waits for care that third parties were paid for.
//! Payments to others carry no deduction: what is due for them waits.

use std::collections::BTreeMap;

use insurance::deductions::{Assessor, Care, Due, Waiting};
use insurance::parameters::Scheme;
use insurance::reimbursement::{self, Circumstances};
use insurance::{ActKind, Cents, Rate};
use protocol::payments::{CareLine, CareRef, Deduction, Nature, PaidBeneficiary, Payee, Payment};
use protocol::{BeneficiaryId, CareId, PaymentId};

use super::care::{Claim, Line, To, Worth};
use super::person::Person;
use super::prng::Prng;

/// What an act is called when something is taken for it later.
type Act = (BeneficiaryId, CareRef);

/// The account for which payments are made.
pub(super) struct Caisse<'a> {
    pub(super) prng: &'a mut Prng,
    pub(super) people: &'a [Person],
    pub(super) scheme: Scheme,
    pub(super) account_end: &'a str,
}

impl Caisse<'_> {
    /// Settles claims in the order of their days; of one day, the member's first, and as one transfer.
    pub(super) fn settle(mut self, mut claims: Vec<Claim>) -> Vec<Payment> {
        claims.sort_by_key(|claim| (claim.paid_on, claim.payee != To::Member, nature(claim)));
        let mut assessors: Vec<Assessor> = self.people.iter().map(|person| Assessor::new(person.insured())).collect();
        let (mut waiting, mut payments) = (Waiting::new(), Vec::new());
        for group in claims.chunk_by(same_transfer) {
            payments.extend(self.pay(group, &mut assessors, &mut waiting));
        }
        payments
    }

    fn pay(&mut self, claims: &[Claim], assessors: &mut [Assessor], waiting: &mut Waiting<Act>) -> Option<Payment> {
        let first = claims.first()?;
        let mut beneficiaries: BTreeMap<usize, PaidBeneficiary> = BTreeMap::new();
        let (mut due, mut total) = (Waiting::new(), Cents::ZERO);
        for line in claims.iter().flat_map(|claim| &claim.lines) {
            let (person, assessor) = (self.people.get(line.person)?, assessors.get_mut(line.person)?);
            // Care of a time when nothing was known about it is not paid here.
            let Some(care) = self.care_line(line, person) else { continue };
            total += care.reimbursed;
            if let Some(owed) = owed(line, assessor) {
                let care =
                    CareRef { id: care.id.clone(), act: care.act, provider: care.provider.clone(), date: care.date };
                due.push((person.id.clone(), care), owed);
            }
            let paid = PaidBeneficiary { beneficiary: person.id.clone(), lines: Vec::new() };
            beneficiaries.entry(line.person).or_insert(paid).lines.push(care);
        }
        if beneficiaries.is_empty() {
            return None;
        }
        let mut deductions = Vec::new();
        if first.payee == To::Member && nature(first) != Nature::StatementEntry {
            // For this care first, then for what waited.
            for pile in [&mut due, waiting] {
                let left = total - deductions.iter().map(|taken: &Deduction| taken.amount).sum();
                deductions.extend(pile.take_from(left).into_iter().map(|taken| deduction(taken.act, taken.due)));
            }
        }
        for taken in due.take_from(due.total()) {
            waiting.push(taken.act, taken.due);
        }
        let amount = reimbursement::payment_amount([total], deductions.iter().map(|deduction| deduction.amount))?;
        Some(Payment {
            id: PaymentId::new(self.prng.id()),
            paid_on: first.paid_on,
            nature: nature(first),
            amount,
            payee: self.payee(&first.payee),
            beneficiaries: beneficiaries.into_values().collect(),
            deductions,
        })
    }

    fn care_line(&mut self, line: &Line, person: &Person) -> Option<CareLine> {
        let (rate, reimbursed) = match line.worth {
            Worth::Fixed(amount) => (Rate::FULL, amount),
            Worth::Rated { pathway, medicine } => {
                let exemption = person.exempt_rate(line.date);
                let circumstances = Circumstances { pathway, scheme: self.scheme, medicine, exemption };
                let rate = reimbursement::rate(line.act, circumstances, line.date)?;
                (rate, reimbursement::reimbursed(line.base, rate))
            }
        };
        Some(CareLine {
            id: CareId::new(self.prng.id()),
            act: line.act,
            label: line.label.clone(),
            provider: line.provider.clone(),
            date: line.date,
            until: line.until,
            quantity: line.quantity,
            paid: line.paid,
            base: line.base,
            rate,
            reimbursed,
        })
    }

    fn payee(&self, to: &To) -> Payee {
        match to {
            To::Member => Payee::Member { account_end: self.account_end.to_owned() },
            To::Provider(name) => Payee::Provider { name: name.clone() },
            To::Employer(name) => Payee::Employer { name: name.clone() },
        }
    }
}

fn owed(line: &Line, assessor: &mut Assessor) -> Option<Due> {
    let provider = line.provider.as_deref().unwrap_or_default();
    assessor.add(Care { act: line.act, date: line.date, quantity: line.quantity, provider })
}

fn deduction((beneficiary, care): Act, due: Due) -> Deduction {
    Deduction { kind: due.kind, beneficiary, amount: due.amount, care }
}

fn same_transfer(one: &Claim, next: &Claim) -> bool {
    one.paid_on == next.paid_on && one.payee == next.payee && nature(one) == nature(next)
}

fn nature(claim: &Claim) -> Nature {
    match (&claim.payee, claim.lines.first().map(|line| line.act)) {
        (To::Provider(_) | To::Employer(_), _) => Nature::ThirdParty,
        (To::Member, Some(ActKind::InvalidityPension)) => Nature::InvalidityPension,
        (To::Member, Some(ActKind::Annuity)) => Nature::Annuity,
        (To::Member, Some(ActKind::StatementEntry)) => Nature::StatementEntry,
        (
            To::Member,
            Some(ActKind::SicknessAllowance | ActKind::MaternityAllowance | ActKind::WorkAccidentAllowance),
        ) => Nature::DailyAllowance,
        (To::Member, _) => Nature::Care,
    }
}
