//! Postal codes and card serials.

use insurance::{PostalCode, PostalCodeError, VitaleSerial, VitaleSerialError};
use proptest::prelude::*;

#[test]
fn names_the_departments_of_a_postal_code() {
    for (typed, departments) in [
        ("31000", vec!["31"]),
        (" 31 000 ", vec!["31"]),
        ("20090", vec!["2A", "2B"]),
        ("97410", vec!["974"]),
        ("98800", vec!["988"]),
        ("01200", vec!["01"]),
    ] {
        assert_eq!(PostalCode::parse(typed).unwrap().departments(), departments, "{typed}");
    }
}

#[test]
fn says_what_is_wrong_with_a_postal_code() {
    for (typed, error) in [
        ("", PostalCodeError::Empty),
        ("3100", PostalCodeError::TooShort),
        ("310000", PostalCodeError::TooLong),
        ("3100O", PostalCodeError::NotDigits),
        ("00100", PostalCodeError::Impossible),
        ("96000", PostalCodeError::Impossible),
        ("99000", PostalCodeError::Impossible),
        ("97000", PostalCodeError::Impossible),
    ] {
        assert_eq!(PostalCode::parse(typed), Err(error), "{typed}");
    }
}

#[test]
fn knows_every_postal_code_in_use() {
    let communes = include_str!("../../../assets/reference/communes.tsv");
    let mut elsewhere = 0;
    for line in communes.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        for code in columns[3].split(',') {
            let code = PostalCode::parse(code).unwrap();
            elsewhere += usize::from(!code.departments().contains(&columns[2]));
        }
    }
    assert!(elsewhere < 60, "{elsewhere} communes in a department that their postal code does not name");
}

#[test]
fn reads_a_card_serial() {
    let serial = VitaleSerial::parse("8025 0000 0123 4567 4471").unwrap();
    assert_eq!(serial.last_11(), "12345674471");
    assert_eq!(serial.masked(), "•••• 4471");
    assert_eq!(format!("{serial:?}"), "VitaleSerial(…)");
    for (typed, error) in [
        ("", VitaleSerialError::Empty),
        ("1234567890", VitaleSerialError::TooShort),
        ("1234567890a", VitaleSerialError::NotDigits),
        ("1234567890123456789012", VitaleSerialError::TooLong),
    ] {
        assert_eq!(VitaleSerial::parse(typed), Err(error), "{typed}");
    }
}

proptest! {
    #[test]
    fn reads_back_a_postal_code(typed in "(0[1-9]|[1-8][0-9]|9[0-5])[0-9]{3}") {
        prop_assert_eq!(PostalCode::parse(&typed).unwrap().to_string(), typed);
    }

    #[test]
    fn reads_back_a_serial(typed in "[0-9]{11,21}") {
        let serial = VitaleSerial::parse(&typed).unwrap();
        prop_assert_eq!(serial.as_str(), typed.as_str());
    }
}
