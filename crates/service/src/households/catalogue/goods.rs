//! Medicines, glasses, hearing aids, transport.

use insurance::reimbursement::MedicineClass;
use insurance::{ActKind, Cents};

use super::Visit;
use crate::households::care::{Claim, Line};

/// One to three classes of medicine; the pharmacy is paid.
pub(super) fn pharmacy(mut visit: Visit<'_>) -> Claim {
    let classes: &[_] = match visit.prng.between(1, 10) {
        1..=5 => &[MedicineClass::Important],
        6..=8 => &[MedicineClass::Important, MedicineClass::Moderate],
        9 => &[MedicineClass::Important, MedicineClass::Moderate, MedicineClass::Low],
        _ => &[MedicineClass::Moderate],
    };
    let lines = classes.iter().map(|class| medicine(&mut visit, *class)).collect();
    visit.third_party(lines)
}

pub(super) fn optician(mut visit: Visit<'_>) -> Claim {
    let (tariff, paid) = (visit.price(3850, 9700), visit.price(18_000, 42_000));
    let glasses = visit.line(ActKind::Optics, "Lunettes, monture et verres", &visit.near.optician, tariff).paid(paid);
    visit.third_party(vec![glasses])
}

pub(super) fn hearing(mut visit: Visit<'_>) -> Claim {
    let (tariff, paid) = (visit.price(40_000, 40_000), visit.price(95_000, 160_000));
    let aid = visit.line(ActKind::Hearing, "Aide auditive", &visit.near.hearing, tariff).paid(paid);
    visit.repaid(vec![aid])
}

pub(super) fn transport(mut visit: Visit<'_>) -> Claim {
    let price = visit.price(3400, 11_800);
    let trip = visit.line(ActKind::Transport, "Transport assis professionnalisé", &visit.near.ambulance, price);
    visit.third_party(vec![trip])
}

fn medicine(visit: &mut Visit<'_>, class: MedicineClass) -> Line {
    let label = match class {
        MedicineClass::Irreplaceable => "Médicaments irremplaçables",
        MedicineClass::Important => "Médicaments, vignette blanche",
        MedicineClass::Moderate => "Médicaments, vignette bleue",
        MedicineClass::Low => "Médicaments, vignette orange",
    };
    let boxes = visit.prng.between(1, 3);
    let price = Cents::new(boxes * visit.prng.between(190, 1450));
    let line = visit.line(ActKind::Medicine, label, &visit.near.pharmacy, price);
    line.boxes(u32::try_from(boxes).unwrap_or(1), class)
}
