//! Schemes: all of the table is read, and those named by the conditions of the account are open.

use std::collections::BTreeSet;

use insurance::scheme::{Account, scheme, schemes};

#[test]
fn reads_every_line_of_the_table() {
    let lines = include_str!("../../../assets/reference/schemes.tsv").lines().count();
    assert_eq!(schemes().count(), lines - 1);
    assert_eq!(schemes().map(|scheme| scheme.key).collect::<BTreeSet<_>>().len(), lines - 1);
    for scheme in schemes() {
        assert!(!scheme.key.is_empty() && !scheme.name.is_empty() && !scheme.people.is_empty());
        assert!(scheme.account != Account::Elsewhere(""), "{}", scheme.name);
    }
}

#[test]
fn the_general_scheme_and_its_partners_have_accounts_here() {
    let here: Vec<_> = schemes().filter(|scheme| scheme.account == Account::Here).map(|scheme| scheme.name).collect();
    let named = [
        "Régime général",
        "CAMIEG",
        "CAVIMAC",
        "CNMSS",
        "CRPCEN",
        "ENIM",
        "INTÉRIALE",
        "LA MUTUELLE GÉNÉRALE",
        "MGP",
        "MNH",
        "SOLSANTIS",
        "HARMONIE FONCTION PUBLIQUE",
        "CANSSM",
        "LMDE",
    ];
    assert_eq!(here, named);
}

#[test]
fn the_others_are_told_whose_service_is_theirs() {
    for (key, says) in [("msa", "MSA"), ("mgen", "MGEN"), ("sncf", "ferroviaire"), ("ratp", "RATP")] {
        let Some(Account::Elsewhere(service)) = scheme(key).map(|scheme| scheme.account) else {
            panic!("{key} has an account here");
        };
        assert!(service.contains(says), "{service}");
    }
    assert!(scheme("nothing").is_none());
}
