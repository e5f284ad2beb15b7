//! « 1 February 2026 », « 28 Nov 2026 », « 9:12 ».

use jiff::civil::{Date, Time};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const SHORT_MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// « 1 February 2026 ».
pub fn long(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date.month()), date.year())
}

/// « 28 Nov 2026 ».
pub fn short(date: Date) -> String {
    format!("{} {}", day_month(date), date.year())
}

/// « 28 Nov ».
pub fn day_month(date: Date) -> String {
    format!("{} {}", date.day(), short_month(date.month()))
}

/// « November 2026 ».
pub fn month_year(year: i16, number: i8) -> String {
    format!("{} {year}", month(number))
}

/// « November »; empty for a number that is no month.
pub fn month(number: i8) -> &'static str {
    super::named(&MONTHS, number)
}

/// « Nov »; empty for a number that is no month.
pub fn short_month(number: i8) -> &'static str {
    super::named(&SHORT_MONTHS, number)
}

/// « 9:12 », by 24 hours.
pub fn time(time: Time) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}
