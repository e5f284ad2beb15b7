//! Noted care, each with what it should bring and what came of it.

use std::collections::BTreeMap;

use insurance::deductions::{Assessor, Care};
use insurance::expected::{Delay, Estimate, Given, Noted, Paid, Tie, TieKind, estimate, matches};
use insurance::parameters::Scheme;
use insurance::reimbursement::{Circumstances, Pathway};
use insurance::{Cents, Rate};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use protocol::deductions::person_of;
use protocol::expected::{ExpectedPage, ExpectedRow, ExpectedState, FoundCare, NotedCare};
use protocol::payments::{Payee, Payment};
use protocol::profile::{Beneficiary, ExemptionReason};
use protocol::{BeneficiaryId, NotedId};

use crate::payments::Names;
use crate::store::{Days, NotedTie, Reader, StoreError};

/// All that is noted, and the care of payments that it may be.
pub(super) struct Notes {
    pub(super) care: Vec<NotedCare>,
    /// Whose, and the act.
    pub(super) given: Vec<(BeneficiaryId, FoundCare)>,
    /// The place in `given` of the act that noted care is.
    pub(super) found: BTreeMap<NotedId, usize>,
    ties: Vec<NotedTie>,
    people: Vec<Beneficiary>,
    with_receipt: Vec<NotedId>,
}

pub(super) fn page(reader: &Reader<'_>, today: Date) -> Result<ExpectedPage, StoreError> {
    let notes = Notes::read(reader)?;
    let names = Names::of(&notes.people);
    let rows = notes.care.iter().map(|care| notes.row(care, &names, today));
    let (mut arrived, mut waiting): (Vec<_>, Vec<_>) =
        rows.partition(|row| matches!(row.state, ExpectedState::Arrived { .. }));
    waiting.sort_by_key(|row| row.care.date);
    arrived.sort_by_key(|row| std::cmp::Reverse(row.care.date));
    let total = waiting.iter().filter_map(|row| Some(row.estimate?.expected)).sum();
    let people = names.people(reader.present_people()?.iter().map(|person| &person.id));
    Ok(ExpectedPage { waiting, arrived, total, people, today })
}

impl Notes {
    /// What is noted, with the payments since the year of the oldest of it.
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, StoreError> {
        let care = reader.noted_care()?;
        let first = care.iter().map(|care| care.date.year()).min();
        let payments = match first {
            // Care at the beginning of a year may have been dated in the year before.
            Some(year) => reader.settled_payments(Days { from: date(year - 1, 12, 1), to: date(9999, 12, 31) })?,
            None => Vec::new(),
        };
        let mut notes = Self {
            given: payments.iter().flat_map(given).collect(),
            care,
            found: BTreeMap::new(),
            ties: reader.noted_ties()?,
            people: reader.all_people()?,
            with_receipt: reader.noted_with_receipt()?,
        };
        notes.found = notes.matched();
        Ok(notes)
    }

    fn matched(&self) -> BTreeMap<NotedId, usize> {
        let noted: Vec<_> = self.care.iter().map(noted).collect();
        let given: Vec<_> = self
            .given
            .iter()
            .map(|(person, act)| Given {
                id: act.id.as_str(),
                person: person.as_str(),
                act: act.act,
                date: act.date,
                paid: act.paid,
            })
            .collect();
        let ties: Vec<_> = self
            .ties
            .iter()
            .map(|tie| Tie { noted: tie.noted.as_str(), given: tie.care.as_str(), kind: tie.kind })
            .collect();
        let place = |id: &str| self.given.iter().position(|(_, act)| act.id.as_str() == id);
        let pairs = matches(&noted, &given, &ties);
        pairs.into_iter().filter_map(|(noted, act)| Some((NotedId::new(noted), place(act)?))).collect()
    }

    /// The act that noted care is, once it has come.
    fn act_of(&self, care: &NotedCare) -> Option<&FoundCare> {
        self.found.get(&care.id).and_then(|at| self.given.get(*at)).map(|(_, act)| act)
    }

    pub(super) fn row(&self, care: &NotedCare, names: &Names, today: Date) -> ExpectedRow {
        let by_hand = |act: &FoundCare| {
            self.ties.iter().any(|tie| tie.noted == care.id && tie.care == act.id && tie.kind == TieKind::Is)
        };
        let state = match self.act_of(care) {
            Some(act) => ExpectedState::Arrived { by_hand: by_hand(act), found: act.clone() },
            None => {
                let delay = Delay::of(care.sent, care.date);
                ExpectedState::Waiting { delay, standing: delay.standing(today) }
            }
        };
        ExpectedRow {
            name: names.short(std::slice::from_ref(&care.person)).pop().unwrap_or_default(),
            estimate: self.estimate(care),
            state,
            has_receipt: self.with_receipt.contains(&care.id),
            care: care.clone(),
        }
    }

    /// What care should bring, after the other care of its person and year up to that day.
    fn estimate(&self, care: &NotedCare) -> Option<Estimate> {
        let person = self.people.iter().find(|person| person.id == care.person)?;
        let mut assessor = Assessor::new(person_of(person).insured);
        let own = self.act_of(care).map(|act| &act.id);
        let given = self.given.iter().filter(|(whose, act)| *whose == care.person && Some(&act.id) != own);
        let given = given.map(|(_, act)| (act.act, act.date, act.quantity, act.provider.as_deref()));
        let others = self.care.iter().filter(|other| other.person == care.person && self.act_of(other).is_none());
        let others = others.filter(|other| (other.date, &other.id) < (care.date, &care.id));
        let others = others.map(|other| (other.act, other.date, other.quantity, other.provider.as_deref()));
        let mut before: Vec<_> = given.chain(others).filter(|(_, date, ..)| *date <= care.date).collect();
        before.sort_by_key(|(_, date, ..)| *date);
        for (act, date, quantity, provider) in before {
            assessor.add(Care { act, date, quantity, provider: provider.unwrap_or_default() });
        }
        let paid = Paid {
            act: care.act,
            date: care.date,
            quantity: care.quantity,
            paid: care.paid,
            base: care.base,
            provider: care.provider.as_deref().unwrap_or_default(),
        };
        estimate(paid, circumstances(care, person), &mut assessor)
    }

    /// Acts of the same person within two months that no other noted care is, the nearest first.
    pub(super) fn candidates(&self, care: &NotedCare, most: usize) -> Vec<FoundCare> {
        let from = care.date.saturating_sub(2.months());
        let to = care.date.saturating_add(2.months());
        let free = |at: usize| !self.found.values().any(|taken| *taken == at);
        let mut candidates: Vec<&FoundCare> = self
            .given
            .iter()
            .enumerate()
            .filter(|(at, (whose, act))| *whose == care.person && (from..=to).contains(&act.date) && free(*at))
            .map(|(_, (_, act))| act)
            .collect();
        candidates.sort_by_key(|act| (act.act != care.act, (act.paid - care.paid).get().abs(), act.date));
        candidates.into_iter().take(most).cloned().collect()
    }
}

fn noted(care: &NotedCare) -> Noted<'_> {
    Noted { id: care.id.as_str(), person: care.person.as_str(), act: care.act, date: care.date, paid: care.paid }
}

/// Each act of care of a payment.
fn given(payment: &Payment) -> impl Iterator<Item = (BeneficiaryId, FoundCare)> {
    let to_member = matches!(payment.payee, Payee::Member { .. });
    payment.beneficiaries.iter().flat_map(move |part| {
        part.lines.iter().filter(|line| line.act.is_care()).map(move |line| {
            let own = payment.deductions.iter().filter(|deduction| deduction.care.id == line.id);
            let found = FoundCare {
                id: line.id.clone(),
                payment: payment.id.clone(),
                paid_on: payment.paid_on,
                to_member,
                act: line.act,
                provider: line.provider.clone(),
                date: line.date,
                paid: line.paid,
                quantity: line.quantity,
                reimbursed: line.reimbursed,
                taken: own.map(|deduction| deduction.amount).sum::<Cents>(),
            };
            (part.beneficiary.clone(), found)
        })
    })
}

/// An exemption for a disease or an accident covers only what belongs to it: the member says so. The others cover all.
fn circumstances(care: &NotedCare, person: &Beneficiary) -> Circumstances {
    let exemption = person.exemption.as_ref();
    let exemption = exemption.filter(|one| one.from <= care.date && one.until.is_none_or(|until| care.date <= until));
    let local = exemption.is_some_and(|one| one.reason == ExemptionReason::AlsaceMoselle);
    let of_all = exemption.filter(|one| {
        matches!(one.reason, ExemptionReason::Maternity | ExemptionReason::Invalidity | ExemptionReason::C2s)
    });
    Circumstances {
        pathway: if care.outside { Pathway::Outside } else { Pathway::Inside },
        scheme: if local { Scheme::AlsaceMoselle } else { Scheme::General },
        exemption: if care.covered { Some(Rate::FULL) } else { of_all.map(|one| one.rate) },
        ..Circumstances::default()
    }
}
