//! The deduction ledger over a span of payments, and what of it reaches the screen.

use std::collections::BTreeSet;

use insurance::ledger::{self, Ledger, Origin, Outcome};
use insurance::{Cents, DeductionKind, deductions};
use jiff::civil::{Date, date};
use protocol::deductions::{Bears, Counter, Entry, Explanation, Note, Step, Taking, payment_of, person_of};
use protocol::payments::{CareRef, Payment};
use protocol::profile::Beneficiary;
use protocol::{BeneficiaryId, CareId, PaymentId};

use super::Names;
use crate::store::{Days, Reader, StoreError};

/// Care reaches the caisse within two years; what it bears is taken from the next payment to the member.
const YEARS_TO_SETTLE: i16 = 2;

/// What waits longer than this many years is not to be expected any more.
const YEARS_OF_WAITING: i16 = 2;

/// The persons of an account, and its payments of some years.
pub(super) struct Household {
    people: Vec<Beneficiary>,
    payments: Vec<Payment>,
    names: Names,
}

impl Household {
    /// All that may concern care of these years, the last one included.
    pub(super) fn of_years(reader: &Reader<'_>, first: i16, last: i16) -> Result<Self, StoreError> {
        let to = last.saturating_add(YEARS_TO_SETTLE).min(9999);
        let days = Days { from: date(first, 1, 1), to: date(to, 12, 31) };
        let people = reader.all_people()?;
        Ok(Self { names: Names::of(&people), payments: reader.settled_payments(days)?, people })
    }

    /// All that may still concern a payment to come.
    pub(super) fn recent(reader: &Reader<'_>, today: Date) -> Result<Self, StoreError> {
        Self::of_years(reader, today.year() - YEARS_OF_WAITING, today.year())
    }

    /// What `tell` says of the ledger.
    pub(super) fn ledger<T>(&self, tell: impl FnOnce(&Ledger<'_>) -> T) -> T {
        let persons: Vec<_> = self.people.iter().map(person_of).collect();
        let payments: Vec<_> = self.payments.iter().map(payment_of).collect();
        tell(&Ledger::of(&persons, &payments))
    }

    /// Of everyone ever known.
    pub(super) fn names(&self) -> &Names {
        &self.names
    }

    /// An entry, with the person's name.
    pub(super) fn entry(&self, entry: &ledger::Entry<'_>) -> Entry {
        Entry {
            name: self.name(entry.person),
            care: care_ref(entry.care),
            kind: entry.kind,
            repaid_by: entry.repaid.map(|repaid| PaymentId::new(repaid.payment)),
            assessed: entry.assessed,
            due: entry.due,
            waiting: entry.waiting(),
            takings: entry.takings.iter().map(taking).collect(),
        }
    }

    /// Why a payment is what it is; none when it is not of these years.
    pub(super) fn explanation(&self, ledger: &Ledger<'_>, payment: &PaymentId) -> Option<Explanation> {
        let explanation = ledger.explain(payment.as_str())?;
        let earlier = explanation.steps.iter().filter(|step| step.origin == Origin::Earlier);
        let acts: BTreeSet<&str> = earlier.map(|step| step.entry.care.id).collect();
        let notes = explanation.lines.iter().filter_map(|line| {
            let bears = match line.outcome {
                Outcome::Free(why) => Bears::Nothing(why),
                // Said by its step, where all of it is taken here.
                Outcome::Bears(entry) if is_taken_by(entry, payment) => return None,
                Outcome::Bears(entry) => Bears::Later(Box::new(self.entry(entry))),
            };
            Some(Note { name: self.name(line.person), care: care_ref(line.care), bears })
        });
        Some(Explanation {
            given: explanation.given,
            own: explanation.own(),
            earlier: explanation.earlier(),
            earlier_acts: u32::try_from(acts.len()).unwrap_or(u32::MAX),
            unexplained: explanation.unexplained(),
            steps: explanation.steps.iter().map(|step| self.step(step)).collect(),
            notes: notes.collect(),
        })
    }

    fn step(&self, step: &ledger::Step<'_, '_>) -> Step {
        let ledger::Step { entry, origin, amount, before, left } = *step;
        Step { entry: self.entry(entry), origin, amount, before, left }
    }

    fn name(&self, person: &str) -> String {
        self.names.short(&[BeneficiaryId::new(person)]).pop().unwrap_or_default()
    }
}

/// Both counters of a person and year, from nothing on; none of a kind that did not exist in that year. What was taken is
/// counted over every payment on the device.
pub(super) fn counters(
    reader: &Reader<'_>,
    ledger: &Ledger<'_>,
    person: &BeneficiaryId,
    year: i16,
) -> Result<Vec<Counter>, StoreError> {
    let taken = reader.deducted(person, year)?;
    let known = ledger.counters();
    let counter = |kind| {
        let cap = deductions::yearly_cap(kind, date(year, 12, 31))?;
        let taken = taken.iter().find(|(of, _)| *of == kind).map_or(Cents::ZERO, |(_, sum)| *sum);
        let own = known.iter().find(|one| (one.person, one.year, one.kind) == (person.as_str(), year, kind));
        let waiting = own.map_or(Cents::ZERO, |counter| counter.waiting);
        Some(Counter { person: person.clone(), kind, year, taken, waiting, cap })
    };
    Ok([DeductionKind::FlatContribution, DeductionKind::Franchise].into_iter().filter_map(counter).collect())
}

/// What waits to be deducted from the next payments to the member, whatever its year.
pub(crate) fn waiting_deductions(reader: &Reader<'_>, today: Date) -> Result<Cents, StoreError> {
    let recent = Household::recent(reader, today)?;
    Ok(recent.ledger(|ledger| ledger.waiting().map(ledger::Entry::waiting).sum()))
}

/// The first and the last year of a payment, of the care that it repays, and of that for which something is taken from it.
pub(super) fn years(payment: &Payment) -> (i16, i16) {
    let lines = payment.beneficiaries.iter().flat_map(|part| &part.lines).map(|line| line.date);
    let deductions = payment.deductions.iter().map(|deduction| deduction.care.date);
    let of = payment.paid_on.year();
    let all = lines.chain(deductions).map(Date::year);
    all.fold((of, of), |(first, last), year| (first.min(year), last.max(year)))
}

fn is_taken_by(entry: &ledger::Entry<'_>, payment: &PaymentId) -> bool {
    let here = entry.takings.iter().filter(|taking| taking.payment == payment.as_str());
    here.map(|taking| taking.amount).sum::<Cents>() == entry.due
}

fn care_ref(care: ledger::Care<'_>) -> CareRef {
    CareRef { id: CareId::new(care.id), act: care.act, provider: care.provider.map(str::to_owned), date: care.date }
}

fn taking(taking: &ledger::Taking<'_>) -> Taking {
    Taking { payment: PaymentId::new(taking.payment), on: taking.on, amount: taking.amount }
}
