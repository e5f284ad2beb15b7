//! What a day of leave is worth, and what is levied.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::parameters::{AllowanceRate, Amount, Days, allowance_rate, amount, days};
use crate::{Cents, Rate};

/// Why somebody is on leave, with the gross wages that decide what a day is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "for", rename_all = "snake_case")]
pub enum Wages {
    /// Sickness (CSS R. 323-4).
    Sickness {
        /// Gross wages of the three calendar months before the leave, together.
        three_months: Cents,
    },
    /// Work accident or occupational disease (CSS R. 433-4).
    WorkAccident {
        /// Gross wage of the calendar month before the leave.
        month: Cents,
    },
}

/// What a day is worth, and how that comes about: `base × rate`, at most `cap`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Daily {
    /// The gross daily wage, to the cent. For sickness the amount comes from the wage before this rounding.
    pub base: Cents,
    /// The part of it that is paid.
    pub rate: Rate,
    /// What that gives.
    pub uncapped: Cents,
    /// At most so much.
    pub cap: Cents,
    /// The allowance of a day, before levies.
    pub amount: Cents,
}

/// What is levied on an allowance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Levies {
    /// CSG.
    pub csg: Cents,
    /// CRDS.
    pub crds: Cents,
}

/// Days of three months, in hundredths (CSS R. 323-4).
const THREE_MONTHS: i64 = 9125;
/// Days of a month, in hundredths (CSS R. 433-4).
const MONTH: i64 = 3042;

impl Daily {
    /// Whether the cap decides.
    pub fn is_capped(&self) -> bool {
        self.uncapped > self.cap
    }

    fn of(base: Cents, rate: Rate, uncapped: Cents, cap: Cents) -> Self {
        Self { base, rate, uncapped, cap, amount: uncapped.min(cap) }
    }
}

impl Levies {
    /// All of them.
    pub fn sum(self) -> Cents {
        self.csg + self.crds
    }
}

/// What the day `on` of a leave that began on `began` is worth; none when the parameters of its first day are not known
/// here. The rules of the first day hold for the whole leave.
pub fn daily(wages: Wages, began: Date, on: Date) -> Option<Daily> {
    match wages {
        Wages::Sickness { three_months } => {
            let rate = allowance_rate(AllowanceRate::Sickness, began)?;
            let cap = amount(Amount::SicknessAllowanceCap, began)?;
            let uncapped = divided(three_months, 100 * i64::from(rate.get()), THREE_MONTHS * 10_000);
            Some(Daily::of(divided(three_months, 100, THREE_MONTHS), rate, uncapped, cap))
        }
        Wages::WorkAccident { month } => {
            let higher = i32::from(days(Days::HigherAllowance, began)?) - 1;
            let is_later = (on - began).get_days() >= higher;
            let thing = if is_later { AllowanceRate::WorkAccidentLater } else { AllowanceRate::WorkAccident };
            let rate = allowance_rate(thing, began)?;
            let base = divided(month, 100, MONTH);
            let cap = allowance_rate(AllowanceRate::NetDailyGain, began)?.of(base);
            Some(Daily::of(base, rate, rate.of(base), cap))
        }
    }
}

/// What is levied on an allowance of that day; none when the rates are not known here.
pub fn levies(gross: Cents, on: Date) -> Option<Levies> {
    let levy = |thing| allowance_rate(thing, on).map(|rate| rate.of(gross));
    Some(Levies { csg: levy(AllowanceRate::Csg)?, crds: levy(AllowanceRate::Crds)? })
}

/// `amount × times ÷ by`, half up; `by` is more than nothing.
fn divided(amount: Cents, times: i64, by: i64) -> Cents {
    let (exact, by) = (i128::from(amount.get()) * i128::from(times), i128::from(by));
    Cents::new(i64::try_from((2 * exact + by).div_euclid(2 * by)).unwrap_or(i64::MAX))
}
