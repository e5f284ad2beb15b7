//! When a refund usually comes.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::parameters::{self, Wait};

/// How the care reaches the caisse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sent {
    /// By the Vitale card, on the day of care.
    #[default]
    Card,
    /// By a claim on paper (« feuille de soins »), sent by post.
    Paper,
}

/// The days around which a refund comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delay {
    /// Not usually before.
    pub from: Date,
    /// Usually by then.
    pub until: Date,
    /// Late from this day on.
    pub late_from: Date,
}

/// Where it stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It usually comes later.
    Early,
    /// It may come any day now.
    Due,
    /// It should have come.
    Late,
}

impl Delay {
    /// For care of a day, or a claim sent then. The grace before it is called late is not a rule of the caisse.
    pub fn of(sent: Sent, on: Date) -> Self {
        let days = |wait| on.saturating_add(i32::from(parameters::wait(wait, on)).days());
        let (from, until) = match sent {
            Sent::Card => (Wait::CardShortest, Wait::CardLongest),
            Sent::Paper => (Wait::PaperShortest, Wait::PaperLongest),
        };
        let until = days(until);
        let grace = i32::from(parameters::wait(Wait::Grace, on));
        Self { from: days(from), until, late_from: until.saturating_add((grace + 1).days()) }
    }

    /// Where it stands.
    pub fn standing(self, today: Date) -> Standing {
        if today < self.from {
            Standing::Early
        } else if today < self.late_from {
            Standing::Due
        } else {
            Standing::Late
        }
    }
}
