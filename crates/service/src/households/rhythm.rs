//! The ordinary life of a household: some months nothing, most months some care, by the age of its persons.

use jiff::ToSpan;
use jiff::civil::Date;

use super::care::Claim;
use super::catalogue::{self, Usual};
use super::neighbourhood::Neighbourhood;
use super::person::Person;
use super::prng::Prng;

/// How much care a household has.
#[derive(Clone, Copy)]
pub(super) enum Pace {
    /// 1 to 3 a month, a fifth of the months nothing.
    Light,
    /// 2 to 6, a tenth nothing.
    Usual,
    /// 4 to 8, every month.
    Frequent,
    /// 29 to 35, every month: for scale.
    Constant,
}

impl Pace {
    fn in_a_month(self, prng: &mut Prng) -> i64 {
        let (nothing, low, high) = match self {
            Self::Light => (20, 1, 3),
            Self::Usual => (10, 2, 6),
            Self::Frequent => (0, 4, 8),
            Self::Constant => (0, 29, 35),
        };
        if prng.percent(nothing) { 0 } else { prng.between(low, high) }
    }
}

/// Care from the first of a month on, up to the day before `until`.
pub(super) fn claims(
    people: &[Person],
    near: &Neighbourhood,
    from: Date,
    until: Date,
    pace: Pace,
    prng: &mut Prng,
) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut month = from.first_of_month();
    while month < until {
        for _ in 0..pace.in_a_month(prng) {
            let date = month.saturating_add((prng.between(1, i64::from(month.days_in_month())) - 1).days());
            let person = usize::try_from(prng.between(0, people.len() as i64 - 1)).unwrap_or(0);
            let Some(age) = people.get(person).filter(|p| p.birth_date <= date).map(|p| p.age(date)) else { continue };
            let Some(kind) = prng.weighted(usual_at(age)) else { continue };
            let claim = catalogue::claim(kind, person, date, near, prng);
            if from <= date && date < until {
                claims.push(claim);
            }
        }
        month = month.saturating_add(1.month());
    }
    claims
}

fn usual_at(age: u16) -> &'static [(i64, Usual)] {
    match age {
        0..6 => &[
            (34, Usual::Pharmacy),
            (22, Usual::Paediatrician),
            (24, Usual::Doctor),
            (6, Usual::Laboratory),
            (5, Usual::Physiotherapist),
            (4, Usual::Radiology),
            (5, Usual::Specialist),
        ],
        6..18 => &[
            (34, Usual::Pharmacy),
            (30, Usual::Doctor),
            (9, Usual::Dentist),
            (5, Usual::Orthodontics),
            (8, Usual::SpeechTherapist),
            (4, Usual::Optician),
            (4, Usual::Radiology),
            (6, Usual::Specialist),
        ],
        18..60 => &[
            (30, Usual::Pharmacy),
            (26, Usual::Doctor),
            (12, Usual::Specialist),
            (10, Usual::Laboratory),
            (6, Usual::Dentist),
            (5, Usual::Physiotherapist),
            (4, Usual::Radiology),
            (3, Usual::Nurse),
            (2, Usual::Optician),
            (1, Usual::TechnicalAct),
            (1, Usual::Hospital),
        ],
        _ => &[
            (34, Usual::Pharmacy),
            (19, Usual::Doctor),
            (11, Usual::Specialist),
            (11, Usual::Laboratory),
            (10, Usual::Nurse),
            (5, Usual::Physiotherapist),
            (3, Usual::Radiology),
            (2, Usual::TechnicalAct),
            (2, Usual::Transport),
            (1, Usual::Hearing),
            (1, Usual::Hospital),
            (1, Usual::Optician),
        ],
    }
}
