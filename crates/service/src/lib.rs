//! The reference assurance service: invented members, with the behaviour, faults and delays of a real one.
//!
//! [`State`] holds everything; [`app`] makes the router over it. Nothing here knows the app that synchronises.

mod caller;
mod changes;
mod clock;
mod closing;
mod codes;
mod contents;
mod debts;
mod devices;
mod entrance;
mod error;
mod extract;
pub mod faults;
mod franceconnect;
mod health;
mod households;
mod mail;
mod opening;
mod pages;
mod people;
mod post;
mod profile;
mod random;
mod renewal;
mod router;
mod session;
mod settings;
mod sign_in;
mod state;
mod store;

pub(crate) use error::Error;
pub use franceconnect::Identity;
pub use households::Error as HouseholdsError;
pub use households::Roster;
pub use mail::{Mailed, SmtpServer};
pub use people::{Member, Newcomer};
pub use post::Posted;
pub use router::{app, description};
pub use settings::{FaultOrders, SecondFactor, Settings};
pub use state::{StartError, State};
pub use store::{Error as StoreError, Place};
