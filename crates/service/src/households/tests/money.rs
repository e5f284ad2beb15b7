//! Amounts, deductions, allowances.

use std::collections::{BTreeMap, BTreeSet};

use insurance::{ActKind, Cents, DeductionKind, is_minor_on_1_january};
use jiff::ToSpan;
use jiff::civil::date;
use protocol::payments::{Nature, Payee};
use protocol::{BeneficiaryId, CareId};

use super::super::morel;
use super::{ACCOUNTS, TODAY, account, payments};

#[test]
fn the_amount_of_every_payment_is_its_lines_less_its_deductions() {
    for payment in payments() {
        let lines = payment.beneficiaries.iter().flat_map(|person| &person.lines);
        let reimbursed: Cents = lines.map(|line| line.reimbursed).sum();
        let deducted: Cents = payment.deductions.iter().map(|deduction| deduction.amount).sum();
        assert_eq!(payment.amount, reimbursed - deducted, "{}", payment.id);
        assert!(payment.amount >= Cents::ZERO);
        assert!(payment.deductions.iter().all(|deduction| deduction.amount > Cents::ZERO));
    }
}

#[test]
fn nothing_is_deducted_from_payments_to_others_nor_for_children_nor_for_later_care() {
    for account in ACCOUNTS.iter() {
        let born: BTreeMap<_, _> = account.beneficiaries.iter().map(|person| (&person.id, person.birth_date)).collect();
        for payment in &account.payments {
            let to_member = matches!(payment.payee, Payee::Member { .. });
            assert!(to_member || payment.deductions.is_empty());
            assert_eq!(to_member, payment.nature != Nature::ThirdParty);
            for deduction in &payment.deductions {
                assert!(deduction.care.date <= payment.paid_on);
                assert!(!is_minor_on_1_january(born[&deduction.beneficiary], deduction.care.date.year()));
            }
        }
    }
}

#[test]
fn every_deduction_names_an_act_that_was_paid_before_or_at_once_and_never_takes_twice() {
    for account in ACCOUNTS.iter() {
        let (mut known, mut taken) = (BTreeSet::<&CareId>::new(), BTreeMap::<&CareId, Cents>::new());
        for payment in &account.payments {
            known.extend(payment.beneficiaries.iter().flat_map(|person| person.lines.iter().map(|line| &line.id)));
            for deduction in &payment.deductions {
                assert!(known.contains(&deduction.care.id));
                *taken.entry(&deduction.care.id).or_default() += deduction.amount;
            }
        }
        assert!(taken.values().all(|amount| *amount <= Cents::new(1200)));
    }
}

#[test]
fn yearly_caps_are_kept_and_one_person_reaches_the_flat_contributions_cap() {
    let mut reached = false;
    for account in ACCOUNTS.iter() {
        let mut taken = BTreeMap::<(&BeneficiaryId, DeductionKind, i16), Cents>::new();
        for deduction in account.payments.iter().flat_map(|payment| &payment.deductions) {
            let counter = (&deduction.beneficiary, deduction.kind, deduction.care.date.year());
            *taken.entry(counter).or_default() += deduction.amount;
        }
        assert!(taken.values().all(|amount| *amount <= Cents::new(5000)));
        if account.member.about.contains("plafond") {
            reached = taken.iter().any(|((_, kind, year), amount)| {
                (*kind, *year, *amount) == (DeductionKind::FlatContribution, TODAY.year(), Cents::new(5000))
            });
        }
    }
    assert!(reached);
}

#[test]
fn camille_gets_15_euros_and_not_19() {
    let camille = &ACCOUNTS[0];
    assert_eq!(camille.member.name, "Camille Morel");
    let payment = camille.payments.last().unwrap();
    assert_eq!(payment.amount, Cents::new(1500));
    assert_eq!(payment.paid_on, date(2026, 11, 19));
    let line = &payment.beneficiaries[0].lines[0];
    assert_eq!((line.paid, line.reimbursed), (Cents::new(3000), Cents::new(2100)));
    let taken: Vec<_> = payment.deductions.iter().map(|taken| (taken.care.act, taken.amount)).collect();
    let two = Cents::new(200);
    assert_eq!(taken, [(ActKind::Consultation, two), (ActKind::Radiology, two), (ActKind::Biology, two)]);
    assert!(payment.deductions[1..].iter().all(|taken| taken.care.date < line.date));
    let received =
        camille.payments.iter().filter(|payment| payment.paid_on.month() == 10 && payment.paid_on.year() == 2026);
    assert_eq!(received.count(), 0);
}

#[test]
fn camille_gets_15_euros_on_every_day_of_a_year_and_with_other_seeds() {
    for (seed, days) in (1..).zip((0..365).step_by(11)) {
        let today = date(2025, 6, 1).saturating_add(days.days());
        let accounts = morel::couple_with_twins(seed, today).unwrap();
        let last = accounts[0].payments.last().unwrap();
        assert_eq!((last.amount, last.deductions.len()), (Cents::new(1500), 3), "seed {seed}, {today}");
    }
}

#[test]
fn allowances_come_every_14_days_to_the_member_or_to_the_employer() {
    let allowances = |act| payments().filter(move |payment| payment.beneficiaries[0].lines[0].act == act);
    let sickness: Vec<_> = allowances(ActKind::SicknessAllowance).collect();
    assert!(sickness.iter().any(|payment| matches!(payment.payee, Payee::Member { .. })));
    assert!(sickness.iter().any(|payment| matches!(payment.payee, Payee::Employer { .. })));
    let camille = ACCOUNTS[0].payments.iter().find(|payment| payment.nature == Nature::DailyAllowance).unwrap();
    let line = &camille.beneficiaries[0].lines[0];
    assert_eq!((line.quantity, line.base, line.reimbursed), (14, Cents::new(46_032), Cents::new(42_948)));
    let accident: Vec<_> =
        account("accident du travail").payments.iter().filter(|p| p.nature == Nature::DailyAllowance).collect();
    assert!(accident.len() >= 3);
    // The last one is for the days that are left.
    for pair in accident[..accident.len() - 1].windows(2) {
        assert!((12..=16).contains(&(pair[1].paid_on - pair[0].paid_on).get_days()));
    }
}

#[test]
fn all_six_natures_of_payment_exist() {
    assert_eq!(payments().map(|payment| payment.nature).collect::<BTreeSet<_>>().len(), 6);
}

#[test]
fn nothing_is_deducted_under_the_solidarity_cover() {
    let kevin = account("C2S");
    assert!(!kevin.payments.is_empty());
    assert!(kevin.payments.iter().all(|payment| payment.deductions.is_empty()));
    assert_eq!(kevin.profile.complementary[0].name, "Complémentaire santé solidaire");
}

#[test]
fn insurers_get_most_payments_and_what_they_do_not_get_has_a_reason() {
    use protocol::forwarding::{NotSent, Transmission};
    let of = |account: &crate::households::Account| {
        account.payments.iter().filter_map(|payment| payment.transmission.clone()).collect::<Vec<_>>()
    };
    let all: Vec<_> = ACCOUNTS.iter().flat_map(of).collect();
    let returned =
        all.iter().filter(|one| matches!(one, Transmission::NotSent { because: NotSent::Returned, .. })).count();
    assert!(returned > 0 && returned * 5 < all.len(), "{returned} of {}", all.len());
    assert!(
        of(account("Personne seule"))
            .iter()
            .all(|one| { matches!(one, Transmission::NotSent { because: NotSent::NotActivated, .. }) })
    );
    // Nothing is left for an insurer where everything was given.
    let whole = payments().filter(|payment| {
        payment.beneficiaries.iter().flat_map(|part| &part.lines).all(|line| line.paid <= line.reimbursed)
    });
    assert!(whole.into_iter().all(|payment| payment.transmission.is_none()));
}

#[test]
fn one_payment_has_three_deductions_for_two_people() {
    let sophie = account("trois retenues");
    let found = sophie.payments.iter().find(|payment| {
        let people: BTreeSet<_> = payment.deductions.iter().map(|deduction| &deduction.beneficiary).collect();
        payment.deductions.len() == 3 && people.len() == 2
    });
    assert!(found.is_some());
}

#[test]
fn payments_and_care_fall_on_31_december_and_1_january() {
    let (eve, new_year) = (date(2025, 12, 31), date(2026, 1, 1));
    let jean = account("31 décembre");
    for day in [eve, new_year] {
        assert!(jean.payments.iter().any(|payment| payment.paid_on == day), "paid on {day}");
        let mut lines = jean.payments.iter().flat_map(|p| &p.beneficiaries).flat_map(|person| &person.lines);
        assert!(lines.any(|line| line.date == day), "care on {day}");
    }
}

#[test]
fn two_identical_acts_of_one_day_are_two_lines() {
    let twice = payments().flat_map(|payment| &payment.beneficiaries).any(|person| {
        person
            .lines
            .windows(2)
            .any(|pair| (pair[0].act, pair[0].date, pair[0].base) == (ActKind::Nursing, pair[1].date, pair[1].base))
    });
    assert!(twice);
}
