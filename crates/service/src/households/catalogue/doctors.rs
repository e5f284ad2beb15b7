//! Doctors, and what they send people to.

use insurance::{ActKind, Cents};
use jiff::ToSpan;

use super::Visit;
use crate::households::care::{Claim, Line};
use crate::households::tariffs;

pub(super) fn doctor(mut visit: Visit<'_>) -> Claim {
    let tariff = tariffs::doctor(visit.date);
    let seen = visit.line(ActKind::Consultation, "Consultation", &visit.near.doctor, tariff);
    visit.often_third_party(12, seen)
}

pub(super) fn paediatrician(mut visit: Visit<'_>) -> Claim {
    let (tariff, name) = (tariffs::specialist(visit.date), &visit.near.paediatrician);
    let seen = visit.line(ActKind::SpecialistConsultation, "Consultation pédiatre", name, tariff);
    visit.repaid(vec![seen])
}

/// A third ask more than the tariff, and some people go without asking their doctor.
pub(super) fn specialist(mut visit: Visit<'_>) -> Claim {
    let specialists = &visit.near.specialists;
    let (speciality, name) = visit.prng.pick(specialists).unwrap_or(&specialists[0]);
    let tariff = tariffs::specialist(visit.date);
    let more = if visit.prng.percent(35) { visit.prng.between(2, 8) * 500 } else { 0 };
    let label = format!("Consultation {speciality}");
    let seen = visit.line(ActKind::SpecialistConsultation, &label, name, tariff).paid(tariff + Cents::new(more));
    let outside = visit.prng.percent(8);
    visit.repaid(vec![if outside { seen.outside_pathway() } else { seen }])
}

pub(super) fn technical_act(mut visit: Visit<'_>) -> Claim {
    let label = if visit.prng.percent(50) { "Électrocardiogramme" } else { "Acte technique médical" };
    let price = visit.price(1426, 6500);
    let act = visit.line(ActKind::TechnicalAct, label, &visit.near.doctor, price);
    visit.repaid(vec![act])
}

pub(super) fn laboratory(mut visit: Visit<'_>) -> Claim {
    let price = visit.price(1350, 6200);
    let analyses = visit.line(ActKind::Biology, "Analyses médicales", &visit.near.laboratory, price);
    visit.often_third_party(85, analyses)
}

pub(super) fn radiology(mut visit: Visit<'_>) -> Claim {
    let label = if visit.prng.percent(60) { "Radiographie" } else { "Échographie" };
    let price = visit.price(2700, 9800);
    let image = visit.line(ActKind::Radiology, label, &visit.near.radiology, price);
    visit.often_third_party(60, image)
}

pub(super) fn hospital(mut visit: Visit<'_>) -> Claim {
    let nights = visit.prng.between(1, 6);
    let price = visit.price(61_000 * nights, 84_000 * nights);
    let stay = visit.line(ActKind::Hospital, "Séjour en établissement", &visit.near.hospital, price);
    let until = Some(visit.date.saturating_add(nights.days()));
    visit.third_party(vec![Line { until, ..stay }])
}
