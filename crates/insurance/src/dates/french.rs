//! « 1er février 2026 », « 28 nov. 2026 », « 9 h 12 ».

use jiff::civil::{Date, Time};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

const SHORT_MONTHS: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

/// « 1er février 2026 ».
pub fn long(date: Date) -> String {
    format!("{} {} {}", day(date), month(date.month()), date.year())
}

/// « 28 nov. 2026 ».
pub fn short(date: Date) -> String {
    format!("{} {}", day_month(date), date.year())
}

/// « 28 nov. ».
pub fn day_month(date: Date) -> String {
    format!("{} {}", day(date), short_month(date.month()))
}

/// « novembre 2026 ».
pub fn month_year(year: i16, number: i8) -> String {
    format!("{} {year}", month(number))
}

/// « novembre »; empty for a number that is no month.
pub fn month(number: i8) -> &'static str {
    super::named(&MONTHS, number)
}

/// « nov. »; empty for a number that is no month.
pub fn short_month(number: i8) -> &'static str {
    super::named(&SHORT_MONTHS, number)
}

/// « 9 h 12 », with no-break spaces.
pub fn time(time: Time) -> String {
    format!("{}\u{a0}h\u{a0}{:02}", time.hour(), time.minute())
}

fn day(date: Date) -> String {
    if date.day() == 1 { "1er".to_owned() } else { date.day().to_string() }
}
