//! Every screen of the app, one after the other. The tour takes pictures on this walk, the tests look the same screens
//! over: what is added here is in both.
//!
//! Each function walks a part and calls `look` on each screen with its name. `look` may change size, colours and
//! language; it leaves a laptop's window in French behind.

mod account;
mod dossiers;
mod entering;
mod franceconnect;
mod opening;
mod outside;
mod owing;
mod ways_out;

pub use account::{account, long_names};
pub use dossiers::dossiers;
pub use entering::entering;
pub use franceconnect::franceconnect;
pub use opening::opening;
pub use outside::pages_of_links;
pub use owing::owing;
pub use ways_out::ways_out;
