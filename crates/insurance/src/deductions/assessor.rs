//! One person's deductions over the years: fed care by care, it says what is due for each, and why nothing is.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::unit::{self, Unit};
use super::{ExemptReason, Insured, yearly_cap};
use crate::{ActKind, Cents, DeductionKind, parameters};

/// An act of care, as far as deductions go.
#[derive(Clone, Copy, Debug)]
pub struct Care<'a> {
    /// What kind.
    pub act: ActKind,
    /// The day of care.
    pub date: Date,
    /// Acts or boxes.
    pub quantity: u32,
    /// The professional or laboratory: daily caps of the flat contribution are counted for each.
    pub provider: &'a str,
}

/// What is due for one act of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Flat contribution or franchise.
    pub kind: DeductionKind,
    /// More than nothing.
    pub amount: Cents,
}

/// How what is due for an act comes about: `price` × `quantity`, less what a cap lifts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessed {
    /// What is counted.
    pub unit: Unit,
    /// For one, on the day of care.
    pub price: Cents,
    /// How many.
    pub quantity: u32,
    /// What is due: more than nothing, never more than `price` × `quantity`.
    pub amount: Cents,
    /// The cap that was reached in the middle of it.
    pub cap: Option<Cap>,
}

/// What ends deductions, for a day or for a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cap {
    /// Of the day: for a professional or laboratory, for acts of auxiliaries, for transports.
    Day,
    /// Of the person and calendar year.
    Year,
}

/// Why nothing is due for an act of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotDue {
    /// This kind of care bears none.
    NotBorne,
    /// The deduction did not exist yet.
    TooEarly,
    /// Not for this person on that day.
    Exempt(ExemptReason),
    /// The cap was reached before.
    Capped(Cap),
}

/// What one person owes, act after act. Feed it in the order in which the caisse settles care, usually by date.
#[derive(Clone)]
pub struct Assessor {
    insured: Insured,
    years: BTreeMap<(DeductionKind, i16), Cents>,
    days: BTreeMap<(Unit, Date, String), Cents>,
}

impl Assessor {
    /// Nothing counted yet.
    pub fn new(insured: Insured) -> Self {
        Self { insured, years: BTreeMap::new(), days: BTreeMap::new() }
    }

    /// Counts an act of care, and says what is due for it; none when nothing is.
    pub fn add(&mut self, care: Care<'_>) -> Option<Due> {
        let assessed = self.assess(care).ok()?;
        Some(Due { kind: assessed.unit.kind(), amount: assessed.amount })
    }

    /// Counts an act of care, and says how what is due for it comes about.
    ///
    /// # Errors
    /// Why nothing is due.
    pub fn assess(&mut self, care: Care<'_>) -> Result<Assessed, NotDue> {
        let unit = unit::of(care.act).filter(|_| care.quantity > 0).ok_or(NotDue::NotBorne)?;
        let kind = unit.kind();
        let price = parameters::amount(unit.price(), care.date).ok_or(NotDue::TooEarly)?;
        if let Some(reason) = self.insured.exempt_reason(care.date) {
            return Err(NotDue::Exempt(reason));
        }
        let whole = price.times(care.quantity);
        let year = self.years.entry((kind, care.date.year())).or_default();
        let left_in_year = yearly_cap(kind, care.date).ok_or(NotDue::TooEarly)? - *year;
        let provider = if unit.is_capped_by_provider() { care.provider } else { "" };
        let day = self.days.entry((unit, care.date, provider.to_owned())).or_default();
        let left_in_day = match unit.daily_cap() {
            Some(cap) => parameters::amount(cap, care.date).ok_or(NotDue::TooEarly)? - *day,
            None => whole,
        };
        let (left, cap) = if left_in_year <= left_in_day { (left_in_year, Cap::Year) } else { (left_in_day, Cap::Day) };
        if left <= Cents::ZERO {
            return Err(NotDue::Capped(cap));
        }
        let amount = whole.min(left);
        *year += amount;
        *day += amount;
        Ok(Assessed { unit, price, quantity: care.quantity, amount, cap: (amount < whole).then_some(cap) })
    }

    /// What was due so far for care of a calendar year.
    pub fn due_in(&self, kind: DeductionKind, year: i16) -> Cents {
        self.years.get(&(kind, year)).copied().unwrap_or_default()
    }
}
