//! A person: names, number, cards, exemptions. The same in every account that holds them.

use insurance::deductions::{Exempt, Insured};
use insurance::{Nir, Rate, VitaleSerial, age_on};
use jiff::ToSpan;
use jiff::civil::Date;
use protocol::BeneficiaryId;
use protocol::profile::{Beneficiary, Ceam, Exemption, ExemptionReason, Vitale};

use super::Error;
use super::prng::Prng;

/// An invented person.
#[derive(Clone)]
pub(super) struct Person {
    pub(super) id: BeneficiaryId,
    pub(super) first_names: &'static str,
    pub(super) birth_name: &'static str,
    pub(super) usage_name: Option<&'static str>,
    pub(super) nir: Nir,
    pub(super) birth_date: Date,
    pub(super) birth_rank: u8,
    pub(super) exemption: Option<Exemption>,
    pub(super) exempt: Vec<Exempt>,
    pub(super) attending_doctor: Option<String>,
    pub(super) ceam: Option<Date>,
    pub(super) vitale: Option<Vitale>,
}

/// As the number says it.
#[derive(Clone, Copy)]
pub(super) enum Sex {
    Male,
    Female,
}

impl Person {
    /// Born at `place`: the five characters of a commune, or 99 and a country.
    pub(super) fn born(
        prng: &mut Prng,
        (first_names, birth_name): (&'static str, &'static str),
        sex: Sex,
        birth_date: Date,
        place: &str,
        today: Date,
    ) -> Result<Self, Error> {
        let sex = match sex {
            Sex::Male => 1,
            Sex::Female => 2,
        };
        // High order numbers: few real births have them.
        let (year, month, order) = (birth_date.year() % 100, birth_date.month(), prng.between(950, 997));
        let nir = Nir::parse(&format!("{sex}{year:02}{month:02}{place}{order:03}"))?;
        let vitale = match age_on(birth_date, today) {
            0..16 => None,
            _ => Some(Vitale {
                serial: VitaleSerial::parse(&format!("80250{}", prng.digits(16)))?.as_str().to_owned(),
                issued_on: today.saturating_sub(prng.between(200, 2000).days()),
            }),
        };
        let ceam = prng.percent(40).then(|| today.saturating_add(prng.between(-60, 700).days()));
        Ok(Self {
            id: BeneficiaryId::new(prng.id()),
            first_names,
            birth_name,
            usage_name: None,
            nir,
            birth_date,
            birth_rank: 1,
            exemption: None,
            exempt: Vec::new(),
            attending_doctor: None,
            ceam,
            vitale,
        })
    }

    /// The second of twins.
    pub(super) fn second_of_twins(self) -> Self {
        Self { birth_rank: 2, ..self }
    }

    pub(super) fn called(self, usage_name: &'static str) -> Self {
        Self { usage_name: Some(usage_name), ..self }
    }

    /// Without the ticket modérateur from a day on.
    pub(super) fn exempted(self, reason: ExemptionReason, from: Date, until: Option<Date>) -> Self {
        Self { exemption: Some(Exemption { reason, rate: Rate::FULL, from, until }), ..self }
    }

    pub(super) fn first_name(&self) -> &'static str {
        self.first_names.split(' ').next().unwrap_or(self.first_names)
    }

    pub(super) fn full_name(&self) -> String {
        format!("{} {}", self.first_name(), self.usage_name.unwrap_or(self.birth_name))
    }

    pub(super) fn age(&self, on: Date) -> u16 {
        age_on(self.birth_date, on)
    }

    /// The rate of the exemption, on a day that it covers. The local scheme has rates of its own, act by act.
    pub(super) fn exempt_rate(&self, on: Date) -> Option<Rate> {
        let exemption = self.exemption.as_ref().filter(|own| own.reason != ExemptionReason::AlsaceMoselle)?;
        (exemption.from <= on && exemption.until.is_none_or(|until| on <= until)).then_some(exemption.rate)
    }

    /// As far as deductions go.
    pub(super) fn insured(&self) -> Insured {
        Insured { birth_date: self.birth_date, exempt: self.exempt.clone() }
    }

    /// As the account shows them, with rights for the calendar year.
    pub(super) fn beneficiary(&self, rank: u8, today: Date) -> Beneficiary {
        Beneficiary {
            id: self.id.clone(),
            rank,
            first_name: self.first_names.to_owned(),
            birth_name: self.birth_name.to_owned(),
            usage_name: self.usage_name.map(str::to_owned),
            nir: Some(self.nir.with_key()),
            birth_date: self.birth_date,
            birth_rank: self.birth_rank,
            rights_from: today.first_of_year().max(self.birth_date),
            rights_until: Some(today.last_of_year()),
            exemption: self.exemption.clone(),
            attending_doctor: self.attending_doctor.clone(),
            ceam: self.ceam.map(|until| Ceam { until }),
            vitale: self.vitale.clone(),
        }
    }
}
