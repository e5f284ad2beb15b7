//! Documents received from the caisse, and attestations and statements made on the device (D1, D5, P4, P5).

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::ids::{BeneficiaryId, DocumentId};

/// *Wire.* A document sent by the caisse. Its content is fetched apart, by its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReceivedDocument {
    /// Opaque.
    pub id: DocumentId,
    /// What it is.
    pub kind: DocumentKind,
    /// As the caisse names it, in French.
    pub title: String,
    /// Day of issue.
    pub issued_on: Date,
    /// `GET /v1/contents/SHA256`; missing links exist.
    pub content: Option<Content>,
}

/// *Wire.* Bytes known by their hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Content {
    /// Lower-case hexadecimal SHA-256 of the bytes.
    pub sha256: String,
    /// How many bytes.
    pub bytes: u64,
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A letter.
    Letter,
    /// A decision.
    Decision,
    /// The receipt of a payment to the caisse.
    Receipt,
    /// « Attestation de droits », made here.
    RightsAttestation,
    /// « Relevé mensuel », made here.
    MonthlyStatement,
    /// « Relevé annuel », made here.
    AnnualStatement,
}

/// *Bridge.* A document in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRow {
    /// To open it.
    pub id: DocumentId,
    /// What it is.
    pub kind: DocumentKind,
    /// The caisse's title, for a document received; the period in French, for a statement.
    pub title: Option<String>,
    /// For whom, for an attestation made here: short names; empty for the whole family.
    pub people: Vec<String>,
    /// Day of issue, or of making.
    pub date: Date,
    /// Made on this device, and when.
    pub made_at: Option<DateTime>,
    /// Its content is on the device.
    pub available: bool,
    /// Size in bytes, where known.
    pub bytes: Option<u64>,
}

/// *Bridge.* What the attestation is to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttestationRequest {
    /// None for the whole family.
    pub person: Option<BeneficiaryId>,
    /// « Exonération du ticket modérateur »; off unless the member ticks it.
    pub exemption: bool,
}

/// *Bridge.* Pages to look at; nothing is kept by looking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentView {
    /// Pages as PNG, in base64.
    pub pages: Vec<PageImage>,
    /// The same in words, in reading order, for screen readers.
    pub text: Vec<String>,
}

/// *Bridge.* One page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageImage {
    /// PNG bytes in base64.
    pub png: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// *Bridge.* Where a copy went, outside the encrypted store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedCopy {
    /// File name; holds nothing personal.
    pub file_name: String,
    /// The folder, as the system names it.
    pub folder: String,
}
