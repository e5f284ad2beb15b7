//! Numbers of days, by thing and day. A new decree is a new row; rows are never edited.

use jiff::civil::date;

use super::{Days, Row};

pub(super) const TABLE: &[Row<Days, u16>] = &[
    row(Days::Waiting, (1985, 12, 21), 3, "CSS R. 323-1"),
    row(Days::MostPaid, (1985, 12, 21), 360, "CSS R. 323-1, 2°"),
    row(Days::Instalment, (1985, 12, 21), 14, "practice of the caisses"),
    row(Days::HigherAllowance, (1985, 12, 21), 29, "CSS R. 433-3"),
    of_2019(Days::Reservations, 10, "décret 2019-356; CSS R. 441-6"),
    of_2019(Days::AccidentDecision, 30, "décret 2019-356; CSS R. 441-7"),
    of_2019(Days::AccidentQuestionnaire, 20, "décret 2019-356; CSS R. 441-8 I"),
    of_2019(Days::AccidentReading, 70, "décret 2019-356; CSS R. 441-8 II"),
    of_2019(Days::AccidentInvestigation, 90, "décret 2019-356; CSS R. 441-8 I"),
    of_2019(Days::Comments, 10, "décret 2019-356; CSS R. 441-8 II, R. 461-9 III"),
    of_2019(Days::DiseaseQuestionnaire, 30, "décret 2019-356; CSS R. 461-9 II"),
    of_2019(Days::DiseaseReading, 100, "décret 2019-356; CSS R. 461-9 III"),
    of_2019(Days::DiseaseDecision, 120, "décret 2019-356; CSS R. 461-9 I"),
    of_2019(Days::CommitteeAdditions, 30, "décret 2019-356; CSS R. 461-10"),
    of_2019(Days::CommitteeReading, 40, "décret 2019-356; CSS R. 461-10"),
    of_2019(Days::CommitteeDecision, 120, "décret 2019-356; CSS R. 461-10"),
];

/// In force for accidents and diseases declared from 1 December 2019 on.
const fn of_2019(thing: Days, days: u16, source: &'static str) -> Row<Days, u16> {
    row(thing, (2019, 12, 1), days, source)
}

const fn row(thing: Days, (year, month, day): (i16, i8, i8), value: u16, source: &'static str) -> Row<Days, u16> {
    Row { thing, valid_from: date(year, month, day), value, source }
}
