//! What is counted: an act of a doctor, a box, an act of an auxiliary, a transport.

use serde::{Deserialize, Serialize};

use crate::parameters::Amount;
use crate::{ActKind, DeductionKind};

/// What a deduction is counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A visit to a doctor, or an act of a doctor, of radiology, of biology.
    DoctorAct,
    /// A box of medicine.
    Box,
    /// An act of a nurse, a physiotherapist, another auxiliary.
    ParamedicalAct,
    /// A medical transport.
    Transport,
}

pub(super) fn of(act: ActKind) -> Option<Unit> {
    match act {
        ActKind::Consultation
        | ActKind::SpecialistConsultation
        | ActKind::TechnicalAct
        | ActKind::Radiology
        | ActKind::Biology => Some(Unit::DoctorAct),
        ActKind::Medicine => Some(Unit::Box),
        ActKind::Nursing | ActKind::Physiotherapy | ActKind::OtherParamedical => Some(Unit::ParamedicalAct),
        ActKind::Transport => Some(Unit::Transport),
        ActKind::Dental
        | ActKind::Midwife
        | ActKind::Optics
        | ActKind::Hearing
        | ActKind::Equipment
        | ActKind::Hospital
        | ActKind::SicknessAllowance
        | ActKind::MaternityAllowance
        | ActKind::WorkAccidentAllowance
        | ActKind::InvalidityPension
        | ActKind::Annuity
        | ActKind::StatementEntry => None,
    }
}

impl Unit {
    /// Which of the two deductions.
    pub fn kind(self) -> DeductionKind {
        match self {
            Self::DoctorAct => DeductionKind::FlatContribution,
            Self::Box | Self::ParamedicalAct | Self::Transport => DeductionKind::Franchise,
        }
    }

    pub(super) fn price(self) -> Amount {
        match self {
            Self::DoctorAct => Amount::FlatContribution,
            Self::Box => Amount::FranchiseBox,
            Self::ParamedicalAct => Amount::FranchiseParamedicalAct,
            Self::Transport => Amount::FranchiseTransport,
        }
    }

    pub(super) fn daily_cap(self) -> Option<Amount> {
        match self {
            Self::DoctorAct => Some(Amount::FlatContributionDailyCap),
            Self::Box => None,
            Self::ParamedicalAct => Some(Amount::FranchiseParamedicalDailyCap),
            Self::Transport => Some(Amount::FranchiseTransportDailyCap),
        }
    }

    /// The flat contribution is capped for each professional or laboratory, the franchise for the day.
    pub(super) fn is_capped_by_provider(self) -> bool {
        self == Self::DoctorAct
    }
}
