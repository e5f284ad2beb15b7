//! Rates of daily allowances and of the levies on them, by thing and day. A new decree is a new row; rows are never
//! edited.

use jiff::civil::date;

use super::{AllowanceRate, Row};
use crate::Rate;

const CODE: &str = "CSS R. 323-5";
const ACCIDENT: &str = "CSS R. 433-1 to R. 433-4";

pub(super) const TABLE: &[Row<AllowanceRate, Rate>] = &[
    row(AllowanceRate::Sickness, (1985, 12, 21), 5000, CODE),
    row(AllowanceRate::WorkAccident, (1985, 12, 21), 6000, ACCIDENT),
    row(AllowanceRate::WorkAccidentLater, (1985, 12, 21), 8000, ACCIDENT),
    row(AllowanceRate::NetDailyGain, (2014, 3, 20), 7900, "CSS R. 433-4; arrêté of 10 March 2014: less 21 %"),
    row(AllowanceRate::Csg, (1998, 1, 1), 620, "CSS L. 136-8"),
    row(AllowanceRate::Crds, (1996, 2, 1), 50, "ordonnance 96-50, art. 14 and 19"),
];

const fn row(
    thing: AllowanceRate,
    (year, month, day): (i16, i8, i8),
    basis_points: u16,
    source: &'static str,
) -> Row<AllowanceRate, Rate> {
    Row { thing, valid_from: date(year, month, day), value: Rate::basis_points(basis_points), source }
}
