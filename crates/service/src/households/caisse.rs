//! The caisse at work: claims in, payments out, by the rules of `insurance`.
//!
//! What comes to the member is less what is due for it, and less what waits for care that third parties were paid for.
//! Payments to others carry no deduction: what is due for them waits.

use std::collections::BTreeMap;

use insurance::deductions::{Assessor, Care, Due, Waiting};
use insurance::parameters::Scheme;
use insurance::reimbursement::{self, Circumstances};
use insurance::{ActKind, Cents, Rate};
use jiff::ToSpan;
use jiff::civil::Date;
use protocol::debts::{Debt, DebtState};
use protocol::forwarding::{NotSent, Transmission};
use protocol::payments::{CareLine, CareRef, Deduction, Nature, PaidBeneficiary, Payee, Payment};
use protocol::profile::Complementary;
use protocol::{BeneficiaryId, CareId, DebtId, PaymentId};

use super::care::{Claim, Line, To, Worth};
use super::person::Person;
use super::prng::Prng;

/// What an act is called when something is taken for it later.
type Act = (BeneficiaryId, CareRef);

/// A debt is to be paid within two months of its letter (code de la sécurité sociale, art. L. 133-4-1).
const DAYS_TO_PAY: i64 = 61;

/// So many payments in a hundred come back from the insurer.
const RETURNED: i64 = 8;

/// The account for which payments are made.
pub(super) struct Caisse<'a> {
    pub(super) prng: &'a mut Prng,
    pub(super) people: &'a [Person],
    pub(super) scheme: Scheme,
    pub(super) account_end: &'a str,
    pub(super) insurers: &'a [Complementary],
    /// Apart, so that payments stay when insurers change.
    pub(super) returned: Prng,
    /// Days on which what waits is claimed, oldest first.
    pub(super) claimed_on: &'a [Date],
}

/// What the caisse made of the claims.
#[derive(Default)]
pub(super) struct Settled {
    pub(super) payments: Vec<Payment>,
    pub(super) debts: Vec<Debt>,
}

impl Caisse<'_> {
    /// Settles claims in the order of their days; of one day, the member's first, and as one transfer.
    pub(super) fn settle(mut self, mut claims: Vec<Claim>) -> Settled {
        claims.sort_by_key(|claim| (claim.paid_on, claim.payee != To::Member, nature(claim)));
        let mut assessors: Vec<Assessor> = self.people.iter().map(|person| Assessor::new(person.insured())).collect();
        let (mut waiting, mut settled) = (Waiting::new(), Settled::default());
        let mut claimed_on = self.claimed_on.iter().peekable();
        for group in claims.chunk_by(same_transfer) {
            while let Some(day) = claimed_on.next_if(|day| group.iter().any(|claim| claim.paid_on > **day)) {
                self.claim(*day, &mut waiting, &mut settled);
            }
            settled.payments.extend(self.pay(group, &mut assessors, &mut waiting));
        }
        settled
    }

    /// What waits is owed from now on: an entry of the statement moves it from the payments to come to a debt.
    fn claim(&mut self, on: Date, waiting: &mut Waiting<Act>, settled: &mut Settled) {
        let taken = waiting.take_from(waiting.total());
        let deductions: Vec<Deduction> = taken.into_iter().map(|taken| deduction(taken.act, taken.due)).collect();
        let Some(first) = deductions.first() else { return };
        let amount: Cents = deductions.iter().map(|deduction| deduction.amount).sum();
        let reference = format!("{}-{}", on.year(), self.prng.digits(6));
        let line = CareLine {
            id: CareId::new(self.prng.id()),
            act: ActKind::StatementEntry,
            label: format!("Report sur la créance {reference}"),
            provider: None,
            date: on,
            until: None,
            quantity: 1,
            paid: Cents::ZERO,
            base: amount,
            rate: Rate::FULL,
            reimbursed: amount,
        };
        let beneficiary = first.beneficiary.clone();
        settled.payments.push(Payment {
            id: PaymentId::new(self.prng.id()),
            paid_on: on,
            nature: Nature::StatementEntry,
            amount: Cents::ZERO,
            payee: self.payee(&To::Member),
            beneficiaries: vec![PaidBeneficiary { beneficiary, lines: vec![line] }],
            deductions: deductions.clone(),
            transmission: None,
        });
        let due_on = on.saturating_add(DAYS_TO_PAY.days());
        let id = DebtId::new(self.prng.id());
        let state = DebtState::Open;
        settled.debts.push(Debt { id, reference, notified_on: on, due_on, amount, deductions, state });
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
        let left = beneficiaries.values().flat_map(|part| &part.lines).any(|line| line.paid > line.reimbursed);
        Some(Payment {
            id: PaymentId::new(self.prng.id()),
            paid_on: first.paid_on,
            nature: nature(first),
            amount,
            payee: self.payee(&first.payee),
            beneficiaries: beneficiaries.into_values().collect(),
            deductions,
            transmission: if left { self.transmission(first) } else { None },
        })
    }

    /// What the insurer of that day got.
    fn transmission(&mut self, claim: &Claim) -> Option<Transmission> {
        let day = claim.paid_on;
        let covers = |insurer: &&Complementary| insurer.from <= day && insurer.until.is_none_or(|until| day <= until);
        let insurer = self.insurers.iter().find(covers)?;
        let name = insurer.name.clone();
        Some(if !insurer.transmission {
            Transmission::NotSent { insurer: name, because: NotSent::NotActivated }
        } else if self.returned.percent(RETURNED) {
            Transmission::NotSent { insurer: name, because: NotSent::Returned }
        } else {
            Transmission::Sent { insurer: name, on: day }
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
