//! Synchronisation: an append-only sequence of changes per member, read from a cursor.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// *Wire.* A place in the member's sequence of changes; 0 is before the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Cursor(pub u64);

/// *Wire.* `GET /v1/changes?after=CURSOR&limit=N`: 200 with this, or 304 with no body when nothing is new.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangesPage {
    /// In order of their place.
    pub changes: Vec<Change>,
    /// Where the next page starts: pass it as `after`.
    pub cursor: Cursor,
    /// How many changes come after this page.
    pub remaining: u64,
}

/// *Wire.* One thing that is new, changed or gone.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// One of [`kind`]; an unknown one is kept aside, not an error.
    pub kind: String,
    /// Opaque, unique within the kind.
    pub id: String,
    /// Grows with each change of the same thing; an older one than known is ignored.
    pub version: u64,
    /// The whole thing as JSON; `null` when it is gone.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Object>))]
    pub body: Option<Box<RawValue>>,
}

/// The kinds of [`Change`].
pub mod kind {
    /// Body: [`crate::profile::Profile`]; id `me`.
    pub const PROFILE: &str = "profile";
    /// Body: [`crate::profile::Beneficiary`].
    pub const BENEFICIARY: &str = "beneficiary";
    /// Body: [`crate::payments::Payment`].
    pub const PAYMENT: &str = "payment";
    /// Body: [`crate::debts::Debt`].
    pub const DEBT: &str = "debt";
    /// Body: [`crate::documents::ReceivedDocument`].
    pub const DOCUMENT: &str = "document";
    /// Body: [`crate::access::TrustedDevice`].
    pub const DEVICE: &str = "device";
    /// Body: [`crate::access::AccessEvent`].
    pub const ACCESS_EVENT: &str = "access_event";
    /// Body: [`crate::allowances::Leave`].
    pub const LEAVE: &str = "leave";
    /// Body: [`crate::files::WorkFile`].
    pub const WORK_FILE: &str = "work_file";
    /// Body: [`crate::ald::Ald`]. Its name says no more than that, since names of kinds are logged.
    pub const COVER: &str = "cover";
    /// Body: [`crate::delays::ProcessingTimes`]; id `caisse`.
    pub const PROCESSING_TIMES: &str = "processing_times";
}

/// *Bridge.* What changed, never the data: queries with that tag run again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// [`crate::sign_in::Session`].
    Session,
    /// [`SyncStatus`].
    Sync,
    /// Payments.
    Payments,
    /// Debts, and paying them.
    Debts,
    /// The member's own information and beneficiaries.
    Profile,
    /// Documents received or made.
    Documents,
    /// Devices of the account, and who was in it.
    Access,
    /// Care that the member noted.
    Expected,
    /// Leaves.
    Allowances,
    /// Files of accidents and diseases, long-term illnesses, processing times.
    Files,
}

impl Tag {
    /// All of them: another account, or another file.
    pub const ALL: [Self; 10] = [
        Self::Session,
        Self::Sync,
        Self::Payments,
        Self::Profile,
        Self::Documents,
        Self::Access,
        Self::Debts,
        Self::Expected,
        Self::Allowances,
        Self::Files,
    ];
}

/// *Bridge.* The state of synchronisation, for every screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncStatus {
    /// What is going on.
    pub state: SyncState,
    /// When the store last held all that the service had; device's local time.
    pub complete_at: Option<DateTime>,
    /// Now, device's local time: to say « il y a 2 min ».
    pub now: DateTime,
    /// Kinds that could not be applied this time; the others were.
    pub failed_kinds: Vec<String>,
}

/// *Bridge.* See [`SyncStatus`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum SyncState {
    /// The last attempt succeeded (or none was made yet, when `complete_at` is none).
    Idle,
    /// Changes are coming in.
    Running {
        /// Changes applied so far in this run.
        done: u64,
        /// Changes in all, as far as known.
        total: u64,
    },
    /// The service cannot be reached.
    Offline,
    /// The last attempt failed.
    Failed {
        /// Why.
        because: SyncFailure,
    },
}

/// *Bridge.* Why a synchronisation failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncFailure {
    /// The service answers, but not as it should.
    Service,
    /// The session is over: the member signs in again; what is here stays readable.
    SessionEnded,
    /// The device cannot write (disk full).
    NoSpace,
    /// Some kinds could not be applied; see `failed_kinds`.
    SomeKinds,
    /// Something else; the log has the cause.
    Internal,
}
