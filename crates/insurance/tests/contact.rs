//! E-mail addresses and telephone numbers.
#![expect(clippy::unwrap_used, reason = "tests say plainly what must hold")]

use insurance::{EmailAddress, EmailError, PHONE_COUNTRIES, Phone, PhoneCountry, PhoneError, PhoneKind};
use proptest::prelude::*;

fn country(code: &str) -> PhoneCountry {
    *PHONE_COUNTRIES.iter().find(|country| country.code == code).unwrap()
}

fn mobile(typed: &str) -> Result<Phone, PhoneError> {
    Phone::parse(country("fr"), PhoneKind::Mobile, typed)
}

#[test]
fn an_address_needs_a_name_and_a_domain() {
    for good in ["camille.morel@exemple.fr", " a+b@exemple.co.uk ", "o'neill@mail-1.exemple.fr"] {
        assert_eq!(EmailAddress::parse(good).unwrap().as_str(), good.trim());
    }
    for bad in ["camille", "@exemple.fr", "a@exemple", "a@.fr", "a b@exemple.fr", "a@exemple..fr", "a..b@c.fr", "a@1.2"]
    {
        assert_eq!(EmailAddress::parse(bad), Err(EmailError::Impossible), "{bad}");
    }
    assert_eq!(EmailAddress::parse(" \u{a0}"), Err(EmailError::Empty));
    assert_eq!(EmailAddress::parse(&format!("{}@exemple.fr", "a".repeat(300))), Err(EmailError::TooLong));
}

#[test]
fn capital_letters_make_no_other_address_and_the_mask_shows_one_letter() {
    let address = EmailAddress::parse("Camille@EXEMPLE.fr").unwrap();
    assert_eq!(address.as_str(), "Camille@exemple.fr");
    assert!(address.is_same(&EmailAddress::parse("camille@exemple.fr").unwrap()));
    assert_eq!(address.masked(), "C•••@exemple.fr");
    assert_eq!(format!("{address:?}"), "EmailAddress(…)");
}

#[test]
fn a_french_number_is_read_however_it_is_typed() {
    for typed in ["06 39 98 12 34", "06.39.98.12.34", "+33 6 39 98 12 34", "0033639981234", "+33 (0)6 39 98 12 34"] {
        assert_eq!(mobile(typed).unwrap().kept(), "0639981234", "{typed}");
    }
    let number = mobile("0639981234").unwrap();
    assert_eq!((number.grouped().as_str(), number.masked().as_str()), ("06 39 98 12 34", "•• •• •• •• 34"));
}

#[test]
fn a_number_says_what_is_wrong_with_it() {
    assert_eq!(mobile(""), Err(PhoneError::Empty));
    assert_eq!(mobile("06 39 98"), Err(PhoneError::TooShort));
    assert_eq!(mobile("06 39 98 12 345"), Err(PhoneError::TooLong));
    assert_eq!(mobile("06 39 98 12 3é"), Err(PhoneError::NotDigits));
    assert_eq!(mobile("05 36 49 12 34"), Err(PhoneError::OtherKind));
    assert_eq!(mobile("08 00 12 34 56"), Err(PhoneError::Impossible));
    assert_eq!(mobile("+32 470 12 34 56"), Err(PhoneError::OtherCountry));
    assert_eq!(Phone::parse(country("fr"), PhoneKind::Landline, "0639981234"), Err(PhoneError::OtherKind));
}

#[test]
fn a_number_abroad_keeps_its_prefix() {
    let number = Phone::parse(country("be"), PhoneKind::Mobile, "0470 12 34 56").unwrap();
    assert_eq!(number.kept(), "+32470123456");
    assert_eq!((number.grouped().as_str(), number.masked().as_str()), ("+32 470 12 34 56", "+32 •• •• •• 56"));
    let rome = Phone::parse(country("it"), PhoneKind::Landline, "06 698 12345").unwrap();
    assert_eq!(rome.kept(), "+390669812345");
}

#[test]
fn no_prefix_is_the_beginning_of_another() {
    for one in PHONE_COUNTRIES {
        let others = PHONE_COUNTRIES.iter().filter(|other| other.code != one.code);
        assert!(others.into_iter().all(|other| !other.prefix.starts_with(one.prefix)), "{}", one.code);
    }
}

proptest! {
    #[test]
    fn what_is_kept_is_read_again(at in 0..PHONE_COUNTRIES.len(), digits in "[1-7][0-9]{5,10}") {
        if let Ok(number) = Phone::parse(PHONE_COUNTRIES[at], PhoneKind::Mobile, &digits) {
            prop_assert_eq!(Phone::read(&number.kept()), Some(number));
        }
    }

    #[test]
    fn nothing_typed_makes_a_panic(text in "\\PC{0,40}") {
        let _ = EmailAddress::parse(&text);
        let _ = Phone::read(&text);
        for country in PHONE_COUNTRIES {
            let _ = Phone::parse(*country, PhoneKind::Landline, &text);
        }
    }
}
