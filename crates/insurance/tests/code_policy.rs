//! The numeric code: what is refused, what is only said, and that nothing else is.

use insurance::Nir;
use insurance::code_policy::{ADVISED, Chooser, CodeError, LONGEST, SHORTEST, Strength, Weakness, assess, check};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const NOBODY: Chooser<'static> = Chooser { birth_date: None, nir: None };

#[test]
fn a_code_has_eight_to_thirteen_digits() {
    for (typed, error) in [
        ("", CodeError::Empty),
        ("2718281", CodeError::TooShort),
        ("27182818284590", CodeError::TooLong),
        ("2718 28182", CodeError::NotDigits),
        ("2718281é", CodeError::NotDigits),
        ("２７１８２８１８", CodeError::NotDigits),
    ] {
        assert_eq!(assess(typed, NOBODY), Err(error), "{typed}");
        assert_eq!(check(typed, NOBODY), Err(error), "{typed}");
    }
}

#[test]
fn what_anybody_would_try_first_is_refused_and_named() {
    for (typed, weakness) in [
        ("00000000", Weakness::Repeated),
        ("1111111111111", Weakness::Repeated),
        ("12121212", Weakness::Repeated),
        ("123123123", Weakness::Repeated),
        ("1984198419841", Weakness::Repeated),
        ("12345678", Weakness::Sequence),
        ("0123456789012", Weakness::Sequence),
        ("98765432", Weakness::Sequence),
        ("3210987654", Weakness::Sequence),
    ] {
        assert_eq!(check(typed, NOBODY), Err(CodeError::Weak(weakness)), "{typed}");
        assert_eq!(assess(typed, NOBODY).unwrap().strength, Strength::Refused);
    }
}

#[test]
fn the_birth_date_is_refused_however_it_is_written() {
    let chooser = Chooser { birth_date: Some(date(1984, 7, 9)), nir: None };
    for typed in [
        "09071984",
        "07091984",
        "19840709",
        "19840907",
        "09078461",
        "6107098450",
        "840709333",
        "2384090772",
        "5509071984",
    ] {
        assert_eq!(check(typed, chooser), Err(CodeError::Weak(Weakness::BirthDate)), "{typed}");
        assert!(check(typed, NOBODY).is_ok(), "{typed}");
    }
}

#[test]
fn six_digits_of_the_own_number_are_refused_and_five_are_not() {
    let nir = Nir::parse("2 06 12 75 111 005 64").unwrap();
    let chooser = Chooser { birth_date: None, nir: Some(&nir) };
    for typed in ["20612738", "39206127", "75111005", "4911100564", "2061275111005"] {
        assert_eq!(check(typed, chooser), Err(CodeError::Weak(Weakness::OwnNumber)), "{typed}");
    }
    assert!(check("20612938", chooser).is_ok());
    let corsican = Nir::parse("285052A123456").unwrap();
    let chooser = Chooser { birth_date: None, nir: Some(&corsican) };
    assert_eq!(check("12345690", chooser), Err(CodeError::Weak(Weakness::OwnNumber)));
    assert!(check("50521234", chooser).is_ok());
}

#[test]
fn the_rest_is_allowed_and_what_could_be_better_is_said() {
    for (typed, strength, weaknesses) in [
        ("271828182845", Strength::Strong, vec![]),
        ("3141592653589", Strength::Strong, vec![]),
        ("2718281828", Strength::Fair, vec![Weakness::Short]),
        ("27182818", Strength::Weak, vec![Weakness::Short]),
        ("123471828182", Strength::Fair, vec![Weakness::SequenceInside]),
        ("271888881845", Strength::Fair, vec![Weakness::FewDigits]),
        ("98768888182", Strength::Weak, vec![Weakness::Short, Weakness::SequenceInside, Weakness::FewDigits]),
        ("112212121122", Strength::Fair, vec![Weakness::FewDigits]),
    ] {
        let assessed = check(typed, NOBODY).unwrap();
        assert_eq!((assessed.strength, assessed.weaknesses), (strength, weaknesses), "{typed}");
    }
}

fn codes() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{8,13}",
        "[01]{8,13}",
        (0..10_u8, SHORTEST..=LONGEST, any::<bool>()).prop_map(|(first, length, up)| run(first, length, up)),
    ]
}

fn run(first: u8, length: usize, up: bool) -> String {
    let digit = |at: usize| (usize::from(first) + if up { at } else { 9 * at }) % 10;
    (0..length).map(|at| digit(at).to_string()).collect()
}

fn days() -> impl Strategy<Value = Date> {
    (1920..2020_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| date(year, month, day))
}

proptest! {
    #[test]
    fn a_text_of_any_kind_is_judged_without_a_panic(typed in any::<String>(), born in days()) {
        let nir = Nir::parse("2061275111005").unwrap();
        let chooser = Chooser { birth_date: Some(born), nir: Some(&nir) };
        let is_a_code = (SHORTEST..=LONGEST).contains(&typed.len()) && typed.bytes().all(|c| c.is_ascii_digit());
        prop_assert_eq!(assess(&typed, chooser).is_ok(), is_a_code);
    }

    #[test]
    fn checking_refuses_exactly_what_has_a_weakness_that_refuses(code in codes(), born in days()) {
        let chooser = Chooser { birth_date: Some(born), nir: None };
        let assessed = assess(&code, chooser).unwrap();
        let refused = assessed.weaknesses.iter().any(|weakness| weakness.refuses());
        prop_assert_eq!(check(&code, chooser).is_err(), refused);
        prop_assert_eq!(assessed.strength == Strength::Refused, refused);
        prop_assert!(assessed.weaknesses.is_sorted());
    }

    #[test]
    fn strong_is_twelve_digits_or_more_without_a_weakness(code in codes()) {
        let assessed = assess(&code, NOBODY).unwrap();
        let strong = code.len() >= ADVISED && assessed.weaknesses.is_empty();
        prop_assert_eq!(assessed.strength == Strength::Strong, strong);
        prop_assert_eq!(assessed.weaknesses.contains(&Weakness::Short), code.len() < ADVISED);
    }

    #[test]
    fn every_run_is_refused(first in 0..10_u8, length in SHORTEST..=LONGEST, up in any::<bool>()) {
        prop_assert_eq!(check(&run(first, length, up), NOBODY), Err(CodeError::Weak(Weakness::Sequence)));
    }

    #[test]
    fn every_short_pattern_is_refused(pattern in "[0-9]{1,4}", length in SHORTEST..=LONGEST) {
        let code: String = pattern.chars().cycle().take(length).collect();
        prop_assert_eq!(check(&code, NOBODY), Err(CodeError::Weak(Weakness::Repeated)));
    }

    #[test]
    fn a_birth_date_is_found_wherever_it_stands(born in days(), before in "[0-9]{0,5}", after in "[0-9]{0,5}") {
        let code = format!("{before}{:02}{:02}{:04}{after}", born.day(), born.month(), born.year());
        prop_assume!(code.len() <= LONGEST);
        let chooser = Chooser { birth_date: Some(born), nir: None };
        prop_assert!(assess(&code, chooser).unwrap().weaknesses.contains(&Weakness::BirthDate));
    }

    #[test]
    fn knowing_more_about_the_person_never_makes_a_code_stronger(code in codes(), born in days()) {
        let nir = Nir::parse("2061275111005").unwrap();
        let known = assess(&code, Chooser { birth_date: Some(born), nir: Some(&nir) }).unwrap();
        prop_assert!(known.strength <= assess(&code, NOBODY).unwrap().strength);
    }
}
