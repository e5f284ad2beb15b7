//! What care costs on a day: the dated table of `insurance` where it knows, likely amounts elsewhere.

use insurance::Cents;
use insurance::parameters::{self, Amount};
use jiff::civil::Date;

/// A general practitioner. Before the table: francs of those years, in euro.
pub(super) fn doctor(on: Date) -> Cents {
    known(Amount::GeneralPractitioner, on, &[(1986, 1143), (1990, 1372), (1995, 1677), (1998, 1753)])
}

/// A specialist.
pub(super) fn specialist(on: Date) -> Cents {
    known(Amount::Specialist, on, &[(1986, 1601), (1990, 1906), (1995, 2287), (2004, 2500)])
}

/// A dentist's consultation.
pub(super) fn dentist(on: Date) -> Cents {
    known(Amount::Dentist, on, &[(1986, 1220), (1995, 1829), (2004, 2100)])
}

/// So many AMI of a nurse.
pub(super) fn nurse(units: u32, on: Date) -> Cents {
    known(Amount::NurseUnit, on, &[(1986, 213), (1993, 244), (2002, 290)]).times(units)
}

/// A usual session of a physiotherapist, AMS 7.5.
pub(super) fn physiotherapy(on: Date) -> Cents {
    let unit = known(Amount::PhysiotherapyUnit, on, &[(1986, 168), (1993, 191), (2000, 204)]);
    Cents::new((unit.get() * 15 + 1) / 2)
}

/// An amount of today, as much less as it was in those years.
pub(super) fn of_the_time(today: i64, on: Date) -> Cents {
    let percent = (60 + i64::from(on.year() - 1986)).clamp(60, 100);
    Cents::new(today * percent / 100)
}

fn known(amount: Amount, on: Date, before: &[(i16, i64)]) -> Cents {
    parameters::amount(amount, on).unwrap_or_else(|| {
        let row = before.iter().rev().find(|(year, _)| *year <= on.year()).or(before.first());
        row.map_or(Cents::ZERO, |(_, cents)| Cents::new(*cents))
    })
}
