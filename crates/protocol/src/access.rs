//! Who has been in the account, from where, and with which devices (I3).

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::ids::DeviceId;

/// *Wire.* A device that the service trusts, as the sequence of changes holds it; gone when its trust ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrustedDevice {
    /// Its name at the service.
    pub id: DeviceId,
    /// What it runs, as it said itself when it signed in.
    pub system: System,
    /// Its first sign-in.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub first_seen: Timestamp,
    /// Its last sign-in or renewal, to the day.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub last_seen: Timestamp,
}

/// *Wire and bridge.* A family of operating systems: enough to know a device by, and no name that a person gave it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum System {
    /// Linux, Android apart.
    Linux,
    /// Windows.
    Windows,
    /// macOS.
    Macos,
    /// Android.
    Android,
    /// iOS and iPadOS.
    Ios,
    /// Something else, or it did not say.
    #[default]
    #[serde(other)]
    Other,
}

impl System {
    /// The family's name as Rust's `std::env::consts::OS` has it, and as it stands in the user agent.
    pub fn named(name: &str) -> Self {
        match name {
            "linux" => Self::Linux,
            "windows" => Self::Windows,
            "macos" => Self::Macos,
            "android" => Self::Android,
            "ios" => Self::Ios,
            _ => Self::Other,
        }
    }
}

/// *Wire.* Something that happened at the service. Kept for twelve months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessEvent {
    /// When; of several of the same, the last.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub at: Timestamp,
    /// What.
    pub what: Access,
    /// How many times.
    pub count: u32,
    /// The device it is about; none when nobody knows which.
    pub device: Option<DeviceId>,
    /// What that device runs.
    pub system: Option<System>,
}

/// *Wire and bridge.* What happened. The first ones happen at the service, the others on a device without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Signed in, with number and code or by FranceConnect.
    SignedIn,
    /// Logged out on the device itself.
    SignedOut,
    /// The device was signed out from another one.
    DeviceEnded,
    /// A session was ended because one of its tokens came twice.
    SessionReused,
    /// Wrong codes: at the service, or on the device.
    WrongCode,
    /// The device's file was opened with the code.
    Unlocked,
    /// A document was made on the device.
    DocumentMade,
    /// A copy of a document was saved outside the encrypted file.
    DocumentSaved,
    /// A copy was saved and shown, to be shared.
    DocumentShared,
    /// A document was sent to the printer's dialog.
    DocumentPrinted,
    /// A document made on the device was erased.
    DocumentErased,
    /// Something that this version has no word for.
    #[serde(other)]
    Other,
}

/// *Bridge.* « Appareils et accès ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessLog {
    /// This device first, then by last use.
    pub devices: Vec<DeviceRow>,
    /// Newest day first, and in it the newest first.
    pub days: Vec<AccessDay>,
}

/// *Bridge.* A device of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceRow {
    /// For the command `end_device`.
    pub id: DeviceId,
    /// What it runs.
    pub system: System,
    /// Whether it is the one in hand.
    pub here: bool,
    /// Its first sign-in.
    pub since: Date,
    /// Its last sign-in or renewal.
    pub last_seen: Date,
}

/// *Bridge.* What happened on one day, device's local time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessDay {
    /// The day.
    pub date: Date,
    /// Newest first.
    pub rows: Vec<AccessRow>,
}

/// *Bridge.* Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRow {
    /// When; of several of the same, the last.
    pub at: DateTime,
    /// What.
    pub what: Access,
    /// How many times.
    pub count: u32,
    /// Who knows of it.
    pub source: Source,
    /// On which device.
    pub on: On,
}

/// *Bridge.* Who noted an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The service: of every device.
    Service,
    /// This device alone: nobody else knows of it.
    Device,
}

/// *Bridge.* On which device something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum On {
    /// The one in hand.
    Here,
    /// Another one.
    Elsewhere {
        /// What it runs.
        system: System,
    },
    /// Nobody knows.
    Unknown,
}
