//! « Délais de traitement » of the caisse, and an estimate for what is open (P12).

use insurance::delays::{Estimate, Procedure, Span};
use insurance::files::FileKind;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{FileId, LeaveId};

/// *Wire.* How long the member's caisse takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProcessingTimes {
    /// The caisse's name.
    pub caisse: String,
    /// The day as of which this holds.
    pub as_of: Date,
    /// In the order to show them.
    pub times: Vec<ProcessingTime>,
}

/// *Wire and bridge.* How long one thing takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProcessingTime {
    /// What.
    pub procedure: Procedure,
    /// Calendar days.
    pub span: Span,
}

/// *Bridge.* The caisse's times, and what is open of the member's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelaysPage {
    /// None when the caisse has told none, or nothing was fetched.
    pub times: Option<ProcessingTimes>,
    /// What is open, latest expected day last.
    pub mine: Vec<Open>,
    /// False until a first synchronisation was complete.
    pub fetched: bool,
}

/// *Bridge.* Something of the member's that the caisse has not finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// What.
    pub what: OpenThing,
    /// Short name of the person.
    pub name: String,
    /// On what the estimate stands.
    pub basis: Basis,
    /// None without a time of the caisse for it.
    pub estimate: Option<Estimate>,
}

/// *Bridge.* On what an estimate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Basis {
    /// The caisse has all that it needs since this day.
    Since {
        /// The day.
        on: Date,
    },
    /// The caisse announced the day itself.
    Announced,
    /// Something is awaited from somebody else: as if it came today.
    IfItCameToday,
}

/// *Bridge.* See [`Open`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum OpenThing {
    /// The first allowance of a leave.
    Leave {
        /// Which.
        id: LeaveId,
        /// Its first day.
        from: Date,
    },
    /// The decision on a file.
    File {
        /// Which.
        id: FileId,
        /// Accident or disease.
        kind: FileKind,
    },
}
