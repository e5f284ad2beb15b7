//! The arithmetic of the field, line by line, and the dated parameters below it.

use insurance::deductions::{Assessor, Care, Insured};
use insurance::parameters::{self, Amount, Rated, Scheme};
use insurance::reimbursement::{self, Circumstances, MedicineClass, Pathway, payment_amount, reimbursed};
use insurance::{ActKind, Cents, DeductionKind, Rate};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 12);

fn rate(act: ActKind, circumstances: Circumstances) -> Option<Rate> {
    reimbursement::rate(act, circumstances, TODAY)
}

fn flat_contribution() -> Cents {
    let mut assessor = Assessor::new(Insured { birth_date: date(1984, 7, 14), exempt: Vec::new() });
    let care = Care { act: ActKind::Consultation, date: TODAY, quantity: 1, provider: "Dr Lenoir" };
    assessor.add(care).map_or(Cents::ZERO, |due| due.amount)
}

#[test]
fn repays_19_for_a_general_practitioner_inside_the_pathway() {
    let base = parameters::amount(Amount::GeneralPractitioner, TODAY).unwrap();
    let rate = rate(ActKind::Consultation, Circumstances::default()).unwrap();
    assert_eq!((base, rate), (Cents::new(3000), Rate::percent(70)));
    assert_eq!(reimbursed(base, rate), Cents::new(2100));
    assert_eq!(payment_amount([reimbursed(base, rate)], [flat_contribution()]), Some(Cents::new(1900)));
}

#[test]
fn repays_7_outside_the_pathway() {
    let outside = Circumstances { pathway: Pathway::Outside, ..Circumstances::default() };
    let line = reimbursed(Cents::new(3000), rate(ActKind::Consultation, outside).unwrap());
    assert_eq!(line, Cents::new(900));
    assert_eq!(payment_amount([line], [flat_contribution()]), Some(Cents::new(700)));
}

#[test]
fn repays_15_when_4_are_taken_for_earlier_care() {
    let deductions = [flat_contribution(), Cents::new(200), Cents::new(200)];
    assert_eq!(payment_amount([Cents::new(2100)], deductions), Some(Cents::new(1500)));
}

#[test]
fn refuses_a_payment_below_nothing() {
    assert_eq!(payment_amount([Cents::new(100)], [Cents::new(200)]), None);
}

#[test]
fn pays_dentists_at_60_since_october_2023() {
    let dentist = |day| parameters::rate(Rated::Dentist, Scheme::General, day);
    assert_eq!(dentist(date(2023, 10, 14)), Some(Rate::percent(70)));
    assert_eq!(dentist(date(2023, 10, 15)), Some(Rate::percent(60)));
}

#[test]
fn knows_the_rates_by_kind_of_care() {
    for (act, percent) in [
        (ActKind::SpecialistConsultation, 70),
        (ActKind::TechnicalAct, 70),
        (ActKind::Radiology, 70),
        (ActKind::Dental, 60),
        (ActKind::Midwife, 70),
        (ActKind::Nursing, 60),
        (ActKind::Physiotherapy, 60),
        (ActKind::OtherParamedical, 60),
        (ActKind::Biology, 60),
        (ActKind::Optics, 60),
        (ActKind::Hospital, 80),
        (ActKind::Transport, 55),
        (ActKind::SicknessAllowance, 100),
    ] {
        assert_eq!(rate(act, Circumstances::default()), Some(Rate::percent(percent)), "{act:?}");
    }
}

#[test]
fn pays_medicines_by_class() {
    for (medicine, percent) in [
        (MedicineClass::Irreplaceable, 100),
        (MedicineClass::Important, 65),
        (MedicineClass::Moderate, 30),
        (MedicineClass::Low, 15),
    ] {
        let class = Circumstances { medicine, ..Circumstances::default() };
        assert_eq!(rate(ActKind::Medicine, class), Some(Rate::percent(percent)), "{medicine:?}");
    }
}

#[test]
fn pays_90_of_medical_care_in_alsace_moselle() {
    let local = Circumstances { scheme: Scheme::AlsaceMoselle, ..Circumstances::default() };
    assert_eq!(rate(ActKind::Consultation, local), Some(Rate::percent(90)));
    assert_eq!(rate(ActKind::Physiotherapy, local), Some(Rate::percent(90)));
    assert_eq!(rate(ActKind::Hospital, local), Some(Rate::FULL));
    let low = Circumstances { medicine: MedicineClass::Low, ..local };
    assert_eq!(rate(ActKind::Medicine, low), Some(Rate::percent(15)));
}

#[test]
fn lifts_the_rate_for_an_exemption_but_not_the_penalty() {
    let ald = Circumstances { exemption: Some(Rate::FULL), ..Circumstances::default() };
    assert_eq!(rate(ActKind::Consultation, ald), Some(Rate::FULL));
    let outside = Circumstances { pathway: Pathway::Outside, ..ald };
    assert_eq!(rate(ActKind::Consultation, outside), Some(Rate::percent(30)));
}

#[test]
fn has_nothing_before_the_first_row() {
    assert_eq!(parameters::amount(Amount::FlatContribution, date(2004, 12, 31)), None);
    assert_eq!(parameters::amount(Amount::FranchiseBox, date(2007, 12, 31)), None);
    assert_eq!(parameters::amount(Amount::FlatContribution, date(2024, 5, 14)), Some(Cents::new(100)));
    assert_eq!(parameters::amount(Amount::FlatContribution, date(2024, 5, 15)), Some(Cents::new(200)));
    assert_eq!(reimbursement::rate(ActKind::Consultation, Circumstances::default(), date(1950, 1, 1)), None);
    assert_eq!(
        reimbursement::rate(ActKind::Consultation, Circumstances::default(), date(1990, 1, 1)),
        Some(Rate::percent(75))
    );
}

#[test]
fn gives_a_source_for_every_row_and_one_row_a_day() {
    let amounts = parameters::amounts();
    assert!(amounts.iter().all(|row| !row.source.is_empty()));
    let twice = |thing, day| amounts.iter().filter(|row| row.thing == thing && row.valid_from == day).count() > 1;
    assert!(!amounts.iter().any(|row| twice(row.thing, row.valid_from)));
    for scheme in [Scheme::General, Scheme::AlsaceMoselle] {
        assert!(parameters::rates(scheme).iter().all(|row| !row.source.is_empty() && row.value <= Rate::FULL));
    }
}

#[test]
fn names_the_deduction_on_the_wire() {
    assert_eq!(serde_json::to_string(&DeductionKind::FlatContribution).unwrap(), "\"flat_contribution\"");
}

proptest! {
    #[test]
    fn a_payment_is_its_lines_less_its_deductions(
        lines in prop::collection::vec(0..100_000_i64, 0..20),
        deductions in prop::collection::vec(0..5_000_i64, 0..10),
    ) {
        let expected = lines.iter().sum::<i64>() - deductions.iter().sum::<i64>();
        let amount = payment_amount(lines.into_iter().map(Cents::new), deductions.into_iter().map(Cents::new));
        prop_assert_eq!(amount, (expected >= 0).then_some(Cents::new(expected)));
    }

    #[test]
    fn never_repays_more_than_the_base(base in 0..10_000_000_i64, points in 0..=10_000_u16) {
        let line = reimbursed(Cents::new(base), Rate::basis_points(points));
        prop_assert!(line >= Cents::ZERO && line <= Cents::new(base));
    }
}
