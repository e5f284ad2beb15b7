//! The rules of the French health insurance: identifiers, amounts, reimbursement, deductions. Pure.

mod act;
mod cents;
mod rate;

pub use act::{ActKind, DeductionKind};
pub use cents::Cents;
pub use rate::Rate;
