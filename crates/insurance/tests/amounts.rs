//! Amounts and rates: forms and arithmetic.

use insurance::{Cents, CentsError, Rate, RateError};
use proptest::prelude::*;

#[test]
fn reads_thousands_separated_by_each_kind_of_space() {
    for text in ["1 234,56 €", "1\u{a0}234,56\u{a0}€", "1\u{202f}234,56\u{202f}€", "1234,56€", "1234.56", " 1 234,56 "]
    {
        assert_eq!(Cents::parse(text), Ok(Cents::new(123_456)), "{text}");
    }
    assert_eq!(Cents::parse("12,5"), Ok(Cents::new(1250)));
    assert_eq!(Cents::parse("0"), Ok(Cents::ZERO));
    assert_eq!(Cents::parse("-4,00 €"), Ok(Cents::new(-400)));
    assert_eq!(Cents::parse("\u{2212}4,00 €"), Ok(Cents::new(-400)));
    assert_eq!(Cents::parse("1 000 000"), Ok(Cents::new(100_000_000)));
}

#[test]
fn refuses_what_is_not_plainly_one_amount() {
    for text in
        ["1 23,45", "12 34", "1234 567", "1.234,56", "1,234", "12,", ",5", "1  234", "--1", "1e3", "€", "abc", "1 2"]
    {
        assert!(Cents::parse(text).is_err(), "{text}");
    }
    assert_eq!(Cents::parse(""), Err(CentsError::Empty));
    assert_eq!(Cents::parse("99999999999999999999"), Err(CentsError::TooGreat));
    assert_eq!(Cents::parse(&"9".repeat(60)), Err(CentsError::TooGreat));
}

#[test]
fn writes_french_and_english() {
    assert_eq!(Cents::new(123_456).french(), "1\u{202f}234,56\u{202f}€");
    assert_eq!(Cents::new(-400).to_string(), "\u{2212}4,00\u{202f}€");
    assert_eq!(Cents::new(123_456_789).english(), "€1,234,567.89");
    assert_eq!(Cents::new(-5).english(), "\u{2212}€0.05");
    assert_eq!(Rate::percent(70).to_string(), "70\u{202f}%");
    assert_eq!(Rate::basis_points(620).french(), "6,2\u{202f}%");
    assert_eq!(Rate::basis_points(625).english(), "6.25%");
}

#[test]
fn keeps_the_wire_form_a_whole_number() {
    assert_eq!(serde_json::to_string(&(Cents::new(-12), Rate::FULL)).unwrap(), "[-12,10000]");
    assert_eq!(serde_json::from_str::<(Cents, Rate)>("[1500,7000]").unwrap(), (Cents::new(1500), Rate::percent(70)));
}

#[test]
fn rounds_halves_away_from_zero() {
    assert_eq!(Rate::percent(50).of(Cents::new(1)), Cents::new(1));
    assert_eq!(Rate::percent(50).of(Cents::new(-1)), Cents::new(-1));
    assert_eq!(Rate::percent(60).of(Cents::new(1613)), Cents::new(968));
    assert_eq!(Rate::basis_points(u16::MAX).of(Cents::new(i64::MAX)), Cents::new(i64::MAX));
}

#[test]
fn says_when_a_sum_is_too_great() {
    assert_eq!(Cents::new(i64::MAX).checked_add(Cents::new(1)), None);
    assert_eq!(Cents::new(i64::MIN).checked_sub(Cents::new(1)), None);
    assert_eq!(Cents::new(i64::MAX) + Cents::new(1), Cents::new(i64::MAX));
}

#[test]
fn refuses_what_is_no_rate() {
    for text in ["", "%", "-1 %", "70 €", "656 %", "7 0"] {
        assert_eq!(Rate::parse(text), Err(RateError), "{text}");
    }
}

proptest! {
    #[test]
    fn reads_back_what_it_writes(cents in any::<i64>()) {
        let amount = Cents::new(cents);
        prop_assert_eq!(Cents::parse(&amount.french()), Ok(amount));
        prop_assert_eq!(Cents::parse(&amount.french().replace('\u{202f}', " ")), Ok(amount));
        prop_assert_eq!(Cents::parse(&amount.french().replace('\u{202f}', "\u{a0}")), Ok(amount));
    }

    #[test]
    fn reads_back_every_rate(points in any::<u16>()) {
        let rate = Rate::basis_points(points);
        prop_assert_eq!(Rate::parse(&rate.french()), Ok(rate));
        prop_assert_eq!(Rate::parse(&rate.english()), Ok(rate));
    }

    #[test]
    fn never_panics(text in any::<String>()) {
        let _ = (Cents::parse(&text), Rate::parse(&text));
    }

    #[test]
    fn takes_back_what_it_gave(cents in any::<i32>(), points in 0..=10_000_u16) {
        let (amount, rate) = (Cents::new(i64::from(cents)), Rate::basis_points(points));
        prop_assert_eq!(rate.of(amount) + rate.of(-amount), Cents::ZERO);
    }
}
