//! Files of work accidents and occupational diseases (P10). Steps and deadlines are `insurance::files`.

use insurance::files::{Dated, FileKind, Timeline};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{BeneficiaryId, FileId};

/// *Wire.* A file, as the caisse keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkFile {
    /// Opaque.
    pub id: FileId,
    /// Whose.
    pub beneficiary: BeneficiaryId,
    /// Accident or disease.
    pub kind: FileKind,
    /// The day of the accident, or of the first medical certificate.
    pub happened_on: Date,
    /// What happened in it, in any order.
    pub events: Vec<Dated>,
}

/// *Bridge.* All files known on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilesPage {
    /// Newest first.
    pub files: Vec<FileView>,
    /// Today on the device.
    pub today: Date,
    /// False until a first synchronisation was complete.
    pub fetched: bool,
}

/// *Bridge.* A file as of today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileView {
    /// To open it.
    pub id: FileId,
    /// Short name of the person.
    pub name: String,
    /// Accident or disease.
    pub kind: FileKind,
    /// The day of the accident, or of the first medical certificate.
    pub happened_on: Date,
    /// Its steps, and where it stands.
    pub timeline: Timeline,
}
