//! « Paiements à transmettre à votre complémentaire » (P8).

use insurance::Cents;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::PaymentId;
use crate::payments::PaymentRow;

/// *Wire.* What became of a payment on its way to the complementary insurer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Transmission {
    /// The caisse sent it: nothing is left to do.
    Sent {
        /// To whom.
        insurer: String,
        /// When.
        on: Date,
    },
    /// The insurer did not get it: the member sends it.
    NotSent {
        /// Who should have got it.
        insurer: String,
        /// Why.
        because: NotSent,
    },
}

/// *Wire.* Why the caisse did not send a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NotSent {
    /// Automatic transmission is off.
    NotActivated,
    /// The insurer gave it back: it does not find the person or the contract.
    Returned,
}

/// Complementary insurers need not pay what is asked for later than this many years after the care (code de la mutualité,
/// art. L. 221-11; code des assurances, art. L. 114-1).
pub const YEARS_TO_CLAIM: i16 = 2;

/// *Bridge.* What the complementary insurer did not get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForwardingPage {
    /// Still to be sent, newest first.
    pub open: Vec<ToForward>,
    /// What the member says to have sent, newest first.
    pub done: Vec<ToForward>,
    /// False until a first synchronisation was complete.
    pub fetched: bool,
}

/// *Bridge.* A payment that the complementary insurer did not get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToForward {
    /// The payment.
    pub payment: PaymentRow,
    /// Who should have got it.
    pub insurer: String,
    /// Why it did not.
    pub because: NotSent,
    /// What the care cost, less what the insurance gives for it before deductions.
    pub left: Cents,
    /// The insurer may say no: some of the care is older than [`YEARS_TO_CLAIM`].
    pub late: bool,
    /// When the member sent it, as they say.
    pub forwarded_on: Option<Date>,
}

/// *Bridge.* The member says that they sent a payment to the insurer, or that they did not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarded {
    /// Which.
    pub payment: PaymentId,
    /// Whether it is sent.
    pub sent: bool,
}
