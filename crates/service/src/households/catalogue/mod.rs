//! Care as it usually goes: who gives it, what it costs, who is paid and when.

mod doctors;
mod goods;
mod hands;

use insurance::{ActKind, Cents};
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
    TechnicalAct,
    Laboratory,
    Radiology,
    Hospital,
    Dentist,
    Orthodontics,
    Midwife,
    Nurse,
    Physiotherapist,
    SpeechTherapist,
    Pharmacy,
    Optician,
    Hearing,
    Transport,
}

/// One such care for `person` from `date` on.
pub(super) fn claim(kind: Usual, person: usize, date: Date, near: &Neighbourhood, prng: &mut Prng) -> Claim {
    let visit = Visit { person, date, near, prng };
    match kind {
        Usual::Doctor => doctors::doctor(visit),
        Usual::Paediatrician => doctors::paediatrician(visit),
        Usual::Specialist => doctors::specialist(visit),
        Usual::TechnicalAct => doctors::technical_act(visit),
        Usual::Laboratory => doctors::laboratory(visit),
        Usual::Radiology => doctors::radiology(visit),
        Usual::Hospital => doctors::hospital(visit),
        Usual::Dentist => hands::dentist(visit),
        Usual::Orthodontics => hands::orthodontics(visit),
        Usual::Midwife => hands::midwife(visit),
        Usual::Nurse => hands::nurse(visit),
        Usual::Physiotherapist => hands::physiotherapist(visit),
        Usual::SpeechTherapist => hands::speech_therapist(visit),
        Usual::Pharmacy => goods::pharmacy(visit),
        Usual::Optician => goods::optician(visit),
        Usual::Hearing => goods::hearing(visit),
        Usual::Transport => goods::transport(visit),
    }
}

/// Who goes, when, and what chance decides.
struct Visit<'a> {
    person: usize,
    date: Date,
    near: &'a Neighbourhood,
    prng: &'a mut Prng,
}

impl Visit<'_> {
    fn line(&self, act: ActKind, label: &str, provider: &str, tariff: Cents) -> Line {
        Line::care(self.person, act, label, provider, self.date, tariff)
    }

    /// Between two amounts of today, as they were on that day.
    fn price(&mut self, low: i64, high: i64) -> Cents {
        tariffs::of_the_time(self.prng.between(low, high), self.date)
    }

    /// With the card about a week; with a paper claim two to four.
    fn repaid(&mut self, lines: Vec<Line>) -> Claim {
        let paper = self.prng.percent(12);
        Claim::repaid(if paper { self.prng.between(15, 27) } else { self.prng.between(5, 8) }, lines)
    }

    fn third_party(&mut self, lines: Vec<Line>) -> Claim {
        Claim::third_party(self.prng.between(2, 9), lines)
    }

    /// Without advance so many times in a hundred.
    fn often_third_party(&mut self, percent: i64, line: Line) -> Claim {
        if self.prng.percent(percent) { self.third_party(vec![line]) } else { self.repaid(vec![line]) }
    }
}
