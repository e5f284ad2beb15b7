//! FranceConnect (A9): who it is, proven by an identity provider, in place of number and code, or of a proof.
//!
//! The app obtains an ID token from the provider as a public client: authorization code flow, PKCE, in the system's
//! browser. The service checks the token again, itself.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::DeviceId;
use crate::secret::Secret;

/// Under which name the app is registered with the provider.
pub const CLIENT_ID: &str = "compte-assure";
/// Where the demonstration's own provider is, below the address of the service.
pub const PROVIDER_PATH: &str = "identity";
/// Where the provider sends the browser back to, on a port of this device.
pub const CALLBACK_PATH: &str = "/callback";
/// The level of assurance that is asked for.
pub const ACR: &str = "eidas1";

/// *Wire.* `POST /v1/franceconnect`: who is it? Nothing is opened yet.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Identified {
    /// As the provider issued it to the app.
    pub id_token: Secret,
    /// What only the app that asked for the token knows: the token's nonce is the SHA-256 of it, in base64url.
    pub nonce: Secret,
}

/// *Wire.* The answer to [`Identified`], with status 200, 401, 403 or 429.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum IdentifiedOutcome {
    /// 200. This person has an account: [`FranceConnectSignIn`] opens it.
    Known {
        /// 13 characters.
        nir: Secret,
    },
    /// 200. The caisse insures this person, who has no account: it can be opened without another proof.
    NoAccount {
        /// For [`crate::opening::Finish`]: opens nothing else.
        opening: Secret,
        /// Whole seconds that `opening` lives.
        expires_in: u64,
        /// Who.
        person: ProvenPerson,
    },
    /// 403. The caisse finds nobody, or more than one person, with these birth data.
    NotMatched,
    /// 401. The token proves nothing: forged, for another application, too old, not asked for by this app.
    NotProven,
    /// 429. Nothing is looked at before this delay is over.
    TooManyAttempts {
        /// Whole seconds.
        retry_in: u64,
    },
}

/// *Wire.* Who wants an account, as the provider says and the caisse agrees.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProvenPerson {
    /// First and last name.
    pub name: String,
    /// 13 characters.
    pub nir: Secret,
    /// Birth date.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub birth_date: Date,
}

/// *Wire.* `POST /v1/franceconnect/sign-in`: the answer is a [`crate::sign_in::SignInOutcome`], as after a right code.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FranceConnectSignIn {
    /// The same token.
    pub id_token: Secret,
    /// The same secret.
    pub nonce: Secret,
    /// The device, as the service named it before; none at first.
    pub device: Option<DeviceId>,
    /// The device's trust, as the last sign-in gave it.
    #[serde(default)]
    pub trust: Option<Secret>,
}

/// *Bridge.* What comes of « S’identifier avec FranceConnect ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum FranceConnectAnswer {
    /// The way in goes on, or the account is open: the session's phase says which.
    Entered,
    /// There is no account: it can be opened, identity proven. The opening waits for it.
    NoAccount {
        /// First and last name.
        name: String,
    },
    /// The caisse finds nobody with these birth data.
    NotMatched,
    /// The person refused, at the provider.
    Refused,
    /// Nobody came back from the browser in time.
    TimedOut,
    /// No browser opens on this device.
    NoBrowser,
    /// The member turned back, here.
    Left,
    /// An answer came that cannot be trusted. Nothing was opened.
    Distrusted {
        /// Why.
        because: Distrust,
    },
}

/// *Bridge.* Why an answer of the provider is not trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Distrust {
    /// It belongs to another request.
    State,
    /// The provider did not sign it.
    Signature,
    /// It was made for another request.
    Nonce,
    /// It was made for another application.
    Audience,
    /// It is too old, or this device's clock is wrong.
    Expired,
    /// Something else about it is not as it should be.
    Other,
}
