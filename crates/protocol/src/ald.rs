//! Long-term illnesses (P13). Confidential: nothing of them is in any answer but the one that the member asks for.

use insurance::ald::{AldKind, Cover};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{AldId, BeneficiaryId};

/// *Wire.* A long-term illness with its cover.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ald {
    /// Opaque.
    pub id: AldId,
    /// Whose.
    pub beneficiary: BeneficiaryId,
    /// 30, 31 or 32.
    pub kind: AldKind,
    /// The illness, in French.
    pub illness: String,
    /// First day covered.
    pub from: Date,
    /// Last day covered.
    pub until: Date,
}

/// *Bridge.* What there is to say, once the member asked for it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AldPage {
    /// By person, then by first day.
    pub illnesses: Vec<AldView>,
    /// Today on the device.
    pub today: Date,
    /// False until a first synchronisation was complete.
    pub fetched: bool,
}

/// *Bridge.* A long-term illness as of today.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AldView {
    /// As received.
    pub ald: Ald,
    /// Name of the person.
    pub name: String,
    /// Where the cover stands.
    pub cover: Cover,
    /// From then on the renewal is to be asked for.
    pub renew_from: Date,
}
