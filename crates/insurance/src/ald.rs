//! A long-term illness (« affection de longue durée », CSS L. 160-14 3°): its kinds, and when its cover is to be renewed.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Kinds of long-term illness that exempt from the ticket modérateur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AldKind {
    /// ALD 30: on the list (CSS D. 160-4).
    Listed,
    /// ALD 31: serious, evolving or disabling, not on the list.
    OffList,
    /// ALD 32: several illnesses that disable together.
    Several,
}

/// Where the cover stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Cover {
    /// It has not begun.
    Ahead,
    /// Care for the illness is covered.
    Running,
    /// Covered, and its last months: the attending doctor asks for the renewal.
    ToRenew,
    /// Over.
    Ended,
}

/// The renewal is asked for in the last months of the cover: so many.
const MONTHS_TO_RENEW: i32 = 3;

/// The day from which the renewal is to be asked for.
pub fn renew_from(until: Date) -> Date {
    until.saturating_sub(MONTHS_TO_RENEW.months())
}

/// Where a cover of these days stands, both ends included.
pub fn cover(from: Date, until: Date, today: Date) -> Cover {
    if today < from {
        Cover::Ahead
    } else if today > until {
        Cover::Ended
    } else if today >= renew_from(until) {
        Cover::ToRenew
    } else {
        Cover::Running
    }
}
