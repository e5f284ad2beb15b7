//! Refunds that the member expects (P17): care that they noted themselves, kept on this device only.

use insurance::expected::{Delay, Estimate, Sent, Standing, TieKind};
use insurance::{ActKind, Cents};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{BeneficiaryId, CareId, NotedId, PaymentId};
use crate::payments::Person;

/// The longest picture of a receipt, in bytes.
pub const RECEIPT_BYTES: usize = 8_000_000;

/// *Bridge.* Care as the member types it; checked by the core.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareEntries {
    /// Who was cared for.
    pub person: Option<BeneficiaryId>,
    /// What kind.
    pub act: Option<ActKind>,
    /// Where; may be empty.
    pub provider: String,
    /// « 12/11/2026 ».
    pub date: String,
    /// « 30,00 ».
    pub paid: String,
    /// The base of reimbursement; may be empty.
    pub base: String,
    /// Acts or boxes; 1 when empty.
    pub quantity: String,
    /// How the care reaches the caisse.
    pub sent: Sent,
    /// A doctor, without the attending doctor having sent there.
    pub outside: bool,
    /// Covered at 100 % (ALD, work accident).
    pub covered: bool,
}

/// *Bridge.* Care to be noted, with the picture of a receipt.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteCare {
    /// As typed.
    pub entries: CareEntries,
    /// A picture (JPEG or PNG) in base64.
    pub receipt: Option<String>,
}

/// Care as noted, all of it checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedCare {
    /// Names it.
    pub id: NotedId,
    /// Who was cared for.
    pub person: BeneficiaryId,
    /// What kind.
    pub act: ActKind,
    /// Where.
    pub provider: Option<String>,
    /// The day of care.
    pub date: Date,
    /// What was paid for it.
    pub paid: Cents,
    /// The base of reimbursement, where the member knows it.
    pub base: Option<Cents>,
    /// Acts or boxes.
    pub quantity: u32,
    /// How the care reaches the caisse.
    pub sent: Sent,
    /// Without the attending doctor having sent there.
    pub outside: bool,
    /// Covered at 100 %.
    pub covered: bool,
    /// The day on which it was noted.
    pub noted_on: Date,
}

/// *Bridge.* « Remboursements attendus ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectedPage {
    /// What has not come, the oldest care first.
    pub waiting: Vec<ExpectedRow>,
    /// What has come, the newest first.
    pub arrived: Vec<ExpectedRow>,
    /// What is expected in all.
    pub total: Cents,
    /// Everyone with rights, for the choice.
    pub people: Vec<Person>,
    /// Today on the device.
    pub today: Date,
}

/// *Bridge.* Noted care in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectedRow {
    /// As noted.
    pub care: NotedCare,
    /// Short name of the person.
    pub name: String,
    /// What is expected; none for a day before the rates begin.
    pub estimate: Option<Estimate>,
    /// Where it stands.
    pub state: ExpectedState,
    /// A picture of the receipt is kept.
    pub has_receipt: bool,
}

/// *Bridge.* Where an expected refund stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ExpectedState {
    /// It has not come.
    Waiting {
        /// When it usually comes.
        delay: Delay,
        /// Early, due, or late.
        standing: Standing,
    },
    /// It has come.
    Arrived {
        /// The act of care that it is, and its payment.
        found: FoundCare,
        /// The member tied it by hand.
        by_hand: bool,
    },
}

/// *Bridge.* An act of care of a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundCare {
    /// Names it.
    pub id: CareId,
    /// The payment that repays it.
    pub payment: PaymentId,
    /// The day of the transfer.
    pub paid_on: Date,
    /// To the member, or to somebody else.
    pub to_member: bool,
    /// What kind.
    pub act: ActKind,
    /// Where.
    pub provider: Option<String>,
    /// The day of care.
    pub date: Date,
    /// What was paid for it.
    pub paid: Cents,
    /// Acts or boxes.
    pub quantity: u32,
    /// What the insurance gives for it.
    pub reimbursed: Cents,
    /// What was taken from this payment for this care.
    pub taken: Cents,
}

/// *Bridge.* One of them, with all there is to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectedDetail {
    /// As in the list.
    pub row: ExpectedRow,
    /// What waits to be deducted from the next payments, and may be from this one.
    pub waiting_deductions: Cents,
    /// Care of the same person around that day which it could be, for a tie by hand.
    pub candidates: Vec<FoundCare>,
    /// The picture of the receipt, in base64, and what it is (`image/png`).
    pub receipt: Option<Receipt>,
    /// Today on the device.
    pub today: Date,
}

/// *Bridge.* A picture.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// In base64.
    pub data: String,
    /// `image/png` or `image/jpeg`.
    pub media_type: String,
}

impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.media_type)
    }
}

/// *Bridge.* What the member decides about noted care and an act of a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TieCare {
    /// The noted care.
    pub noted: NotedId,
    /// The act.
    pub care: CareId,
    /// It is this one, or it is not.
    pub tie: TieKind,
}
