//! The NIR: vectors of the field, and what its key finds.

use insurance::{Nir, NirError};
use proptest::prelude::*;

#[test]
fn computes_the_keys_of_known_vectors() {
    for (body, key) in [
        ("2061275111005", 64),
        ("1881134170052", 26),
        ("1750163220748", 46),
        ("1760163220999", 37),
        ("1810163220751", 40),
        ("2950978711042", 41),
        ("285052A123456", 80),
        ("285052B123456", 10),
    ] {
        assert_eq!(Nir::parse(body).unwrap().key(), key, "{body}");
    }
}

#[test]
fn reads_what_people_type() {
    for typed in [
        "2 95 09 78 711 042",
        "2 95 09 78 711 042 41",
        " 2\u{a0}95\u{202f}09\u{a0}78\u{202f}711\u{a0}042\u{a0}41 ",
        "2.95.09.78.711.042-41",
        "295097871104241",
    ] {
        assert_eq!(Nir::parse(typed).unwrap().with_key(), "295097871104241", "{typed}");
    }
    assert_eq!(Nir::parse("2 85 05 2a 123 456 80").unwrap().body(), "285052A123456");
}

#[test]
fn says_what_is_wrong() {
    for (typed, error) in [
        ("", NirError::Empty),
        (" \u{202f}", NirError::Empty),
        ("2 95 09", NirError::TooShort),
        ("2950978711042 4", NirError::TooShort),
        ("2950978711042411", NirError::TooLong),
        ("29509787110x2", NirError::NotDigits),
        ("285053A123456", NirError::NotDigits),
        ("2850A2123456", NirError::NotDigits),
        ("é950978711042", NirError::NotDigits),
        ("295097871104242", NirError::KeyMismatch),
        ("295097871104200", NirError::KeyMismatch),
        ("5950978711042", NirError::Impossible),
        ("2951378711042", NirError::Impossible),
        ("2950078711042", NirError::Impossible),
        ("2954378711042", NirError::Impossible),
        ("2950900711042", NirError::Impossible),
        ("2950978000042", NirError::Impossible),
        ("2950978711000", NirError::Impossible),
        ("2950997011042", NirError::Impossible),
    ] {
        assert_eq!(Nir::parse(typed), Err(error), "{typed}");
    }
}

#[test]
fn knows_the_special_places_and_months() {
    for (body, department) in [
        ("184072A004123", "2A"),
        ("1840797411123", "974"),
        ("1840798735123", "987"),
        ("1840799352123", "99"),
        ("1840720004123", "20"),
        ("1842031555123", "31"),
        ("1844231555123", "31"),
        ("1845031555123", "31"),
        ("1849931555123", "31"),
        ("7840731555123", "31"),
        ("3840731555123", "31"),
    ] {
        assert_eq!(Nir::parse(body).unwrap().department(), department, "{body}");
    }
}

#[test]
fn shows_itself_only_where_asked() {
    let nir = Nir::parse("1840731555012").unwrap();
    assert_eq!(nir.masked(), "1 84 07 •• ••• ••• ••");
    assert_eq!(nir.grouped(), format!("1 84 07 31 555 012 {:02}", nir.key()));
    assert_eq!(format!("{nir:?}"), "Nir(…)");
}

#[test]
fn cannot_find_two_errors_that_cancel_out() {
    let corsican = Nir::parse("285052A123456").unwrap();
    assert!(Nir::parse(&format!("2850519123456{:02}", corsican.key())).is_ok());
}

fn bodies() -> impl Strategy<Value = String> {
    let department = prop_oneof![
        (1..=95_u8).prop_map(|number| format!("{number:02}")),
        Just("2A".to_owned()),
        Just("2B".to_owned()),
        Just("99".to_owned()),
        Just("97".to_owned()),
    ];
    let month = prop_oneof![1..=12_u8, 20..=42_u8, 50..=99_u8];
    let sex = prop::sample::select(vec![1, 2, 3, 4, 7, 8]);
    (sex, 0..100_u8, month, department, 101..=990_u16, 1..=999_u16).prop_filter_map(
        "communes overseas",
        |(sex, year, month, department, commune, order)| {
            let body = format!("{sex}{year:02}{month:02}{department}{commune:03}{order:03}");
            (department != "97" || commune % 100 != 0).then_some(body)
        },
    )
}

proptest! {
    #[test]
    fn reads_back_every_form(body in bodies()) {
        let nir = Nir::parse(&body).unwrap();
        prop_assert_eq!(nir.body(), body.as_str());
        prop_assert_eq!(&Nir::parse(&nir.with_key()).unwrap(), &nir);
        prop_assert_eq!(&Nir::parse(&nir.grouped()).unwrap(), &nir);
        prop_assert_eq!(&Nir::parse(&nir.grouped().to_lowercase()).unwrap(), &nir);
    }

    #[test]
    fn finds_every_wrong_character(body in bodies(), at in 0..15_usize, wrong in "[0-9AB]") {
        let right = Nir::parse(&body).unwrap().with_key();
        let mistyped = format!("{}{wrong}{}", &right[..at], &right[at + 1..]);
        prop_assume!(mistyped != right);
        prop_assert!(Nir::parse(&mistyped).is_err(), "{mistyped}");
    }

    #[test]
    fn finds_every_two_neighbours_that_changed_places(body in bodies(), at in 0..14_usize) {
        let right = Nir::parse(&body).unwrap().with_key();
        let mut characters: Vec<char> = right.chars().collect();
        characters.swap(at, at + 1);
        let mistyped: String = characters.into_iter().collect();
        prop_assume!(mistyped != right);
        prop_assert!(Nir::parse(&mistyped).is_err(), "{mistyped}");
    }

    #[test]
    fn never_panics(typed in any::<String>()) {
        let _ = Nir::parse(&typed);
    }
}
