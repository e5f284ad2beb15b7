//! For whom nothing is due: under 18 on 1 January, pregnancy, C2S, AME. An ALD does not exempt.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::is_minor_on_1_january;

/// A person, as far as deductions go.
#[derive(Clone)]
pub struct Insured {
    /// Date of birth.
    pub birth_date: Date,
    /// Periods without deductions.
    pub exempt: Vec<Exempt>,
}

/// A period without deductions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exempt {
    /// Why.
    pub reason: ExemptReason,
    /// First day.
    pub from: Date,
    /// Last day; none for open-ended.
    pub until: Option<Date>,
}

/// Why nothing is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExemptReason {
    /// Under 18 on 1 January: known by the birth date, for the whole year.
    Minor,
    /// From the 1st day of the 6th month to 12 days after birth; see [`pregnancy`].
    Pregnancy,
    /// Complémentaire santé solidaire.
    C2s,
    /// Aide médicale de l’État.
    Ame,
}

impl Insured {
    /// Why nothing is due from this person for care of this day; none when something may be.
    pub fn exempt_reason(&self, on: Date) -> Option<ExemptReason> {
        if is_minor_on_1_january(self.birth_date, on.year()) {
            return Some(ExemptReason::Minor);
        }
        self.exempt.iter().find(|period| period.covers(on)).map(|period| period.reason)
    }
}

impl Exempt {
    fn covers(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on <= until)
    }
}

/// The exempt period of a pregnancy: from the 1st day of its 6th month, to 12 days after birth, known or expected.
pub fn pregnancy(began: Date, birth: Date) -> Exempt {
    Exempt {
        reason: ExemptReason::Pregnancy,
        from: began.saturating_add(5.months()),
        until: Some(birth.saturating_add(12.days())),
    }
}
