//! Each trait that the households promise.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use insurance::{ActKind, Cents, DeductionKind, Iban, Nir, is_minor_on_1_january};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use protocol::payments::{Nature, Payee, Payment};
use protocol::profile::ExemptionReason;
use protocol::{BeneficiaryId, CareId};

use super::{Account, Roster, accounts};

const TODAY: Date = date(2026, 11, 20);

static ACCOUNTS: LazyLock<Vec<Account>> = LazyLock::new(|| accounts(Roster::Everyone, 1, TODAY).unwrap());

fn account(about: &str) -> &'static Account {
    ACCOUNTS.iter().find(|account| account.member.about.contains(about)).unwrap()
}

fn payments() -> impl Iterator<Item = &'static Payment> {
    ACCOUNTS.iter().flat_map(|account| &account.payments)
}

fn months(account: &Account) -> BTreeMap<Date, usize> {
    let mut months = BTreeMap::new();
    for payment in &account.payments {
        *months.entry(payment.paid_on.first_of_month()).or_default() += 1;
    }
    months
}

fn days_between(first: Date, last: Date) -> i32 {
    (last - first).get_days()
}

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
        let accounts = super::morel::couple_with_twins(seed, today).unwrap();
        let last = accounts[0].payments.last().unwrap();
        assert_eq!((last.amount, last.deductions.len()), (Cents::new(1500), 3), "seed {seed}, {today}");
    }
}

#[test]
fn twins_and_children_of_parents_apart_are_the_same_persons_in_both_accounts() {
    let ids = |account: &Account| account.beneficiaries[1..].iter().map(|child| child.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&ACCOUNTS[0]), ids(&ACCOUNTS[1]));
    let [louise, noe] = &ACCOUNTS[0].beneficiaries[1..] else { panic!("not two children") };
    assert_eq!((louise.birth_rank, noe.birth_rank), (1, 2));
    assert_eq!(louise.birth_date, noe.birth_date);
    assert_ne!(louise.nir, noe.nir);
    let (his, hers) = (account("le père de Tom"), account("deux comptes"));
    assert_eq!(ids(his), ids(hers));
    assert_ne!(his.profile.address, hers.profile.address);
}

#[test]
fn numbers_fit_their_persons_and_accounts() {
    for account in ACCOUNTS.iter() {
        assert!(Iban::parse(account.profile.iban.as_ref().unwrap()).is_ok());
        assert!((8..=13).contains(&account.member.code.len()));
        for person in &account.beneficiaries {
            let nir = Nir::parse(person.nir.as_ref().unwrap()).unwrap();
            assert_eq!(
                nir.body()[1..5],
                format!("{:02}{:02}", person.birth_date.year() % 100, person.birth_date.month())
            );
        }
        let all = account.beneficiaries.iter().map(|person| &person.nir).collect::<BTreeSet<_>>();
        assert_eq!(all.len(), account.beneficiaries.len());
    }
    let codes: BTreeSet<_> = ACCOUNTS.iter().map(|account| &account.member.code).collect();
    assert_eq!(codes.len(), ACCOUNTS.len());
    assert_eq!(ACCOUNTS[0].profile.iban.as_ref().unwrap()[23..], *"4471");
}

#[test]
fn births_are_in_corsica_overseas_and_abroad() {
    let departments: BTreeSet<_> = ACCOUNTS
        .iter()
        .flat_map(|account| &account.beneficiaries)
        .map(|person| Nir::parse(person.nir.as_ref().unwrap()).unwrap().department().to_owned())
        .collect();
    for department in ["2A", "2B", "974", "99"] {
        assert!(departments.contains(department), "{department} in {departments:?}");
    }
}

#[test]
fn homonyms_exist_in_two_accounts_and_in_one() {
    let same: Vec<_> = ACCOUNTS.iter().filter(|account| account.member.name == "Marie Martin").collect();
    assert_eq!(same.len(), 2);
    assert_ne!(same[0].member.nir, same[1].member.nir);
    assert!(same[0].beneficiaries[1].first_name.starts_with("Marie"));
}

#[test]
fn exemptions_are_of_every_kind() {
    let found: Vec<_> = ACCOUNTS.iter().flat_map(|a| &a.beneficiaries).filter_map(|p| p.exemption.as_ref()).collect();
    for reason in [
        ExemptionReason::Ald,
        ExemptionReason::Maternity,
        ExemptionReason::WorkAccident,
        ExemptionReason::Invalidity,
        ExemptionReason::C2s,
        ExemptionReason::AlsaceMoselle,
    ] {
        let exemption = found.iter().find(|exemption| exemption.reason == reason).unwrap();
        assert!(exemption.from <= TODAY && exemption.until.is_none_or(|until| TODAY <= until), "{reason:?}");
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
        assert!((12..=16).contains(&days_between(pair[0].paid_on, pair[1].paid_on)));
    }
}

#[test]
fn all_six_natures_of_payment_exist() {
    assert_eq!(payments().map(|payment| payment.nature).collect::<BTreeSet<_>>().len(), 6);
}

#[test]
fn the_local_scheme_and_the_partner_scheme_say_so() {
    let local = account("Alsace-Moselle");
    let lines = local.payments.iter().flat_map(|p| &p.beneficiaries).flat_map(|person| &person.lines);
    let inside: Vec<_> = lines.filter(|line| line.act == ActKind::Consultation).collect();
    assert!(!inside.is_empty() && inside.iter().all(|line| line.rate.get() == 9000));
    assert_eq!(account("CAMIEG").profile.scheme_name, "CAMIEG");
    assert!(account("indépendante").profile.scheme_name.contains("indépendants"));
}

#[test]
fn nothing_is_deducted_under_the_solidarity_cover() {
    let kevin = account("C2S");
    assert!(!kevin.payments.is_empty());
    assert!(kevin.payments.iter().all(|payment| payment.deductions.is_empty()));
    assert_eq!(kevin.profile.complementary[0].name, "Complémentaire santé solidaire");
}

#[test]
fn one_account_has_no_payment_and_one_has_eleven_beneficiaries() {
    assert!(account("Aucun paiement").payments.is_empty());
    let large = account("Onze bénéficiaires");
    assert_eq!(large.beneficiaries.len(), 11);
    assert_eq!(large.profile.address.len(), 6);
    assert!(large.member.name.chars().count() >= 60);
    let children = &large.beneficiaries[1..];
    assert!(children.iter().all(|child| insurance::age_on(child.birth_date, TODAY) < 18));
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

#[test]
fn histories_are_long_enough_and_nothing_is_paid_tomorrow() {
    for account in ACCOUNTS.iter().filter(|account| !account.member.about.contains("Aucun paiement")) {
        let months = months(account);
        let first = *months.keys().next().unwrap();
        assert!(first <= TODAY.saturating_sub(27.months()), "{}", account.member.about);
        assert!(account.payments.iter().all(|payment| payment.paid_on <= TODAY));
        assert!(account.payments.is_sorted_by_key(|payment| payment.paid_on));
    }
    let forty = account("Quarante ans");
    assert!(days_between(forty.payments[0].paid_on, TODAY) >= 14_500);
    assert!((11_500..13_500).contains(&forty.payments.len()), "{}", forty.payments.len());
}

#[test]
fn some_months_have_no_payment_and_most_have_a_few() {
    let months = months(&ACCOUNTS[2]);
    assert!(months.len() < 30);
    assert!(months.values().all(|count| *count <= 8));
}

#[test]
fn everyone_has_two_to_six_documents_of_which_one_has_no_link() {
    for account in ACCOUNTS.iter() {
        assert!((2..=6).contains(&account.documents.len()));
        let missing = account.documents.iter().filter(|(document, _)| document.content.is_none());
        assert_eq!(missing.count(), 1);
        assert!(account.documents.iter().all(|(document, _)| document.issued_on <= TODAY));
    }
}

#[test]
fn identifiers_are_never_used_twice_and_say_nothing() {
    let mut ids = BTreeSet::new();
    for payment in payments() {
        let lines = payment.beneficiaries.iter().flat_map(|person| &person.lines);
        for id in std::iter::once(payment.id.as_str()).chain(lines.map(|line| line.id.as_str())) {
            assert!(id.len() == 32 && ids.insert(id));
        }
    }
}

#[test]
fn the_same_seed_and_day_give_the_same_bytes_and_another_seed_others() {
    let bytes = |seed, today| {
        let accounts = accounts(Roster::Few, seed, today).unwrap();
        let bodies = accounts.iter().map(|account| {
            let account =
                (&account.member, &account.profile, &account.beneficiaries, &account.payments, &account.documents);
            serde_json::to_string(&account).unwrap()
        });
        bodies.collect::<Vec<_>>()
    };
    assert!(bytes(1, TODAY) == bytes(1, TODAY));
    assert!(bytes(2, TODAY)[0] != bytes(1, TODAY)[0]);
}

#[test]
fn households_are_well_made_on_other_days_and_with_other_seeds() {
    for (seed, today) in [(7, date(2027, 1, 1)), (8, date(2028, 2, 29)), (9, date(2025, 12, 31))] {
        let accounts = accounts(Roster::Everyone, seed, today).unwrap();
        assert_eq!(accounts.len(), ACCOUNTS.len());
        let codes: BTreeSet<_> = accounts.iter().map(|account| &account.member.code).collect();
        assert_eq!(codes.len(), accounts.len());
    }
}
