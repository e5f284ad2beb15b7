//! « Payer mes créances » (P7): flat contributions and franchises that no payment could bear, claimed by the caisse, and
//! paid by card on a page of the service.

use insurance::Cents;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{CardPaymentId, DebtId};
use crate::payments::{Deduction, Person};

/// *Wire.* What the member owes the caisse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Debt {
    /// Opaque.
    pub id: DebtId,
    /// As printed on the letter.
    pub reference: String,
    /// The day of the letter.
    pub notified_on: Date,
    /// The last day to pay.
    pub due_on: Date,
    /// The sum of its deductions.
    pub amount: Cents,
    /// For which care.
    pub deductions: Vec<Deduction>,
    /// Whether it is paid.
    pub state: DebtState,
}

/// *Wire.* Whether a debt is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum DebtState {
    /// To be paid.
    Open,
    /// Paid.
    Paid {
        /// When.
        on: Date,
        /// Of the payment, as on the receipt.
        reference: String,
    },
}

/// *Wire.* `POST /v1/debts/payments`: begins to pay these debts by card, together. The same key is the same payment.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayDebts {
    /// Random, of 16 characters or more.
    pub key: String,
    /// Open debts of the member; one at least.
    pub debts: Vec<DebtId>,
}

/// *Wire.* A payment by card that has begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardPayment {
    /// To ask how it stands.
    pub id: CardPaymentId,
    /// What is paid by it.
    pub debts: Vec<DebtId>,
    /// Their sum.
    pub amount: Cents,
    /// Path of the page on which the card is asked for, at the service.
    pub page: String,
    /// How it stands.
    pub state: CardPaymentState,
}

/// How a payment by card stands. Only [`CardPaymentState::Waiting`] changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CardPaymentState {
    /// The page waits for the card, at most a quarter of an hour.
    Waiting,
    /// Paid, once.
    Accepted,
    /// The bank said no; nothing is paid.
    Refused,
    /// Given up, or left alone too long; nothing is paid.
    Abandoned,
}

/// *Wire.* The answer to [`PayDebts`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PayDebtsOutcome {
    /// 200: begun now or before; another one that waits for one of these debts is answered in its place.
    Begun {
        /// How it stands.
        payment: CardPayment,
    },
    /// 409: one of them is paid already, or is none of the member's.
    NotOpen,
}

/// *Bridge.* « Mes créances ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DebtsPage {
    /// To be paid, the most urgent first.
    pub open: Vec<Debt>,
    /// Paid, newest first.
    pub paid: Vec<Debt>,
    /// The persons of their deductions.
    pub people: Vec<Person>,
    /// A payment that was begun here, of which it is not known how it ended.
    pub under_way: Option<Vec<DebtId>>,
    /// How the last payment ended that was begun here since the account was opened; none while one is under way.
    pub ended: Option<CardPaymentState>,
    /// The device's today: what was due before is late.
    pub today: Date,
    /// False until a first synchronisation was complete.
    pub fetched: bool,
}

/// *Bridge.* What came of asking to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paying {
    /// The page is in the browser.
    Opened,
    /// The payment has begun, and no browser opens.
    NoBrowser,
    /// A debt is not open any more: what is true comes by synchronisation.
    NotOpen,
}
