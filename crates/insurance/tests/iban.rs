//! The IBAN: shape, forms, and what its check digits find.

use insurance::{Iban, IbanError};
use proptest::prelude::*;

const EXAMPLE: &str = "FR14 2004 1010 0505 0001 3M02 606";

#[test]
fn reads_what_people_type() {
    let iban = Iban::parse(EXAMPLE).unwrap();
    assert_eq!(iban.as_str(), "FR1420041010050500013M02606");
    assert_eq!(iban.grouped(), EXAMPLE);
    assert_eq!(iban.bank_code(), "20041");
    assert_eq!(iban.last_4(), "2606");
    assert_eq!(iban.masked(), "FR•• •••• … 2606");
    assert_eq!(format!("{iban:?}"), "Iban(…)");
    assert_eq!(Iban::parse("fr14\u{a0}20041\u{202f}01005 0500013m026 06").unwrap(), iban);
}

#[test]
fn says_what_is_wrong() {
    for (typed, error) in [
        ("", IbanError::Empty),
        ("FR14 2004", IbanError::TooShort),
        ("FR14 2004 1010 0505 0001 3M02 6061", IbanError::TooLong),
        ("DE89 3704 0044 0532 0130 00", IbanError::NotFrench),
        ("FR14 2004 1010 0505 0001 3M02 6é6", IbanError::WrongCharacter),
        ("FR14 200A 1010 0505 0001 3M02 606", IbanError::WrongCharacter),
        ("FR14 2004 1010 0505 0001 3M02 607", IbanError::KeyMismatch),
    ] {
        assert_eq!(Iban::parse(typed), Err(error), "{typed}");
    }
}

#[test]
fn computes_both_keys_of_an_account() {
    let iban = Iban::of_account("30004", "00003", "12345678901").unwrap();
    assert_eq!(iban.grouped(), "FR76 3000 4000 0312 3456 7890 143");
    assert_eq!(Iban::of_account("3004", "00003", "12345678901"), Err(IbanError::TooShort));
}

/// Accounts with letters in their number, with check digits found by trying.
fn ibans() -> impl Strategy<Value = String> {
    ("[0-9]{10}[0-9A-Z]{11}[0-9]{2}").prop_filter_map("none fits", |national| {
        (2..=98).map(|check| format!("FR{check:02}{national}")).find(|text| Iban::parse(text).is_ok())
    })
}

proptest! {
    #[test]
    fn has_check_digits_for_every_account(national in "[0-9]{10}[0-9A-Z]{11}[0-9]{2}") {
        let fitting = (2..=98).filter(|check| Iban::parse(&format!("FR{check:02}{national}")).is_ok()).count();
        prop_assert_eq!(fitting, 1);
    }

    #[test]
    fn reads_back_every_form(text in ibans()) {
        let iban = Iban::parse(&text).unwrap();
        prop_assert_eq!(iban.as_str(), text.as_str());
        prop_assert_eq!(&Iban::parse(&iban.grouped()).unwrap(), &iban);
    }

    #[test]
    fn finds_every_digit_or_letter_typed_for_another(text in ibans(), at in 0..27_usize, digit in "[0-9]", letter in "[A-Z]") {
        let old = &text[at..=at];
        let wrong = if old.chars().all(|c| c.is_ascii_digit()) { digit } else { letter };
        prop_assume!(wrong != old);
        let mistyped = format!("{}{wrong}{}", &text[..at], &text[at + 1..]);
        prop_assert!(Iban::parse(&mistyped).is_err(), "{mistyped}");
    }

    #[test]
    fn finds_a_letter_for_a_digit_outside_the_account_number(text in ibans(), at in 0..27_usize, letter in "[A-Z]") {
        prop_assume!(!(14..25).contains(&at) && at > 1);
        let mistyped = format!("{}{letter}{}", &text[..at], &text[at + 1..]);
        prop_assert!(Iban::parse(&mistyped).is_err(), "{mistyped}");
    }

    #[test]
    fn never_panics(typed in any::<String>()) {
        let _ = Iban::parse(&typed);
    }
}
