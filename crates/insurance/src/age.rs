//! Ages, as the rules count them.

use jiff::civil::Date;

/// Full years on a day; 0 before birth. Somebody born on 29 February is a year older on 1 March of common years.
pub fn age_on(birth: Date, on: Date) -> u16 {
    let years = on.year() - birth.year();
    let before_birthday = (on.month(), on.day()) < (birth.month(), birth.day());
    u16::try_from(years - i16::from(before_birthday)).unwrap_or(0)
}

/// Under 18 on 1 January of the year: no flat contribution and no franchise in it (CSS L. 160-13, D. 160-9).
pub fn is_minor_on_1_january(birth: Date, year: i16) -> bool {
    Date::new(year, 1, 1).is_ok_and(|day| age_on(birth, day) < 18)
}
