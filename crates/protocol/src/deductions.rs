//! Flat contributions and franchises: counters, what was taken for which care, what waits (P6, P14). The ledger itself is
//! `insurance::ledger`; this is how it is fed with payments, and what of it reaches the screen.

mod read;

use insurance::deductions::{Assessed, ExemptReason};
use insurance::ledger::{Free, Origin};
use insurance::{Cents, DeductionKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{BeneficiaryId, PaymentId};
use crate::payments::{CareRef, Person};

pub use read::{payment_of, person_of};

/// *Bridge.* « Participations forfaitaires et franchises » of a calendar year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeductionsPage {
    /// Of the care.
    pub year: i16,
    /// This year and every other one for which something was deducted, newest first.
    pub years: Vec<i16>,
    /// Everyone with rights or payments, by rank.
    pub people: Vec<PersonYear>,
    /// What waits for a payment to the member, whatever its year, oldest first.
    pub waiting: Vec<Entry>,
    /// False until a first synchronisation was complete.
    pub fetched: bool,
}

/// *Bridge.* A person's deductions for care of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonYear {
    /// Whose.
    pub person: Person,
    /// Set when nothing is due from this person now, or at the end of a past year.
    pub exempt: Option<ExemptReason>,
    /// Flat contribution, then franchise; empty for a person who is exempt and bore nothing.
    pub counters: Vec<Counter>,
    /// Each act that bore something, newest first.
    pub entries: Vec<Entry>,
}

/// *Bridge.* A person's deductions of one kind in one calendar year, as known on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counter {
    /// Whose.
    pub person: BeneficiaryId,
    /// Flat contribution or franchise.
    pub kind: DeductionKind,
    /// Year of the care.
    pub year: i16,
    /// Deducted so far for care of that year.
    pub taken: Cents,
    /// Still to be deducted for care of that year.
    pub waiting: Cents,
    /// The yearly cap.
    pub cap: Cents,
}

/// *Bridge.* What was due for one act of care, and from which payments it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Short name of the person.
    pub name: String,
    /// Which act.
    pub care: CareRef,
    /// Flat contribution or franchise.
    pub kind: DeductionKind,
    /// The payment that repaid the care; none when it is not on this device.
    pub repaid_by: Option<PaymentId>,
    /// How the amount comes about; none when only what was taken is known.
    pub assessed: Option<Assessed>,
    /// More than nothing.
    pub due: Cents,
    /// What still waits of it.
    pub waiting: Cents,
    /// Oldest first.
    pub takings: Vec<Taking>,
}

/// *Bridge.* What one payment bore of an [`Entry`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taking {
    /// Which payment.
    pub payment: PaymentId,
    /// Its day.
    pub on: Date,
    /// How much.
    pub amount: Cents,
}

/// *Bridge.* Why a payment is what it is: `given − own − earlier = amount`, to be worded only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// What its lines give, before deductions.
    pub given: Cents,
    /// Taken for the care that it repays.
    pub own: Cents,
    /// Taken for earlier care.
    pub earlier: Cents,
    /// For how many earlier acts.
    pub earlier_acts: u32,
    /// What the amount differs by from the arithmetic; nothing, unless a payment says something else than its parts.
    pub unexplained: Cents,
    /// Each deduction, in the payment's order.
    pub steps: Vec<Step>,
    /// Its care that bears nothing, and its care that bears something later.
    pub notes: Vec<Note>,
}

/// *Bridge.* One deduction of a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// For which care, whose, and how what is due for it comes about.
    pub entry: Entry,
    /// Whether this payment repays the care.
    pub origin: Origin,
    /// What was taken here.
    pub amount: Cents,
    /// What earlier payments bore of it.
    pub before: Cents,
    /// What was left to later ones.
    pub left: Cents,
}

/// *Bridge.* A word on an act that this payment repays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Short name of the person.
    pub name: String,
    /// Which act.
    pub care: CareRef,
    /// What there is to say.
    pub bears: Bears,
}

/// See [`Note`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bears {
    /// Nothing.
    Nothing(Free),
    /// This much, all or in part from later payments.
    Later(Box<Entry>),
}
