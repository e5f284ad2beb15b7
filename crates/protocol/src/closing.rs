//! Closing an account for good (R14).

use serde::{Deserialize, Serialize};

use crate::secret::Secret;

/// *Wire.* `POST /v1/account/close`.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Close {
    /// The member's code, once more.
    pub code: Secret,
}

/// *Wire.* The answer to [`Close`], with status 200, 403 or 429.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum CloseOutcome {
    /// 200. There is no account any more.
    Closed,
    /// 403. The session goes on.
    WrongCode {
        /// Whole seconds until the next code is looked at; 0 for at once.
        retry_in: u64,
    },
    /// 429. No code is looked at before this delay is over.
    TooManyAttempts {
        /// Whole seconds.
        retry_in: u64,
    },
}
