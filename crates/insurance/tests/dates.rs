//! Dates in words and figures, and ages.

use insurance::dates::{self, english, french};
use insurance::{age_on, is_minor_on_1_january};
use jiff::civil::{Date, date, time};
use proptest::prelude::*;

#[test]
fn writes_french_dates() {
    assert_eq!(french::long(date(2026, 2, 1)), "1er février 2026");
    assert_eq!(french::long(date(2026, 8, 28)), "28 août 2026");
    assert_eq!(french::short(date(2026, 11, 28)), "28 nov. 2026");
    assert_eq!(french::day_month(date(2026, 9, 8)), "8 sept.");
    assert_eq!(french::month_year(2026, 11), "novembre 2026");
    assert_eq!(french::time(time(9, 12, 0, 0)), "9\u{a0}h\u{a0}12");
    assert_eq!(french::month(13), "");
    assert_eq!(dates::numeric(date(2026, 11, 28)), "28/11/2026");
}

#[test]
fn writes_english_dates() {
    assert_eq!(english::long(date(2026, 2, 1)), "1 February 2026");
    assert_eq!(english::short(date(2026, 11, 28)), "28 Nov 2026");
    assert_eq!(english::month_year(2026, 11), "November 2026");
    assert_eq!(english::time(time(21, 5, 0, 0)), "21:05");
}

#[test]
fn reads_28_09_there_and_back() {
    let birthday = dates::parse("28/09/1984").unwrap();
    assert_eq!(birthday, date(1984, 9, 28));
    assert_eq!(dates::numeric(birthday), "28/09/1984");
    assert_eq!(dates::parse("1.9.1984"), Ok(date(1984, 9, 1)));
}

#[test]
fn refuses_what_is_no_day() {
    for text in
        ["", "31/02/2026", "00/01/2026", "28/13/2026", "2026/09/28", "28/09/84", "28/09", "+1/09/2026", "28//2026"]
    {
        assert!(dates::parse(text).is_err(), "{text}");
    }
}

#[test]
fn counts_full_years() {
    assert_eq!(age_on(date(2008, 11, 21), date(2026, 11, 20)), 17);
    assert_eq!(age_on(date(2008, 11, 20), date(2026, 11, 20)), 18);
    assert_eq!(age_on(date(2008, 2, 29), date(2026, 2, 28)), 17);
    assert_eq!(age_on(date(2027, 1, 1), date(2026, 1, 1)), 0);
}

#[test]
fn counts_as_a_minor_all_the_year_of_the_18th_birthday() {
    assert!(is_minor_on_1_january(date(2008, 1, 2), 2026));
    assert!(!is_minor_on_1_january(date(2008, 1, 1), 2026));
}

fn days() -> impl Strategy<Value = Date> {
    (1000..=9999_i16, 1..=12_i8, 1..=31_i8).prop_filter_map("no such day", |(y, m, d)| Date::new(y, m, d).ok())
}

proptest! {
    #[test]
    fn reads_back_every_day(day in days()) {
        prop_assert_eq!(dates::parse(&dates::numeric(day)), Ok(day));
    }

    #[test]
    fn never_panics(text in any::<String>()) {
        let _ = dates::parse(&text);
    }
}
