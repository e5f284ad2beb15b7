//! Search over all that is on the device (P15).

use insurance::ActKind;
use serde::{Deserialize, Serialize};

use crate::documents::DocumentRow;
use crate::payments::{PaymentRow, Person};

/// *Bridge.* What is looked for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchRequest {
    /// As typed.
    pub text: String,
    /// At most so many payments; up to 500.
    pub payments: u32,
}

/// *Bridge.* What was found, in groups; a group without anything is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Whether the text says anything to look for.
    pub asked: bool,
    /// Words that were looked for in place of what was typed.
    pub corrected: Vec<String>,
    /// Places of the app.
    pub places: Vec<Place>,
    /// Persons of the account.
    pub people: Vec<Person>,
    /// Kinds of care, with how many payments each.
    pub acts: Vec<FoundAct>,
    /// Professionals, pharmacies, laboratories, employers.
    pub providers: Vec<FoundProvider>,
    /// Newest first.
    pub documents: Vec<DocumentRow>,
    /// Newest first, as many as were asked for.
    pub payments: Vec<PaymentRow>,
    /// How many payments there are in all.
    pub payments_in_all: u32,
}

/// *Bridge.* A kind of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundAct {
    /// Which.
    pub act: ActKind,
    /// Payments with such care.
    pub payments: u32,
}

/// *Bridge.* A professional.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundProvider {
    /// As printed on statements.
    pub name: String,
    /// Payments with their care.
    pub payments: u32,
}

/// *Bridge.* A place of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The list of payments.
    Payments,
    /// Flat contributions and franchises.
    Deductions,
    /// What the member owes the caisse.
    Debts,
    /// What the complementary insurer did not get.
    Forwarding,
    /// Spending and refunds, drawn.
    Charts,
    /// Refunds that are expected.
    Expected,
    /// Leaves from work.
    Leaves,
    /// What a leave would bring.
    Simulator,
    /// Files of accidents and diseases.
    Files,
    /// The caisse's processing times.
    Delays,
    /// Long-term illness: the place, nothing of what it holds.
    Ald,
    /// The list of documents.
    Documents,
    /// « Attestation de droits ».
    Attestation,
    /// Monthly and annual statements.
    Statements,
    /// The member's own information.
    Profile,
    /// The e-mail address.
    Email,
    /// Mobile and landline.
    Phone,
    /// The postal address.
    Address,
    /// The bank account.
    Bank,
    /// The numeric code.
    Code,
    /// Devices, and who was in the account.
    Access,
    /// Language, colours, delays.
    Settings,
    /// Closing the account.
    Close,
}
