//! The first screen of an open account (H1, H5).

use insurance::Cents;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::payments::PaymentRow;

/// *Bridge.*
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    /// First name; empty until the profile has arrived.
    pub first_name: String,
    /// The member's last connection before this one, local time of the device.
    pub last_connection: Option<DateTime>,
    /// The last five.
    pub last_payments: Vec<PaymentRow>,
    /// Received by the member in each of the last six months, oldest first; the last is this month.
    pub received: Vec<MonthAmount>,
    /// Today on the device.
    pub today: Date,
    /// False until a first synchronisation was complete.
    pub fetched: bool,
}

/// *Bridge.* A month's sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthAmount {
    /// 2026.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// Received by the member.
    pub amount: Cents,
}
