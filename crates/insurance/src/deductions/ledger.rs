//! One person's deductions over the years: fed care by care, it answers what is due for each.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::unit::{self, Unit};
use super::{Insured, yearly_cap};
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

/// What one person owes, act after act. Feed it in the order in which the caisse settles care, usually by date.
#[derive(Clone)]
pub struct Ledger {
    insured: Insured,
    years: BTreeMap<(DeductionKind, i16), Cents>,
    days: BTreeMap<(Unit, Date, String), Cents>,
}

impl Ledger {
    /// Nothing counted yet.
    pub fn new(insured: Insured) -> Self {
        Self { insured, years: BTreeMap::new(), days: BTreeMap::new() }
    }

    /// Counts an act of care, and says what is due for it; none when nothing is.
    pub fn add(&mut self, care: Care<'_>) -> Option<Due> {
        let unit = unit::of(care.act)?;
        if self.insured.is_exempt(care.date) {
            return None;
        }
        let kind = unit.kind();
        let price = parameters::amount(unit.price(), care.date)?.times(care.quantity);
        let year = self.years.entry((kind, care.date.year())).or_default();
        let left_in_year = yearly_cap(kind, care.date)? - *year;
        let provider = if unit.is_capped_by_provider() { care.provider } else { "" };
        let day = self.days.entry((unit, care.date, provider.to_owned())).or_default();
        let left_in_day = match unit.daily_cap() {
            Some(cap) => parameters::amount(cap, care.date)? - *day,
            None => price,
        };
        let amount = price.min(left_in_year).min(left_in_day);
        if amount <= Cents::ZERO {
            return None;
        }
        *year += amount;
        *day += amount;
        Some(Due { kind, amount })
    }

    /// What was due so far for care of a calendar year.
    pub fn due_in(&self, kind: DeductionKind, year: i16) -> Cents {
        self.years.get(&(kind, year)).copied().unwrap_or_default()
    }
}
