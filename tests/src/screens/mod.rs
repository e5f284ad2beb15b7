//! Every screen of the app, one after the other. The tour takes pictures on this walk, the tests look the same screens
//! over: what is added here is in both.
//!
//! Each function walks a part and calls `look` on each screen with its name. `look` may change size, colours and
//! language; it leaves a laptop's window in French behind.

mod account;
mod entering;
mod opening;
mod outside;
mod ways_out;

pub use account::{account, long_names};
pub use entering::entering;
pub use opening::opening;
pub use outside::pages_of_links;
pub use ways_out::ways_out;
