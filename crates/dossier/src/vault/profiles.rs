//! What the vault keeps: the members known on this device, and each one's secrets. Nothing here has `Debug`.

use protocol::sign_in::MemberCard;
use protocol::{DeviceId, Secret};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{Attempts, Verifier};
use crate::surroundings::{Entropy, NoEntropy, hex};

/// The members known on this device.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ProfileList {
    /// Keys the marks below.
    mark_key: Secret,
    /// Whose account the app shows.
    pub(crate) current: Option<String>,
    /// In the order in which they first signed in.
    pub(crate) members: Vec<KnownMember>,
}

/// A member whose file may be on this device.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct KnownMember {
    /// Recognises the NIR without holding it.
    mark: String,
    /// Names the profile.
    pub(crate) profile: String,
}

/// One member's secrets.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Profile {
    /// Random.
    pub(crate) id: String,
    /// The file's name without its ending: random.
    pub(crate) file: String,
    /// The file's key, in hexadecimal.
    pub(crate) key: Secret,
    /// What logging out forgets.
    pub(crate) trust: Option<Trust>,
    /// What is shown of a member who logged out and let the file stay: no more than the locked screen showed.
    #[serde(default)]
    pub(crate) left: Option<MemberCard>,
}

/// What makes this device the member's own, from sign-in to log-out.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Trust {
    /// For the locked screen.
    pub(crate) card: MemberCard,
    /// Opens the file without the network.
    pub(crate) verifier: Verifier,
    /// Of a new code about which the service has not answered: it opens the file as well.
    #[serde(default)]
    pub(crate) next_verifier: Option<Verifier>,
    /// The code that opens the file is of this device alone: it is never sent, and never kept.
    #[serde(default)]
    pub(crate) device_code: bool,
    /// 13 characters.
    pub(crate) nir: Secret,
    /// Signs in again by itself; there only if the member lets it.
    pub(crate) code: Option<Secret>,
    /// Whether the member has said if the code may stay.
    pub(crate) asked: bool,
    /// Serves once.
    pub(crate) refresh: Secret,
    /// This device's name at the service.
    pub(crate) device: DeviceId,
    /// By which the service knows the device again; another one at every sign-in.
    #[serde(default)]
    pub(crate) device_trust: Option<Secret>,
    /// Wrong codes so far.
    pub(crate) attempts: Attempts,
}

impl Trust {
    /// The new code is the one that counts from now on; it is kept if the old one was.
    pub(crate) fn adopt(&mut self, code: &Secret) {
        if let Some(next) = self.next_verifier.take() {
            self.verifier = next;
            self.device_code = false;
        }
        if self.code.is_some() {
            self.code = Some(code.clone());
        }
    }
}

impl ProfileList {
    /// Nobody yet.
    pub(crate) fn empty(entropy: &dyn Entropy) -> Result<Self, NoEntropy> {
        Ok(Self { mark_key: Secret::new(entropy.hex(32)?), current: None, members: Vec::new() })
    }

    /// The profile of the member with this NIR.
    pub(crate) fn profile_of(&self, nir: &Secret) -> Option<&str> {
        let mark = self.mark(nir);
        self.members.iter().find(|member| member.mark == mark).map(|member| member.profile.as_str())
    }

    /// Makes this profile the current one, and known under this NIR.
    pub(crate) fn enter(&mut self, nir: &Secret, profile: &str) {
        if self.profile_of(nir) != Some(profile) {
            let mark = self.mark(nir);
            self.members.retain(|member| member.mark != mark);
            self.members.push(KnownMember { mark, profile: profile.to_owned() });
        }
        self.current = Some(profile.to_owned());
    }

    /// Forgets a profile.
    pub(crate) fn forget(&mut self, profile: &str) {
        self.members.retain(|member| member.profile != profile);
    }

    fn mark(&self, nir: &Secret) -> String {
        let keyed = |text: &[u8]| {
            let parts = Zeroizing::new([self.mark_key.expose().as_bytes(), text].concat());
            Sha256::digest(parts.as_slice())
        };
        hex(&keyed(&keyed(nir.expose().as_bytes())))
    }
}
