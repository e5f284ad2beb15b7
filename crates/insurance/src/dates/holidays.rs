//! French public holidays (Code du travail L. 3133-1); the local ones of Alsace-Moselle and overseas are not counted.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Month and day of those that do not move.
const FIXED: [(i8, i8); 8] = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
/// Days after Easter Sunday: Easter Monday, Ascension, Whit Monday.
const MOVABLE: [i32; 3] = [1, 39, 50];

/// Whether a day is a public holiday.
pub fn is_holiday(day: Date) -> bool {
    let movable = |days: &i32| easter(day.year()).is_some_and(|sunday| sunday.saturating_add(days.days()) == day);
    FIXED.contains(&(day.month(), day.day())) || MOVABLE.iter().any(movable)
}

/// So many days later, Sundays and holidays not counted.
pub fn days_without_sundays(event: Date, days: u16) -> Date {
    let mut day = event;
    for _ in 0..days {
        day = day.saturating_add(1.days());
        while day < Date::MAX && (day.weekday() == Weekday::Sunday || is_holiday(day)) {
            day = day.saturating_add(1.days());
        }
    }
    day
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}
