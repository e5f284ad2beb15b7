//! Payments: the list by month with filters, one payment with what explains its amount, the deduction ledger, sums drawn
//! over a period.

mod apply;
mod charts;
mod deductions;
mod detail;
mod forwarding;
mod ledger;
mod months;
mod page;
mod people;

pub(crate) use apply::{concerned, take_payment};
pub(crate) use charts::shares;
pub(crate) use ledger::waiting_deductions;
pub(crate) use months::{YearMonth, first_of_month};
pub(crate) use page::row;
pub(crate) use people::Names;

use jiff::civil::Date;
use protocol::payments::OFFICIAL_MONTHS;

/// Whether the official account shows payments of that day no more.
fn is_only_here(paid_on: Date, today: Date) -> bool {
    paid_on < first_of_month(today, OFFICIAL_MONTHS - 1)
}
