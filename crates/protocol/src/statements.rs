//! Monthly and annual statements, made on the device from its payments (P4, P5).

use insurance::Cents;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The official account shows so many months of statements.
pub const OFFICIAL_STATEMENTS: u16 = 27;

/// *Bridge.* Of what time a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum StatementPeriod {
    /// A calendar month.
    Month {
        /// 2026.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// A calendar year.
    Year {
        /// 2026.
        year: i16,
    },
}

/// *Bridge.* The statements that there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementsPage {
    /// Newest first, without gaps: months without a payment are there.
    pub months: Vec<StatementMonth>,
    /// The day of the oldest payment, where it is before these months.
    pub oldest_before: Option<Date>,
    /// Years with a payment, newest first.
    pub years: Vec<i16>,
    /// False until a first synchronisation was complete.
    pub fetched: bool,
}

/// *Bridge.* A month of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementMonth {
    /// 2026.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// Payments in all; without one there is no statement.
    pub payments: u32,
    /// Transferred to the member.
    pub received: Cents,
    /// It is not over yet.
    pub running: bool,
    /// Older than the months of the official account.
    pub only_here: bool,
}
