//! Flat contribution and medical franchise: what is due for which care, within daily and yearly caps, and for whom
//! nothing is. Sources: CSS L. 160-13, D. 160-6 to D. 160-12.

mod assessor;
mod exemption;
mod unit;
mod waiting;

pub use assessor::{Assessed, Assessor, Cap, Care, Due, NotDue};
pub use exemption::{Exempt, ExemptReason, Insured, pregnancy};
pub use unit::Unit;
pub use waiting::{Taken, Waiting};

use jiff::civil::Date;

use crate::parameters::{self, Amount};
use crate::{ActKind, Cents, DeductionKind};

/// What this kind of care bears; none for dentists, midwives, hospital stays, devices and allowances.
pub fn borne_by(act: ActKind) -> Option<DeductionKind> {
    unit::of(act).map(unit::Unit::kind)
}

/// The cap of a person and calendar year, as on a day of it; none before the deduction existed.
pub fn yearly_cap(kind: DeductionKind, on: Date) -> Option<Cents> {
    let cap = match kind {
        DeductionKind::FlatContribution => Amount::FlatContributionYearlyCap,
        DeductionKind::Franchise => Amount::FranchiseYearlyCap,
    };
    parameters::amount(cap, on)
}
