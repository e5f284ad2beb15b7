//! Spending and refunds over a period, by month or year, by person and by kind of care (P15).

use insurance::{ActKind, Cents};
use serde::{Deserialize, Serialize};

use crate::ids::BeneficiaryId;
use crate::payments::Person;

/// *Bridge.* What is to be drawn. All parts combine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartsRequest {
    /// Which months.
    pub period: ChartPeriod,
    /// None for the whole family.
    pub person: Option<BeneficiaryId>,
    /// None for every kind of care.
    pub act: Option<ActKind>,
}

/// *Bridge.* Whole calendar months, by the day of payment, as in the list of payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum ChartPeriod {
    /// This month and the ones before, so many in all: 1 to 24.
    LastMonths {
        /// 1 to 24.
        months: u16,
    },
    /// A calendar year.
    Year {
        /// 2026.
        year: i16,
    },
    /// All that is on this device.
    Everything,
}

/// *Bridge.* Sums of the period. Those of the whole family and of every kind are those of the list of payments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartsPage {
    /// Oldest first, without gaps.
    pub columns: Vec<Column>,
    /// Over all columns.
    pub totals: Sums,
    /// Each person's part of the kind chosen, the greatest refund first; persons without any left out.
    pub by_person: Vec<PersonSums>,
    /// Each kind's part of the person chosen, the greatest refund first; kinds without any left out.
    pub by_act: Vec<ActSums>,
    /// Every calendar year from the first payment to the last, newest first.
    pub years: Vec<i16>,
    /// Everyone with a payment or a right, for the choice.
    pub people: Vec<Person>,
    /// False until a first synchronisation was complete.
    pub fetched: bool,
}

/// *Bridge.* A month, or a calendar year of a long period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// 2026.
    pub year: i16,
    /// 1 to 12; none for the whole year.
    pub month: Option<i8>,
    /// Its sums.
    pub sums: Sums,
}

/// *Bridge.* What care cost, and what was paid for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    /// The price of the care that was repaid, whoever paid it; allowances and pensions cost nothing.
    pub spent: Cents,
    /// Transferred to the member, deductions taken off.
    pub received: Cents,
    /// Transferred to professionals and employers.
    pub to_others: Cents,
}

impl Sums {
    /// All that the insurance paid.
    pub fn refunded(self) -> Cents {
        self.received + self.to_others
    }

    /// Both together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            spent: self.spent + other.spent,
            received: self.received + other.received,
            to_others: self.to_others + other.to_others,
        }
    }
}

/// *Bridge.* A person's part. A payment for several persons is divided by whose care it repays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonSums {
    /// Whose; none for what no person is named for.
    pub person: Option<Person>,
    /// Their part.
    pub sums: Sums,
}

/// *Bridge.* A kind's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActSums {
    /// What kind; none for what no care is named for.
    pub act: Option<ActKind>,
    /// Its part.
    pub sums: Sums,
}
