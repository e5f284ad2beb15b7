//! Flat contribution and franchise: for which care, for whom, up to which caps.

use insurance::deductions::{
    Assessor, Care, Due, Exempt, ExemptReason, Insured, Waiting, borne_by, pregnancy, yearly_cap,
};
use insurance::{ActKind, Cents, DeductionKind};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const DAY: Date = date(2026, 3, 10);

fn adult() -> Assessor {
    Assessor::new(Insured { birth_date: date(1984, 7, 14), exempt: Vec::new() })
}

fn care(act: ActKind, date: Date, quantity: u32) -> Care<'static> {
    Care { act, date, quantity, provider: "Dr Lenoir" }
}

fn cents(due: Option<Due>) -> i64 {
    due.map_or(0, |due| due.amount.get())
}

#[test]
fn takes_the_unit_of_the_day_of_care() {
    for (act, day, amount) in [
        (ActKind::Consultation, date(2004, 12, 31), 0),
        (ActKind::Consultation, date(2024, 5, 14), 100),
        (ActKind::Consultation, date(2024, 5, 15), 200),
        (ActKind::Biology, DAY, 200),
        (ActKind::Radiology, DAY, 200),
        (ActKind::Medicine, date(2007, 12, 31), 0),
        (ActKind::Medicine, date(2024, 3, 30), 50),
        (ActKind::Medicine, date(2024, 3, 31), 100),
        (ActKind::Physiotherapy, DAY, 100),
        (ActKind::Transport, date(2024, 3, 30), 200),
        (ActKind::Transport, DAY, 400),
        (ActKind::Dental, DAY, 0),
        (ActKind::Midwife, DAY, 0),
        (ActKind::Hospital, DAY, 0),
        (ActKind::SicknessAllowance, DAY, 0),
    ] {
        assert_eq!(cents(adult().add(care(act, day, 1))), amount, "{act:?} {day}");
    }
}

#[test]
fn caps_a_day_for_each_professional() {
    let mut assessor = adult();
    assert_eq!(cents(assessor.add(care(ActKind::Consultation, DAY, 1))), 200);
    assert_eq!(cents(assessor.add(care(ActKind::TechnicalAct, DAY, 3))), 200);
    assert_eq!(assessor.add(care(ActKind::Consultation, DAY, 1)), None);
    let laboratory = Care { provider: "Laboratoire Saint-Roch", ..care(ActKind::Biology, DAY, 1) };
    assert_eq!(cents(assessor.add(laboratory)), 200);
    assert_eq!(cents(assessor.add(care(ActKind::Consultation, date(2026, 3, 11), 1))), 200);
}

#[test]
fn caps_a_day_of_auxiliaries_and_of_transports_but_not_of_boxes() {
    let mut assessor = adult();
    assert_eq!(cents(assessor.add(care(ActKind::Nursing, DAY, 3))), 300);
    let other = Care { provider: "Cabinet des Lilas", ..care(ActKind::Physiotherapy, DAY, 2) };
    assert_eq!(cents(assessor.add(other)), 100);
    assert_eq!(cents(assessor.add(care(ActKind::Transport, DAY, 3))), 800);
    assert_eq!(cents(assessor.add(care(ActKind::Medicine, DAY, 12))), 1200);
    assert_eq!(assessor.due_in(DeductionKind::Franchise, 2026), Cents::new(2400));
}

#[test]
fn stops_at_the_yearly_cap_and_starts_again_in_january() {
    let mut assessor = adult();
    assert_eq!(cents(assessor.add(care(ActKind::Medicine, DAY, 49))), 4900);
    assert_eq!(cents(assessor.add(care(ActKind::Medicine, date(2026, 12, 31), 3))), 100);
    assert_eq!(assessor.add(care(ActKind::Transport, date(2026, 12, 31), 1)), None);
    assert_eq!(cents(assessor.add(care(ActKind::Consultation, date(2026, 12, 31), 1))), 200);
    assert_eq!(cents(assessor.add(care(ActKind::Medicine, date(2027, 1, 1), 3))), 300);
}

#[test]
fn takes_nothing_from_those_who_were_minors_on_1_january() {
    let mut assessor = Assessor::new(Insured { birth_date: date(2008, 1, 2), exempt: Vec::new() });
    assert_eq!(assessor.add(care(ActKind::Consultation, date(2026, 12, 31), 1)), None);
    assert_eq!(cents(assessor.add(care(ActKind::Consultation, date(2027, 1, 1), 1))), 200);
}

#[test]
fn takes_nothing_from_the_sixth_month_to_twelve_days_after_birth() {
    let period = pregnancy(date(2026, 1, 15), date(2026, 10, 8));
    assert_eq!((period.from, period.until), (date(2026, 6, 15), Some(date(2026, 10, 20))));
    let mut assessor = Assessor::new(Insured { birth_date: date(1990, 1, 1), exempt: vec![period] });
    for (day, amount) in
        [(date(2026, 6, 14), 200), (date(2026, 6, 15), 0), (date(2026, 10, 20), 0), (date(2026, 10, 21), 200)]
    {
        assert_eq!(cents(assessor.add(care(ActKind::Consultation, day, 1))), amount, "{day}");
    }
}

#[test]
fn takes_nothing_with_c2s() {
    let c2s = Exempt { reason: ExemptReason::C2s, from: date(2025, 1, 1), until: None };
    let mut assessor = Assessor::new(Insured { birth_date: date(1990, 1, 1), exempt: vec![c2s] });
    assert_eq!(assessor.add(care(ActKind::Medicine, DAY, 2)), None);
}

#[test]
fn lets_amounts_wait_for_a_payment_that_can_bear_them() {
    let due = |amount| Due { kind: DeductionKind::FlatContribution, amount: Cents::new(amount) };
    let mut waiting = Waiting::new();
    waiting.push("laboratory", due(200));
    waiting.push("radiology", due(200));
    let taken = waiting.take_from(Cents::new(300));
    let taken: Vec<_> = taken.into_iter().map(|taken| (taken.act, taken.due.amount.get())).collect();
    assert_eq!(taken, [("laboratory", 200), ("radiology", 100)]);
    assert_eq!((waiting.total(), waiting.len()), (Cents::new(100), 1));
    assert!(waiting.take_from(Cents::ZERO).is_empty());
    assert_eq!(waiting.take_from(Cents::new(5000)).len(), 1);
    assert!(waiting.is_empty());
}

const BEARING: [ActKind; 9] = [
    ActKind::Consultation,
    ActKind::SpecialistConsultation,
    ActKind::TechnicalAct,
    ActKind::Biology,
    ActKind::Radiology,
    ActKind::Medicine,
    ActKind::Nursing,
    ActKind::Physiotherapy,
    ActKind::Transport,
];

proptest! {
    #[test]
    fn never_passes_the_yearly_cap(
        acts in prop::collection::vec((prop::sample::select(&BEARING), 0..1_500_i64, 1..60_u32, "[A-C]"), 0..200),
    ) {
        let mut assessor = adult();
        let mut sums = std::collections::BTreeMap::new();
        for (act, days, quantity, provider) in &acts {
            let date = date(2023, 1, 1).saturating_add(days.days());
            if let Some(due) = assessor.add(Care { act: *act, date, quantity: *quantity, provider }) {
                prop_assert!(due.amount > Cents::ZERO);
                prop_assert_eq!(borne_by(*act), Some(due.kind));
                *sums.entry((due.kind, date.year())).or_insert(Cents::ZERO) += due.amount;
            }
        }
        for ((kind, year), sum) in sums {
            prop_assert_eq!(assessor.due_in(kind, year), sum);
            prop_assert!(Some(sum) <= yearly_cap(kind, date(year, 12, 31)), "{kind:?} {year}: {sum}");
        }
    }

    #[test]
    fn loses_no_cent_while_waiting(dues in prop::collection::vec(1..1_000_i64, 0..30), payments in prop::collection::vec(0..3_000_i64, 0..30)) {
        let mut waiting = Waiting::new();
        for (act, amount) in dues.iter().enumerate() {
            waiting.push(act, Due { kind: DeductionKind::Franchise, amount: Cents::new(*amount) });
        }
        let mut taken = Cents::ZERO;
        for payment in payments {
            let now: Cents = waiting.take_from(Cents::new(payment)).iter().map(|taken| taken.due.amount).sum();
            prop_assert!(now <= Cents::new(payment));
            taken += now;
        }
        prop_assert_eq!(taken + waiting.total(), dues.into_iter().map(Cents::new).sum::<Cents>());
    }
}
