//! What the insurance reimburses for a line of care, before deductions; and what a payment comes to.

use jiff::civil::Date;

use crate::parameters::{self, Rated, Scheme};
use crate::{ActKind, Cents, Rate};

/// What, besides the kind of care and the day, decides the rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// By way of the attending doctor, or not; doctors only.
    pub pathway: Pathway,
    /// The scheme that pays.
    pub scheme: Scheme,
    /// The class of the medicine; medicines only.
    pub medicine: MedicineClass,
    /// The rate of an exemption that covers this care (ALD, maternity, work accident…).
    pub exemption: Option<Rate>,
}

/// Whether the care came by way of the attending doctor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pathway {
    /// It did, or need not (gynaecologist, emergency…).
    #[default]
    Inside,
    /// It did not.
    Outside,
}

/// Class of a medicine, by the benefit that it brings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MedicineClass {
    /// Irreplaceable and costly: 100 %.
    Irreplaceable,
    /// 65 %.
    #[default]
    Important,
    /// 30 %.
    Moderate,
    /// 15 %.
    Low,
}

/// The rate for an act of care on a day; 100 % for allowances and pensions; none before the table begins. An exemption
/// never lowers the rate, and does not lift the penalty of care outside the pathway.
pub fn rate(act: ActKind, circumstances: Circumstances, on: Date) -> Option<Rate> {
    let Some(rated) = rated(act, circumstances) else { return Some(Rate::FULL) };
    let rate = parameters::rate(rated, circumstances.scheme, on)?;
    match circumstances.exemption {
        Some(exempt) if rated != Rated::DoctorOutsidePathway => Some(rate.max(exempt)),
        _ => Some(rate),
    }
}

/// Base × rate, to the cent, halves up.
pub fn reimbursed(base: Cents, rate: Rate) -> Cents {
    rate.of(base)
}

/// What is transferred: the sum of the lines less the deductions. None when it would be negative, which no payment is.
pub fn payment_amount(
    reimbursed: impl IntoIterator<Item = Cents>,
    deducted: impl IntoIterator<Item = Cents>,
) -> Option<Cents> {
    let amount = reimbursed.into_iter().sum::<Cents>() - deducted.into_iter().sum::<Cents>();
    (amount >= Cents::ZERO).then_some(amount)
}

fn rated(act: ActKind, circumstances: Circumstances) -> Option<Rated> {
    match act {
        ActKind::Consultation | ActKind::SpecialistConsultation | ActKind::TechnicalAct | ActKind::Radiology => {
            Some(match circumstances.pathway {
                Pathway::Inside => Rated::Doctor,
                Pathway::Outside => Rated::DoctorOutsidePathway,
            })
        }
        ActKind::Dental => Some(Rated::Dentist),
        ActKind::Midwife => Some(Rated::Midwife),
        ActKind::Nursing | ActKind::Physiotherapy | ActKind::OtherParamedical => Some(Rated::Auxiliary),
        ActKind::Biology => Some(Rated::Biology),
        ActKind::Medicine => Some(match circumstances.medicine {
            MedicineClass::Irreplaceable => Rated::MedicineIrreplaceable,
            MedicineClass::Important => Rated::MedicineImportant,
            MedicineClass::Moderate => Rated::MedicineModerate,
            MedicineClass::Low => Rated::MedicineLow,
        }),
        ActKind::Optics | ActKind::Hearing | ActKind::Equipment => Some(Rated::Device),
        ActKind::Hospital => Some(Rated::Hospital),
        ActKind::Transport => Some(Rated::Transport),
        ActKind::SicknessAllowance
        | ActKind::MaternityAllowance
        | ActKind::WorkAccidentAllowance
        | ActKind::InvalidityPension
        | ActKind::Annuity
        | ActKind::StatementEntry => None,
    }
}
