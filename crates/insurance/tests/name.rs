//! Names, folded for comparison.

use insurance::name::folded;
use proptest::prelude::*;

#[test]
fn the_same_name_written_in_several_ways_is_the_same() {
    for (one, other) in [
        ("Lefèvre", "LEFEVRE"),
        ("Le Goff", "legoff"),
        ("Dubois-Lacroix", "DUBOIS LACROIX"),
        ("d’Arcy", "D'ARCY"),
        ("Bœuf", "boeuf"),
        ("Straße", "STRASSE"),
        ("Nun\u{303}ez", "Nuñez"),
        (" Roux ", "roux"),
    ] {
        assert_eq!(folded(one), folded(other), "{one}");
    }
    assert_ne!(folded("Morel"), folded("Morelle"));
    assert_eq!(folded("-"), "");
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(name in any::<String>()) {
        let once = folded(&name);
        prop_assert_eq!(folded(&once), once);
    }
}
