//! Care as it usually goes: who gives it, what it costs, who is paid and when.

use insurance::reimbursement::MedicineClass;
use insurance::{ActKind, Cents};
use jiff::ToSpan;
use jiff::civil::Date;

use super::care::{Claim, Line};
use super::neighbourhood::Neighbourhood;
use super::prng::Prng;
use super::tariffs;

/// Kinds of care, as households use them.
#[derive(Clone, Copy)]
pub(super) enum Usual {
    Doctor,
    Paediatrician,
    Specialist,
    Pharmacy,
    Laboratory,
    Radiology,
    TechnicalAct,
    Dentist,
    Orthodontics,
    Midwife,
    Nurse,
    Physiotherapist,
    SpeechTherapist,
    Optician,
    Hearing,
    Hospital,
    Transport,
}

/// One such care for `person` from `date` on.
pub(super) fn claim(kind: Usual, person: usize, date: Date, near: &Neighbourhood, prng: &mut Prng) -> Claim {
    let line = |act, label: &str, provider: &str, cents| Line::care(person, act, label, provider, date, cents);
    let price = |prng: &mut Prng, low, high| tariffs::of_the_time(prng.between(low, high), date);
    let repaid = |lines, prng: &mut Prng| Claim::repaid(repayment_delay(prng), lines);
    let third_party = |lines, prng: &mut Prng| Claim::third_party(prng.between(2, 9), lines);
    match kind {
        Usual::Doctor => {
            let seen = line(ActKind::Consultation, "Consultation", &near.doctor, tariffs::doctor(date));
            if prng.percent(12) { third_party(vec![seen], prng) } else { repaid(vec![seen], prng) }
        }
        Usual::Paediatrician => {
            let tariff = tariffs::specialist(date);
            repaid(
                vec![line(ActKind::SpecialistConsultation, "Consultation pédiatre", &near.paediatrician, tariff)],
                prng,
            )
        }
        Usual::Specialist => {
            let [first, second, third] = &near.specialists;
            let (speciality, name) = prng.pick(&[first, second, third]).copied().unwrap_or(first);
            let tariff = tariffs::specialist(date);
            let paid = if prng.percent(35) { tariff + Cents::new(prng.between(2, 8) * 500) } else { tariff };
            let label = format!("Consultation {}", speciality.to_lowercase());
            let seen = line(ActKind::SpecialistConsultation, &label, name, tariff).paid(paid);
            repaid(vec![if prng.percent(8) { seen.outside_pathway() } else { seen }], prng)
        }
        Usual::Pharmacy => {
            let classes: &[_] = match prng.between(1, 10) {
                1..=5 => &[MedicineClass::Important],
                6..=8 => &[MedicineClass::Important, MedicineClass::Moderate],
                9 => &[MedicineClass::Important, MedicineClass::Moderate, MedicineClass::Low],
                _ => &[MedicineClass::Moderate],
            };
            let lines = classes.iter().map(|class| medicine(person, *class, date, near, prng)).collect();
            third_party(lines, prng)
        }
        Usual::Laboratory => {
            let analyses = line(ActKind::Biology, "Analyses médicales", &near.laboratory, price(prng, 1350, 6200));
            if prng.percent(85) { third_party(vec![analyses], prng) } else { repaid(vec![analyses], prng) }
        }
        Usual::Radiology => {
            let label = prng.pick(&["Radiographie", "Échographie", "Scanner"]).copied().unwrap_or("Radiographie");
            let image = line(ActKind::Radiology, label, &near.radiology, price(prng, 2700, 9800));
            if prng.percent(60) { third_party(vec![image], prng) } else { repaid(vec![image], prng) }
        }
        Usual::TechnicalAct => {
            let label = prng.pick(&["Électrocardiogramme", "Acte technique médical"]).copied().unwrap_or_default();
            repaid(vec![line(ActKind::TechnicalAct, label, &near.doctor, price(prng, 1426, 6500))], prng)
        }
        Usual::Dentist => {
            let seen = line(ActKind::Dental, "Consultation dentaire", &near.dentist, tariffs::dentist(date));
            let care = line(ActKind::Dental, "Soins dentaires", &near.dentist, price(prng, 2800, 8900));
            let crown = line(ActKind::Dental, "Couronne dentaire", &near.dentist, price(prng, 12_000, 12_000));
            match prng.between(1, 10) {
                1..=4 => repaid(vec![seen], prng),
                5..=9 => repaid(vec![seen, care], prng),
                _ => repaid(vec![crown.paid(price(prng, 44_000, 55_000))], prng),
            }
        }
        Usual::Orthodontics => {
            let tariff = price(prng, 19_350, 19_350);
            let half_year = line(ActKind::Dental, "Orthodontie, un semestre", &near.dentist, tariff);
            repaid(vec![half_year.paid(price(prng, 55_000, 78_000))], prng)
        }
        Usual::Midwife => repaid(
            vec![line(ActKind::Midwife, "Consultation sage-femme", &near.midwife, price(prng, 2650, 2650))],
            prng,
        ),
        Usual::Nurse => {
            // Two identical injections of one day are two acts.
            let injection = line(ActKind::Nursing, "Injection", &near.nurse, tariffs::nurse(1, date));
            let dressing = line(ActKind::Nursing, "Pansement", &near.nurse, tariffs::nurse(2, date));
            let lines = if prng.percent(40) { vec![injection.clone(), injection] } else { vec![dressing] };
            third_party(lines, prng)
        }
        Usual::Physiotherapist => {
            let lines = sessions(prng.between(2, 5), 2, date).map(|day| {
                let price = tariffs::physiotherapy(day);
                Line::care(
                    person,
                    ActKind::Physiotherapy,
                    "Séance de kinésithérapie",
                    &near.physiotherapist,
                    day,
                    price,
                )
            });
            repaid(lines.collect(), prng)
        }
        Usual::SpeechTherapist => {
            let lines = sessions(prng.between(2, 4), 7, date).map(|day| {
                let price = tariffs::of_the_time(3350, day);
                Line::care(
                    person,
                    ActKind::OtherParamedical,
                    "Séance d’orthophonie",
                    &near.speech_therapist,
                    day,
                    price,
                )
            });
            repaid(lines.collect(), prng)
        }
        Usual::Optician => {
            let glasses = line(ActKind::Optics, "Lunettes, monture et verres", &near.optician, price(prng, 3850, 9700));
            third_party(vec![glasses.paid(price(prng, 18_000, 42_000))], prng)
        }
        Usual::Hearing => {
            let device = line(ActKind::Hearing, "Aide auditive", &near.hearing, price(prng, 40_000, 40_000));
            repaid(vec![device.paid(price(prng, 95_000, 160_000))], prng)
        }
        Usual::Hospital => {
            let nights = prng.between(1, 6);
            let stay = line(
                ActKind::Hospital,
                "Séjour en établissement",
                &near.hospital,
                price(prng, 61_000 * nights, 84_000 * nights),
            );
            third_party(vec![Line { until: Some(date.saturating_add(nights.days())), ..stay }], prng)
        }
        Usual::Transport => {
            let trip = line(
                ActKind::Transport,
                "Transport assis professionnalisé",
                &near.ambulance,
                price(prng, 3400, 11_800),
            );
            third_party(vec![trip], prng)
        }
    }
}

/// With the card about a week; with a paper claim two to four.
fn repayment_delay(prng: &mut Prng) -> i64 {
    if prng.percent(12) { prng.between(15, 27) } else { prng.between(5, 8) }
}

fn medicine(person: usize, class: MedicineClass, date: Date, near: &Neighbourhood, prng: &mut Prng) -> Line {
    let label = match class {
        MedicineClass::Irreplaceable => "Médicaments irremplaçables",
        MedicineClass::Important => "Médicaments, vignette blanche",
        MedicineClass::Moderate => "Médicaments, vignette bleue",
        MedicineClass::Low => "Médicaments, vignette orange",
    };
    let boxes = prng.between(1, 3);
    let price = Cents::new(boxes * prng.between(190, 1450));
    let line = Line::care(person, ActKind::Medicine, label, &near.pharmacy, date, price);
    line.boxes(u32::try_from(boxes).unwrap_or(1), class)
}

fn sessions(count: i64, every: i64, from: Date) -> impl Iterator<Item = Date> {
    (0..count).map(move |session| from.saturating_add((session * every).days()))
}
