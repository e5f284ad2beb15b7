//! Kinds of care, and of deduction.

use serde::{Deserialize, Serialize};

/// What kind of care, or of allowance, a line of a payment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActKind {
    /// General practitioner.
    Consultation,
    /// Specialist.
    SpecialistConsultation,
    /// Technical act of a doctor.
    TechnicalAct,
    /// Dentist.
    Dental,
    /// Midwife.
    Midwife,
    /// Nurse.
    Nursing,
    /// Physiotherapist.
    Physiotherapy,
    /// Speech therapist, orthoptist, chiropodist.
    OtherParamedical,
    /// A box of medicine.
    Medicine,
    /// Medical biology.
    Biology,
    /// Radiology.
    Radiology,
    /// Glasses and lenses.
    Optics,
    /// Hearing aids.
    Hearing,
    /// Other devices.
    Equipment,
    /// Stay in hospital.
    Hospital,
    /// Medical transport.
    Transport,
    /// Daily allowances, sickness.
    SicknessAllowance,
    /// Daily allowances, maternity and paternity.
    MaternityAllowance,
    /// Daily allowances, work accident or occupational disease.
    WorkAccidentAllowance,
    /// Invalidity pension.
    InvalidityPension,
    /// Annuity for a work accident.
    Annuity,
    /// A regularisation on the statement.
    StatementEntry,
}

impl ActKind {
    /// Every kind.
    pub const ALL: [Self; 22] = [
        Self::Consultation,
        Self::SpecialistConsultation,
        Self::TechnicalAct,
        Self::Dental,
        Self::Midwife,
        Self::Nursing,
        Self::Physiotherapy,
        Self::OtherParamedical,
        Self::Medicine,
        Self::Biology,
        Self::Radiology,
        Self::Optics,
        Self::Hearing,
        Self::Equipment,
        Self::Hospital,
        Self::Transport,
        Self::SicknessAllowance,
        Self::MaternityAllowance,
        Self::WorkAccidentAllowance,
        Self::InvalidityPension,
        Self::Annuity,
        Self::StatementEntry,
    ];

    /// Whether it is care that somebody pays a price for; an allowance, a pension or an entry is not.
    pub fn is_care(self) -> bool {
        !matches!(
            self,
            Self::SicknessAllowance
                | Self::MaternityAllowance
                | Self::WorkAccidentAllowance
                | Self::InvalidityPension
                | Self::Annuity
                | Self::StatementEntry
        )
    }
}

/// What is taken from a reimbursement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeductionKind {
    /// « Participation forfaitaire ».
    FlatContribution,
    /// « Franchise médicale ».
    Franchise,
}
