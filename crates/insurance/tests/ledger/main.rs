//! The deduction ledger: explanations checked against arithmetic written by hand, and what holds for any household.

mod golden;
mod household;
mod properties;
