//! A refund that a member waits for: how much it should be, when it usually comes, and which act of care of which payment
//! it is when it has come.

mod delay;
mod estimate;
mod matching;

pub use delay::{Delay, Sent, Standing};
pub use estimate::{Base, Estimate, Paid, estimate};
pub use matching::{Given, Noted, Tie, TieKind, matches};
