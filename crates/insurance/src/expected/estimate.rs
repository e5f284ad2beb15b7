//! What a refund should be: base × rate, less the flat contribution or the franchise.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::deductions::{Assessed, Assessor, Care, NotDue};
use crate::parameters::{self, Amount};
use crate::reimbursement::{self, Circumstances, reimbursed};
use crate::{ActKind, Cents, Rate};

/// Care that a person paid for.
#[derive(Clone, Copy, Debug)]
pub struct Paid<'a> {
    /// What kind.
    pub act: ActKind,
    /// The day of care.
    pub date: Date,
    /// Acts or boxes, 1 or more.
    pub quantity: u32,
    /// In all.
    pub paid: Cents,
    /// The base of reimbursement in all, where the member knows it.
    pub base: Option<Cents>,
    /// The professional: daily caps are counted for each.
    pub provider: &'a str,
}

/// Where the base of reimbursement is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// The member read it on the claim or the bill.
    Told,
    /// The tariff of that day for this kind of care.
    Tariff,
    /// Nothing better than the price is known: the refund is this at most.
    Price,
}

/// A refund and how it comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// The base of reimbursement.
    pub base: Cents,
    /// Where it is known from.
    pub base_from: Base,
    /// The rate.
    pub rate: Rate,
    /// Base × rate.
    pub reimbursed: Cents,
    /// What is taken from it; none when nothing is.
    pub taken: Option<Assessed>,
    /// Why nothing is taken; none when something is.
    pub not_taken: Option<NotDue>,
    /// `reimbursed` less what is taken; never negative.
    pub expected: Cents,
}

/// What to expect for care; none for a kind that is no care, and for a day before the rates begin. `assessor` has been
/// fed with the care of that person and year.
pub fn estimate(care: Paid<'_>, circumstances: Circumstances, assessor: &mut Assessor) -> Option<Estimate> {
    if !care.act.is_care() || care.quantity == 0 {
        return None;
    }
    let rate = reimbursement::rate(care.act, circumstances, care.date)?;
    let tariff = tariff(care.act, care.date).map(|one| one.times(care.quantity));
    let (base, base_from) = match (care.base, tariff) {
        (Some(base), _) => (base, Base::Told),
        (None, Some(tariff)) => (tariff, Base::Tariff),
        (None, None) => (care.paid, Base::Price),
    };
    // Nobody is repaid more than the price.
    let base = base.min(care.paid).max(Cents::ZERO);
    let reimbursed = reimbursed(base, rate);
    let Paid { act, date, quantity, provider, .. } = care;
    let assessed = assessor.assess(Care { act, date, quantity, provider });
    let taken = assessed.ok();
    let amount = taken.map(|taken| taken.amount).unwrap_or_default();
    Some(Estimate {
        base,
        base_from,
        rate,
        reimbursed,
        taken,
        not_taken: assessed.err(),
        expected: (reimbursed - amount).max(Cents::ZERO),
    })
}

/// The price of one act, where one price holds for nearly all of the kind.
fn tariff(act: ActKind, on: Date) -> Option<Cents> {
    match act {
        ActKind::Consultation => parameters::amount(Amount::GeneralPractitioner, on),
        ActKind::SpecialistConsultation => parameters::amount(Amount::Specialist, on),
        // A usual session is 7.5 units.
        ActKind::Physiotherapy => {
            parameters::amount(Amount::PhysiotherapyUnit, on).map(|unit| reimbursed(unit.times(10), Rate::percent(75)))
        }
        _ => None,
    }
}
