//! Signing in, unlocking, logging out (A10, A15, A16).

use serde::{Deserialize, Serialize};

use crate::account::Caisse;
use crate::entrance::{Refusal, Step};
use crate::ids::{DeviceId, ProfileId};
use crate::secret::Secret;
use crate::settings::Settings;

/// *Wire.* `POST /v1/sign-in`. The NIR is 13 characters, without spaces or key.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// 13 characters.
    pub nir: Secret,
    /// 8 to 13 digits; a provisional one has 4 or 8.
    pub code: Secret,
    /// The device, as the service named it before; none at first.
    pub device: Option<DeviceId>,
    /// The device's trust, as the last sign-in gave it.
    #[serde(default)]
    pub trust: Option<Secret>,
}

/// *Wire.* The answer to [`SignIn`] and to [`crate::entrance::GoOn`].
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum SignInOutcome {
    /// 200. The session is open.
    SignedIn {
        /// Access to the services.
        tokens: Tokens,
        /// The name under which the service knows this device from now on.
        device: DeviceId,
        /// For the next [`SignIn`] on this device; the one before is spent.
        trust: Secret,
    },
    /// 200. Right so far; something is to be done before the account opens.
    Entering {
        /// For [`crate::entrance::GoOn`]: opens nothing else.
        entrance: Secret,
        /// Whole seconds that `entrance` lives.
        expires_in: u64,
        /// What is to be done.
        step: Step,
    },
    /// 401. Number unknown or code wrong.
    WrongCredentials,
    /// 429. No attempt is looked at before this delay is over.
    TooManyAttempts {
        /// Whole seconds.
        retry_in: u64,
    },
    /// 403. The code is right, but provisional and too old: another one is needed.
    ProvisionalCodeExpired,
    /// 403. The member belongs to another scheme now, and the account is closed.
    NoLongerInScheme {
        /// « MSA »; none when it is not known.
        scheme: Option<String>,
    },
    /// 422. The act changed nothing; the step stays.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// 410. The way in has ended: sign in again.
    EntranceEnded,
}

/// *Wire.* A session's tokens. The refresh token serves once: the answer holds the next one.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tokens {
    /// For `Authorization: Bearer`.
    pub access: Secret,
    /// For [`Refresh`], once.
    pub refresh: Secret,
    /// Whole seconds that `access` lives.
    pub expires_in: u64,
}

/// *Wire.* `POST /v1/session/refresh`: answers [`Tokens`], 401 when the session is over, or 403 with [`DeviceEnded`].
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Refresh {
    /// The refresh token last received.
    pub refresh: Secret,
}

/// *Wire.* 403 to [`Refresh`]: the member has ended this device. Whoever does not know the device's name cannot say so:
/// it is no part of the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceEnded {
    /// The device, as the service named it at sign-in.
    pub device: DeviceId,
    /// How it came to that.
    pub because: EndedBecause,
}

/// *Wire.* How a device was ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum EndedBecause {
    /// The member signed it out from another one.
    OtherDevice,
    /// The member closed the account for good.
    AccountClosed,
}

/// *Bridge.* What the member types at sign-in: with spaces, with or without key, as they like.
#[derive(Clone, Serialize, Deserialize)]
pub struct SignInForm {
    /// The NIR as typed.
    pub nir: Secret,
    /// The code as typed.
    pub code: Secret,
}

/// *Bridge.* Where the app stands: which of the first screens to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The screen to show.
    pub phase: Phase,
    /// What is to be done before the account opens; only with [`Phase::Entering`].
    pub step: Option<Step>,
    /// The member who is signed in, behind the locked screen, or about to sign in again.
    pub member: Option<MemberCard>,
    /// Whose account, or whose locked screen, it is.
    pub current: Option<ProfileId>,
    /// Everyone with a file on this device, in the order in which they first signed in.
    pub members: Vec<KnownMember>,
    /// Who logged out, on the page that says so.
    pub signed_out: Option<SignedOutBy>,
    /// The caisse chosen at first start.
    pub caisse: Option<Caisse>,
    /// Whether what is fetched outlives the app.
    pub storage: Storage,
    /// A damaged file was set aside since the account was opened: say so.
    pub file_was_set_aside: bool,
    /// True until the member has said whether this device may keep the code.
    pub ask_to_keep_code: bool,
    /// A code of this device alone opens the account here: it signs nobody in, and there is no question of keeping it.
    pub device_code: bool,
    /// Language, theme, delays.
    pub settings: Settings,
}

/// *Bridge.* The first screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// First start: which caisse.
    ChooseCaisse,
    /// This device knows members: which of them, or another one?
    Members,
    /// Nobody is signed in on this device.
    SignIn,
    /// Signed in so far; [`Session::step`] is to be done before the account opens.
    Entering,
    /// Signed in without a code: one is to be chosen, which opens the file on this device.
    DeviceCode,
    /// Just logged out: the page that says so.
    SignedOut,
    /// A member is known; their code opens the file, without the network.
    Locked,
    /// The account is open.
    Open,
}

/// *Bridge.* By whom this device was logged out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignedOutBy {
    /// The member, here.
    Member,
    /// The member, from another device.
    OtherDevice,
    /// The member closed the account: nothing is left here.
    Closing,
    /// The member closed the account from another device: what was here is erased.
    ClosedElsewhere,
}

/// *Bridge.* Who is signed in, as much as a locked screen may show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberCard {
    /// « Camille Morel »; empty until the first synchronisation has brought it.
    pub name: String,
    /// « CM ».
    pub initials: String,
    /// « 1 84 07 •• ••• ••• •• ».
    pub masked_nir: String,
}

/// *Bridge.* A member among those that this device knows (A14).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownMember {
    /// For the commands `switch_member` and `remove_member`.
    pub id: ProfileId,
    /// Who it is.
    pub card: MemberCard,
    /// What opens their file.
    pub opens_by: OpensBy,
}

/// *Bridge.* What opens a member's file on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpensBy {
    /// Their code, without the network.
    Code,
    /// Signing in: they logged out, and let the file stay.
    SignIn,
}

/// *Bridge.* What happens to fetched data when the app closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Storage {
    /// Kept, encrypted, its key in the system keyring.
    Kept,
    /// The system has no usable keyring: nothing is kept after the app closes.
    SessionOnly,
}

/// *Bridge.* Logging out forgets code, tokens and trust; the file goes only if asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileOnSignOut {
    /// The encrypted file and its key stay, for the next sign-in of the same member.
    Keep,
    /// The file and its key are destroyed.
    Remove,
}
