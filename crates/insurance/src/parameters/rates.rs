//! Rates of reimbursement, by thing and day. A new decree is a new row; rows are never edited.

use jiff::civil::date;

use super::{Rated, Row};
use crate::Rate;

const CODE: &str = "CSS R. 160-5 and its earlier versions";
const DECREE_1993: &str = "décret 93-965 of 30 July 1993";
const LOCAL: &str = "CSS D. 325-1; régime local d’Alsace-Moselle";

pub(super) const GENERAL: &[Row<Rated, Rate>] = &[
    row(Rated::Doctor, (1967, 10, 1), 75, CODE),
    row(Rated::Doctor, (1993, 8, 1), 70, DECREE_1993),
    row(Rated::DoctorOutsidePathway, (2009, 1, 31), 30, "CSS L. 162-5-3; décision UNCAM"),
    row(Rated::Dentist, (1967, 10, 1), 75, CODE),
    row(Rated::Dentist, (1993, 8, 1), 70, DECREE_1993),
    row(Rated::Dentist, (2023, 10, 15), 60, "décision UNCAM of 2023; CSS R. 160-5"),
    row(Rated::Midwife, (1967, 10, 1), 75, CODE),
    row(Rated::Midwife, (1993, 8, 1), 70, DECREE_1993),
    row(Rated::Auxiliary, (1967, 10, 1), 65, CODE),
    row(Rated::Auxiliary, (1993, 8, 1), 60, DECREE_1993),
    row(Rated::Biology, (1967, 10, 1), 65, CODE),
    row(Rated::Biology, (1993, 8, 1), 60, DECREE_1993),
    row(Rated::MedicineIrreplaceable, (1967, 10, 1), 100, CODE),
    row(Rated::MedicineImportant, (1967, 10, 1), 70, CODE),
    row(Rated::MedicineImportant, (1993, 8, 1), 65, DECREE_1993),
    row(Rated::MedicineModerate, (1977, 7, 1), 40, CODE),
    row(Rated::MedicineModerate, (1993, 8, 1), 35, DECREE_1993),
    row(Rated::MedicineModerate, (2011, 5, 2), 30, "décret 2011-56 of 14 January 2011"),
    row(Rated::MedicineLow, (2010, 4, 16), 15, "décret 2010-6 of 5 January 2010"),
    row(Rated::Device, (1967, 10, 1), 70, CODE),
    row(Rated::Device, (1993, 8, 1), 65, DECREE_1993),
    row(Rated::Device, (2011, 5, 2), 60, "décret 2011-56 of 14 January 2011"),
    row(Rated::Hospital, (1967, 10, 1), 80, CODE),
    row(Rated::Transport, (1967, 10, 1), 70, CODE),
    row(Rated::Transport, (1993, 8, 1), 65, DECREE_1993),
    row(Rated::Transport, (2023, 8, 1), 55, "décision UNCAM of 2023; CSS R. 160-5"),
];

/// Where the local scheme of Bas-Rhin, Haut-Rhin and Moselle brings the rate to.
pub(super) const ALSACE_MOSELLE: &[Row<Rated, Rate>] = &[
    row(Rated::Doctor, (1992, 1, 1), 90, LOCAL),
    row(Rated::Dentist, (1992, 1, 1), 90, LOCAL),
    row(Rated::Midwife, (1992, 1, 1), 90, LOCAL),
    row(Rated::Auxiliary, (1992, 1, 1), 90, LOCAL),
    row(Rated::Biology, (1992, 1, 1), 90, LOCAL),
    row(Rated::MedicineImportant, (1992, 1, 1), 90, LOCAL),
    row(Rated::MedicineModerate, (1992, 1, 1), 90, LOCAL),
    row(Rated::MedicineModerate, (2006, 2, 1), 80, "decision of the local scheme, February 2006"),
    row(Rated::Device, (1992, 1, 1), 90, LOCAL),
    row(Rated::Hospital, (1992, 1, 1), 100, LOCAL),
    row(Rated::Transport, (1992, 1, 1), 100, LOCAL),
];

const fn row(thing: Rated, (year, month, day): (i16, i8, i8), percent: u8, source: &'static str) -> Row<Rated, Rate> {
    Row { thing, valid_from: date(year, month, day), value: Rate::percent(percent), source }
}
