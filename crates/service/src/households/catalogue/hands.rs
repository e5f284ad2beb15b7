//! Dentists, midwives, nurses, and those whom one sees again and again.

use insurance::ActKind;
use jiff::ToSpan;
use jiff::civil::Date;

use super::Visit;
use crate::households::care::{Claim, Line};
use crate::households::tariffs;

/// A consultation, often with care; now and then a crown, far above its tariff.
pub(super) fn dentist(mut visit: Visit<'_>) -> Claim {
    let name = &visit.near.dentist;
    let seen = visit.line(ActKind::Dental, "Consultation dentaire", name, tariffs::dentist(visit.date));
    match visit.prng.between(1, 10) {
        1..=4 => visit.repaid(vec![seen]),
        5..=9 => {
            let price = visit.price(2800, 8900);
            let care = visit.line(ActKind::Dental, "Soins dentaires", name, price);
            visit.repaid(vec![seen, care])
        }
        _ => {
            let (tariff, paid) = (visit.price(12_000, 12_000), visit.price(44_000, 55_000));
            let crown = visit.line(ActKind::Dental, "Couronne dentaire", name, tariff).paid(paid);
            visit.repaid(vec![crown])
        }
    }
}

pub(super) fn orthodontics(mut visit: Visit<'_>) -> Claim {
    let (tariff, paid) = (visit.price(19_350, 19_350), visit.price(55_000, 78_000));
    let half_year = visit.line(ActKind::Dental, "Orthodontie, un semestre", &visit.near.dentist, tariff).paid(paid);
    visit.repaid(vec![half_year])
}

pub(super) fn midwife(mut visit: Visit<'_>) -> Claim {
    let tariff = visit.price(2650, 2650);
    let seen = visit.line(ActKind::Midwife, "Consultation sage-femme", &visit.near.midwife, tariff);
    visit.repaid(vec![seen])
}

/// Two identical injections of one day are two acts.
pub(super) fn nurse(mut visit: Visit<'_>) -> Claim {
    let (date, name) = (visit.date, &visit.near.nurse);
    let injection = visit.line(ActKind::Nursing, "Injection", name, tariffs::nurse(1, date));
    let dressing = visit.line(ActKind::Nursing, "Pansement", name, tariffs::nurse(2, date));
    let injections = visit.prng.percent(40);
    visit.third_party(if injections { vec![injection.clone(), injection] } else { vec![dressing] })
}

pub(super) fn physiotherapist(mut visit: Visit<'_>) -> Claim {
    let (person, name) = (visit.person, &visit.near.physiotherapist);
    let lines = sessions(visit.prng.between(2, 5), 2, visit.date).map(|day| {
        let tariff = tariffs::physiotherapy(day);
        Line::care(person, ActKind::Physiotherapy, "Séance de kinésithérapie", name, day, tariff)
    });
    visit.repaid(lines.collect())
}

pub(super) fn speech_therapist(mut visit: Visit<'_>) -> Claim {
    let (person, name) = (visit.person, &visit.near.speech_therapist);
    let lines = sessions(visit.prng.between(2, 4), 7, visit.date).map(|day| {
        let tariff = tariffs::of_the_time(3350, day);
        Line::care(person, ActKind::OtherParamedical, "Séance d’orthophonie", name, day, tariff)
    });
    visit.repaid(lines.collect())
}

fn sessions(count: i64, every: i64, from: Date) -> impl Iterator<Item = Date> {
    (0..count).map(move |session| from.saturating_add((session * every).days()))
}
