//! From what the service is made.

use jiff::Timestamp;

use crate::households::Roster;
use crate::mail::SmtpServer;
use crate::store::Place;

/// From what the service is made.
#[derive(Clone)]
pub struct Settings {
    /// From which the members are made.
    pub seed: u64,
    /// Where the service's clock starts. Members have payments up to that day.
    pub now: Timestamp,
    /// How many of them.
    pub roster: Roster,
    /// Where the store lives.
    pub store: Place,
    /// The cost of a code's hash; tests take less than the default.
    pub argon2: argon2::Params,
    /// Whether faults can be ordered.
    pub faults: FaultOrders,
    /// Where the service is found by those who follow a link of its e-mails: never taken from a request.
    pub address: String,
    /// Whom six digits by e-mail are asked of, on a device that is not trusted.
    pub second_factor: SecondFactor,
    /// Where e-mails are handed over; without one they stay in the mailbox.
    pub smtp: Option<SmtpServer>,
}

/// Whether `POST /faults` is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultOrders {
    /// It is not.
    Refused,
    /// It is.
    Taken,
}

/// Whom the one-time code is asked of (A13).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondFactor {
    /// The members who are there to show it: a demonstration with twenty people is no place for twenty mailboxes.
    SomeMembers,
    /// Everyone with a confirmed address, as a real service does.
    Everyone,
}

impl Settings {
    /// Seed 1, everyone, in memory, hashes at their full cost, no faults.
    pub fn starting_at(now: Timestamp) -> Self {
        Self {
            seed: 1,
            now,
            roster: Roster::Everyone,
            store: Place::Memory,
            argon2: argon2::Params::default(),
            faults: FaultOrders::Refused,
            address: "http://127.0.0.1:7878".to_owned(),
            second_factor: SecondFactor::SomeMembers,
            smtp: None,
        }
    }
}
