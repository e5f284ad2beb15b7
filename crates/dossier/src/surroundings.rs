//! What the core is given from outside: places, time, randomness, the keyring, and whom to tell of changes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use protocol::sync::Tag;
use sha2::{Digest as _, Sha256};
use url::Url;

use crate::vault::MemoryVault;

/// Everything the core depends on and does not choose.
#[derive(Clone)]
pub struct Surroundings {
    /// Folder of the encrypted files and of `settings.json`; made when missing.
    pub data_dir: PathBuf,
    /// Where copies of documents go when the member saves them.
    pub downloads_dir: PathBuf,
    /// Base URL of the service.
    pub service: Url,
    /// The device's time.
    pub clock: Arc<dyn Clock>,
    /// Randomness for keys, file names and references.
    pub entropy: Arc<dyn Entropy>,
    /// Which keyring holds the secrets.
    pub vault: Vault,
    /// Under which name secrets stand in the keyring; see [`KEYRING_SERVICE`].
    pub keyring_service: String,
    /// Shows a page of the service in the system's browser; must return soon.
    pub open_browser: OpenBrowser,
    /// Called with the tags of what changed, from any thread; must return soon.
    pub on_change: OnChange,
}

/// Shows an address to the person, outside the app.
pub type OpenBrowser = Arc<dyn Fn(&Url) -> std::io::Result<()> + Send + Sync>;

/// Told of what changed.
pub type OnChange = Arc<dyn Fn(&[Tag]) + Send + Sync>;

/// The name of this app's secrets in the system keyring.
pub const KEYRING_SERVICE: &str = "fr.compte-assure.app";

/// The name for a data folder other than the usual one: secrets of two folders stay apart, and the folder is not named.
#[must_use]
pub fn keyring_service_of(data_dir: &Path) -> String {
    let mark = hex(&Sha256::digest(data_dir.as_os_str().as_encoded_bytes()));
    format!("{KEYRING_SERVICE}.{}", mark.get(..16).unwrap_or(&mark))
}

/// Where secrets live.
#[derive(Clone)]
pub enum Vault {
    /// The system's keyring; without a usable one, this session's memory only.
    System,
    /// Memory that stands for a keyring, in tests.
    Memory(MemoryVault),
}

/// The device's idea of time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;

    /// The device's zone.
    fn zone(&self) -> TimeZone {
        TimeZone::system()
    }
}

impl dyn Clock + '_ {
    /// Now, in the device's zone.
    pub(crate) fn local(&self) -> DateTime {
        self.zoned(self.now())
    }

    /// Today, in the device's zone.
    pub(crate) fn today(&self) -> Date {
        self.local().date()
    }

    /// An instant, in the device's zone.
    pub(crate) fn zoned(&self, at: Timestamp) -> DateTime {
        Zoned::new(at, self.zone()).datetime()
    }
}

/// The system's clock, moved by a fixed offset (none for daily use).
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock {
    offset: SignedDuration,
}

impl SystemClock {
    /// A clock that says `start` at this moment and runs on from there.
    pub fn starting_at(start: Timestamp) -> Self {
        Self { offset: start.duration_since(Timestamp::now()) }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        now.checked_add(self.offset).unwrap_or(now)
    }
}

/// A source of random bytes fit for keys.
pub trait Entropy: Send + Sync {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy>;
}

/// The system gave no random bytes.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the system gives no random bytes")]
pub struct NoEntropy;

/// The system's randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        getrandom::fill(bytes).map_err(|_| NoEntropy)
    }
}

impl dyn Entropy + '_ {
    /// So many random bytes, as lower-case hexadecimal.
    pub(crate) fn hex(&self, bytes: usize) -> Result<String, NoEntropy> {
        let mut buffer = vec![0; bytes];
        self.fill(&mut buffer)?;
        Ok(hex(&buffer))
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
