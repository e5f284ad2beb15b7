//! Opening an account (A2 to A8): a proof, then everything at once. What comes after is a sign-in like any other: its
//! first step is the link that confirms the address.

mod finish;
mod insured;
mod per_minute;
mod proof;

pub(crate) use finish::{__path_finish, finish};
pub(crate) use insured::record;
pub(crate) use per_minute::PerMinute;
pub(crate) use proof::{__path_proof, proof};
