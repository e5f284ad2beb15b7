//! Persons, schemes, histories, documents.

use std::collections::{BTreeMap, BTreeSet};

use insurance::{ActKind, Iban, Nir};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use protocol::profile::ExemptionReason;

use super::super::{Account, Roster, accounts};
use super::{ACCOUNTS, TODAY, account, payments};

fn months(account: &Account) -> BTreeMap<Date, usize> {
    let mut months = BTreeMap::new();
    for payment in &account.payments {
        *months.entry(payment.paid_on.first_of_month()).or_default() += 1;
    }
    months
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
        let shortest = if account.provisional_until.is_some() { 4 } else { 8 };
        assert!((shortest..=13).contains(&account.member.code.len()));
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
fn the_local_scheme_and_the_partner_scheme_say_so() {
    let local = account("Alsace-Moselle");
    let lines = local.payments.iter().flat_map(|p| &p.beneficiaries).flat_map(|person| &person.lines);
    let inside: Vec<_> = lines.filter(|line| line.act == ActKind::Consultation).collect();
    assert!(!inside.is_empty() && inside.iter().all(|line| line.rate.get() == 9000));
    assert_eq!(account("CAMIEG").profile.scheme_name, "CAMIEG");
    assert!(account("indépendante").profile.scheme_name.contains("indépendants"));
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
fn histories_are_long_enough_and_nothing_is_paid_tomorrow() {
    for account in ACCOUNTS.iter().filter(|account| !account.member.about.contains("Aucun paiement")) {
        let months = months(account);
        let first = *months.keys().next().unwrap();
        assert!(first <= TODAY.saturating_sub(27.months()), "{}", account.member.about);
        assert!(account.payments.iter().all(|payment| payment.paid_on <= TODAY));
        assert!(account.payments.is_sorted_by_key(|payment| payment.paid_on));
    }
    let forty = account("Quarante ans");
    assert!((TODAY - forty.payments[0].paid_on).get_days() >= 14_500);
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
