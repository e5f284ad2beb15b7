//! The deduction ledger: explanations checked against arithmetic written by hand, and what holds for any household.

#[cfg(test)]
mod golden;
#[cfg(test)]
mod household;
#[cfg(test)]
mod properties;
