//! Refunds that are waited for: how much, when, and which act has come.

use std::collections::BTreeSet;

use insurance::deductions::{Assessor, Care, Exempt, ExemptReason, Insured, NotDue};
use insurance::expected::{Base, Delay, Given, Noted, Paid, Sent, Standing, Tie, TieKind, estimate, matches};
use insurance::parameters::{self, Scheme};
use insurance::reimbursement::{Circumstances, Pathway};
use insurance::{ActKind, Cents, Rate};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const DAY: Date = date(2026, 11, 12);

fn adult() -> Assessor {
    Assessor::new(Insured { birth_date: date(1984, 7, 14), exempt: Vec::new() })
}

fn paid(act: ActKind, euros: i64) -> Paid<'static> {
    Paid { act, date: DAY, quantity: 1, paid: Cents::new(euros * 100), base: None, provider: "Dr Lenoir" }
}

fn expected(care: Paid<'_>, circumstances: Circumstances) -> Option<(i64, Base)> {
    let estimate = estimate(care, circumstances, &mut adult())?;
    Some((estimate.expected.get(), estimate.base_from))
}

#[test]
fn says_what_the_table_of_cases_says() {
    let usual = Circumstances::default();
    assert_eq!(expected(paid(ActKind::Consultation, 30), usual), Some((1900, Base::Tariff)));
    let outside = Circumstances { pathway: Pathway::Outside, ..usual };
    assert_eq!(expected(paid(ActKind::Consultation, 30), outside), Some((700, Base::Tariff)));
    // More than the tariff is not repaid.
    assert_eq!(expected(paid(ActKind::Consultation, 60), usual), Some((1900, Base::Tariff)));
    assert_eq!(expected(paid(ActKind::Dental, 23), usual), Some((1380, Base::Price)));
    let crown = Paid { base: Some(Cents::new(12_000)), ..paid(ActKind::Dental, 490) };
    assert_eq!(expected(crown, usual), Some((7200, Base::Told)));
    let local = Circumstances { scheme: Scheme::AlsaceMoselle, ..usual };
    assert_eq!(expected(paid(ActKind::Consultation, 30), local), Some((2500, Base::Tariff)));
    let exempt = Circumstances { exemption: Some(Rate::FULL), ..usual };
    assert_eq!(expected(paid(ActKind::Consultation, 30), exempt), Some((2800, Base::Tariff)));
    let boxes = Paid { quantity: 3, ..paid(ActKind::Medicine, 20) };
    assert_eq!(expected(boxes, usual), Some((1000, Base::Price)));
}

#[test]
fn a_session_of_physiotherapy_has_a_tariff() {
    let estimate = estimate(paid(ActKind::Physiotherapy, 17), Circumstances::default(), &mut adult()).unwrap();
    assert_eq!((estimate.base.get(), estimate.reimbursed.get(), estimate.expected.get()), (1658, 995, 895));
}

#[test]
fn nothing_is_taken_from_whom_nothing_is_due_or_once_the_cap_is_reached() {
    let pregnant = Exempt { reason: ExemptReason::Pregnancy, from: date(2026, 10, 1), until: None };
    let mut exempt = Assessor::new(Insured { birth_date: date(1994, 2, 13), exempt: vec![pregnant] });
    let found = estimate(paid(ActKind::Consultation, 30), Circumstances::default(), &mut exempt).unwrap();
    assert_eq!(found.not_taken, Some(NotDue::Exempt(ExemptReason::Pregnancy)));
    assert_eq!((found.taken, found.expected.get()), (None, 2100));

    let mut capped = adult();
    for day in 1..=25 {
        let care = Care { act: ActKind::Consultation, date: date(2026, 3, day), quantity: 1, provider: "Dr Lenoir" };
        assert!(capped.assess(care).is_ok());
    }
    let found = estimate(paid(ActKind::Consultation, 30), Circumstances::default(), &mut capped).unwrap();
    assert_eq!((found.taken, found.expected.get()), (None, 2100));
}

#[test]
fn an_allowance_is_no_care_and_before_the_rates_nothing_is_known() {
    let none = |care| estimate(care, Circumstances::default(), &mut adult());
    assert_eq!(none(paid(ActKind::SicknessAllowance, 30)), None);
    assert_eq!(none(Paid { date: date(1950, 1, 1), ..paid(ActKind::Dental, 30) }), None);
}

#[test]
fn a_refund_comes_about_a_week_after_the_card_and_two_to_four_weeks_after_a_paper_claim() {
    let card = Delay::of(Sent::Card, DAY);
    assert_eq!((card.from, card.until), (date(2026, 11, 17), date(2026, 11, 19)));
    let paper = Delay::of(Sent::Paper, DAY);
    assert_eq!((paper.from, paper.until), (date(2026, 11, 26), date(2026, 12, 10)));
    let stands = |day| card.standing(day);
    assert_eq!(stands(date(2026, 11, 16)), Standing::Early);
    assert_eq!(stands(date(2026, 11, 17)), Standing::Due);
    assert_eq!(stands(date(2026, 11, 26)), Standing::Due);
    assert_eq!(stands(date(2026, 11, 27)), Standing::Late);
    assert!(parameters::waits().iter().all(|row| !row.source.is_empty()));
}

fn noted<'a>(id: &'a str, person: &'a str, act: ActKind, date: Date, euros: i64) -> Noted<'a> {
    Noted { id, person, act, date, paid: Cents::new(euros * 100) }
}

fn given<'a>(id: &'a str, person: &'a str, act: ActKind, date: Date, euros: i64) -> Given<'a> {
    Given { id, person, act, date, paid: Cents::new(euros * 100) }
}

#[test]
fn a_table_of_cases() {
    use ActKind::{Consultation, Dental, Nursing, SpecialistConsultation};
    let visit = noted("n", "camille", Consultation, DAY, 30);
    let one = |act: Given<'static>| matches(&[visit], &[act], &[]);
    let next = |days: i32| DAY.saturating_add(days.days());
    let found = vec![("n", "g")];
    // The same, dated by a day or three otherwise, taken for a specialist’s, paid in part.
    assert_eq!(one(given("g", "camille", Consultation, DAY, 30)), found);
    assert_eq!(one(given("g", "camille", Consultation, next(3), 30)), found);
    assert_eq!(one(given("g", "camille", Consultation, next(-1), 30)), found);
    assert_eq!(one(given("g", "camille", SpecialistConsultation, DAY, 30)), found);
    assert_eq!(one(given("g", "camille", Consultation, DAY, 25)), found);
    // Another person, another week, another kind, another price on another day.
    assert_eq!(one(given("g", "noe", Consultation, DAY, 30)), []);
    assert_eq!(one(given("g", "camille", Consultation, next(4), 30)), []);
    assert_eq!(one(given("g", "camille", Dental, DAY, 30)), []);
    assert_eq!(one(given("g", "camille", Consultation, next(1), 25)), []);

    // Two identical acts of one day, noted twice and once.
    let acts = [given("a", "camille", Nursing, DAY, 8), given("b", "camille", Nursing, DAY, 8)];
    let first = noted("1", "camille", Nursing, DAY, 8);
    let second = noted("2", "camille", Nursing, DAY, 8);
    assert_eq!(matches(&[first, second], &acts, &[]), [("1", "a"), ("2", "b")]);
    assert_eq!(matches(&[second], &acts, &[]), [("2", "a")]);
    assert_eq!(matches(&[first, second], &acts[..1], &[]), [("1", "a")]);

    // The nearest is taken, whichever comes first.
    let near = given("near", "camille", Consultation, DAY, 30);
    let far = given("far", "camille", Consultation, next(2), 30);
    assert_eq!(matches(&[visit], &[far, near], &[]), [("n", "near")]);
}

#[test]
fn what_the_member_decides_stands() {
    let visit = noted("n", "camille", ActKind::Consultation, DAY, 30);
    let near = given("near", "camille", ActKind::Consultation, DAY, 30);
    let late = given("late", "camille", ActKind::Dental, date(2027, 1, 4), 12);
    let tie = |given, kind| Tie { noted: "n", given, kind };
    assert_eq!(matches(&[visit], &[near], &[tie("near", TieKind::IsNot)]), []);
    assert_eq!(matches(&[visit], &[near, late], &[tie("late", TieKind::Is)]), [("n", "late")]);
    // An act that is not on the device ties nothing.
    assert_eq!(matches(&[visit], &[near], &[tie("gone", TieKind::Is)]), [("n", "near")]);
}

const PEOPLE: [&str; 2] = ["camille", "noe"];
const ACTS: [ActKind; 3] = [ActKind::Consultation, ActKind::SpecialistConsultation, ActKind::Medicine];

type Drawn = (usize, usize, i32, i64);

fn drawn(most: usize) -> impl Strategy<Value = Vec<Drawn>> {
    prop::collection::vec((0..PEOPLE.len(), 0..ACTS.len(), 0_i32..8, 20_i64..24), 0..most)
}

proptest! {
    #[test]
    fn each_act_is_taken_once_by_care_of_the_same_person_and_order_changes_nothing(
        waiting in drawn(6),
        come in drawn(9),
        decided in prop::collection::vec((0_usize..6, 0_usize..9, any::<bool>()), 0..4),
    ) {
        let ids: Vec<String> = (0..20).map(|number| format!("{number:02}")).collect();
        let day = |days: i32| DAY.saturating_add(days.days());
        let noted: Vec<Noted<'_>> = waiting.iter().zip(&ids)
            .map(|(&(person, act, days, euros), id)| noted(id, PEOPLE[person], ACTS[act], day(days), euros)).collect();
        let mut given: Vec<Given<'_>> = come.iter().zip(&ids)
            .map(|(&(person, act, days, euros), id)| given(id, PEOPLE[person], ACTS[act], day(days), euros)).collect();
        let ties: Vec<Tie<'_>> = decided.iter().map(|&(one, act, is)| Tie {
            noted: &ids[one], given: &ids[act], kind: if is { TieKind::Is } else { TieKind::IsNot },
        }).collect();
        let found = matches(&noted, &given, &ties);
        let unique = |ids: Vec<&str>| ids.iter().collect::<BTreeSet<_>>().len() == ids.len();
        prop_assert!(unique(found.iter().map(|(one, _)| *one).collect()));
        prop_assert!(unique(found.iter().map(|(_, act)| *act).collect()));
        for (one, act) in &found {
            let by_hand = |kind| ties.iter().any(|tie| tie.noted == *one && tie.given == *act && tie.kind == kind);
            let (one, act) = (noted.iter().find(|n| n.id == *one).unwrap(), given.iter().find(|g| g.id == *act).unwrap());
            if !by_hand(TieKind::Is) {
                prop_assert_eq!(one.person, act.person);
                prop_assert!(!by_hand(TieKind::IsNot));
            }
        }
        given.reverse();
        prop_assert_eq!(matches(&noted, &given, &ties), found.clone());
        // What of another person comes as well changes nothing.
        given.push(Given { id: "stranger", person: "nobody", act: ACTS[0], date: DAY, paid: Cents::new(2000) });
        prop_assert_eq!(matches(&noted, &given, &ties), found);
    }

    #[test]
    fn nobody_is_repaid_more_than_the_price(
        act in prop::sample::select(ActKind::ALL.to_vec()),
        cents in 0_i64..200_000, base in prop::option::of(0_i64..200_000), quantity in 1_u32..9,
    ) {
        let care = Paid {
            act, date: DAY, quantity, paid: Cents::new(cents), base: base.map(Cents::new), provider: "x",
        };
        if let Some(found) = estimate(care, Circumstances::default(), &mut adult()) {
            prop_assert!(Cents::ZERO <= found.expected && found.expected <= found.reimbursed);
            prop_assert!(found.reimbursed <= care.paid);
            prop_assert_eq!(found.taken.is_some(), found.not_taken.is_none());
        } else {
            prop_assert!(!act.is_care());
        }
    }
}
