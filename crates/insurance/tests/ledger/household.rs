//! Households made at random, and a caisse that settles their care by the rules, for properties.

use insurance::deductions::{self, Assessor, Due, Insured, Waiting};
use insurance::ledger::{Care, Deduction, Line, Payment, Person, Transfer};
use insurance::{ActKind, Cents};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// What happened: an act of a person, so many days after the first day, repaid to someone.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    person: usize,
    act: ActKind,
    day: i64,
    quantity: u32,
    gives: i64,
    provider: usize,
    to: usize,
}

const FIRST: Date = date(2023, 6, 1);
const PERSONS: [(&str, Date); 3] =
    [("parent", date(1984, 7, 14)), ("eldest", date(2006, 3, 2)), ("child", date(2014, 5, 3))];
const PROVIDERS: [&str; 3] = ["Dr Lenoir", "Laboratoire Saint-Roch", "Pharmacie des Tilleuls"];
const ACTS: [ActKind; 9] = [
    ActKind::Consultation,
    ActKind::Biology,
    ActKind::Radiology,
    ActKind::Medicine,
    ActKind::Nursing,
    ActKind::Physiotherapy,
    ActKind::Transport,
    ActKind::Dental,
    ActKind::SicknessAllowance,
];

pub(crate) fn events() -> impl Strategy<Value = Vec<Event>> {
    let event =
        (0..PERSONS.len(), prop::sample::select(&ACTS), 0..1_200_i64, 0..6_u32, 0..4_000_i64, 0..3_usize, 0..3_usize)
            .prop_map(|(person, act, day, quantity, gives, provider, to)| Event {
                person,
                act,
                day,
                quantity,
                gives,
                provider,
                to,
            });
    prop::collection::vec(event, 0..250)
}

pub(crate) fn persons() -> Vec<Person<'static>> {
    PERSONS
        .map(|(id, birth_date)| Person { id, insured: Insured { birth_date, exempt: Vec::new() } })
        .into_iter()
        .collect()
}

/// Payments of a household, and what its caisse counted.
pub(crate) struct Settled {
    pub(crate) payments: Vec<Payment<'static>>,
    pub(crate) waiting: Cents,
    pub(crate) assessors: Vec<Assessor>,
}

/// A payment for each event, in the order of days; of one day, those to the member first.
pub(crate) fn settle(mut events: Vec<Event>) -> Settled {
    events.sort_by_key(|event| (event.day, event.to != 0));
    let mut assessors: Vec<Assessor> = persons().into_iter().map(|person| Assessor::new(person.insured)).collect();
    let (mut waiting, mut payments) = (Waiting::new(), Vec::new());
    for (number, event) in events.iter().enumerate() {
        let date = FIRST.saturating_add(event.day.days());
        let (id, provider, person): (&str, _, _) =
            (format!("{number}").leak(), PROVIDERS[event.provider], PERSONS[event.person].0);
        let care = Care { id, act: event.act, date, provider: Some(provider) };
        let act = deductions::Care { act: event.act, date, quantity: event.quantity, provider };
        let transfer = [Transfer::ToMember, Transfer::ToOther, Transfer::Entry][event.to];
        let (gives, mut own, mut deductions) = (Cents::new(event.gives), Waiting::new(), Vec::new());
        if let Some(due) = assessors[event.person].add(act) {
            own.push((person, care), due);
        }
        if transfer == Transfer::ToMember {
            for pile in [&mut own, &mut waiting] {
                let left = gives - deductions.iter().map(|taken: &Deduction<'_>| taken.amount).sum();
                deductions.extend(pile.take_from(left).into_iter().map(|taken| deduction(taken.act, taken.due)));
            }
        }
        for rest in own.take_from(own.total()) {
            waiting.push(rest.act, rest.due);
        }
        let amount = gives - deductions.iter().map(|taken| taken.amount).sum();
        let lines = vec![Line { care, person, quantity: event.quantity, reimbursed: gives }];
        payments.push(Payment { id, paid_on: date, transfer, amount, lines, deductions });
    }
    Settled { payments, waiting: waiting.total(), assessors }
}

fn deduction((person, care): (&'static str, Care<'static>), due: Due) -> Deduction<'static> {
    Deduction { kind: due.kind, person, amount: due.amount, care }
}
