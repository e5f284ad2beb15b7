//! From what went wrong to what the interface is told. The log gets the cause, without anything personal.

use protocol::ApiError;

use crate::dossier::Inner;
use crate::store::StoreError;
use crate::surroundings::NoEntropy;
use crate::sync::ClientError;
use crate::vault::{NotHashed, VaultError};

/// Anything that can go wrong inside.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The file.
    #[error("store: {0}")]
    Store(#[from] StoreError),
    /// The keyring.
    #[error("vault: {0}")]
    Vault(#[from] VaultError),
    /// The service.
    #[error("service: {0}")]
    Client(#[from] ClientError),
    /// Randomness.
    #[error(transparent)]
    Entropy(#[from] NoEntropy),
    /// The code's hash.
    #[error(transparent)]
    Hash(#[from] NotHashed),
    /// The file system, outside the store.
    #[error("system: {}", .0.kind())]
    System(#[from] std::io::Error),
    /// A document that cannot be made or shown.
    #[error("document: {0}")]
    Document(&'static str),
}

impl Inner {
    /// What to answer for a failure; one without a screen of its own goes to the log under a reference.
    pub(crate) fn answer_for(&self, failure: impl Into<Failure>) -> ApiError {
        match failure.into() {
            Failure::Store(StoreError::Closed | StoreError::Ending) => ApiError::Locked,
            Failure::Store(StoreError::NoSpace) => ApiError::NoSpace,
            Failure::Client(ClientError::Offline) => ApiError::Offline,
            Failure::Client(ClientError::Service | ClientError::StartAgain | ClientError::Unauthorized) => {
                ApiError::ServiceUnavailable
            }
            Failure::System(error) if is_no_space(&error) => ApiError::NoSpace,
            failure => {
                let reference = self.around.entropy.hex(4).unwrap_or_else(|_| "00000000".to_owned());
                tracing::error!(%reference, cause = %failure, "an unexpected failure");
                ApiError::Internal { reference }
            }
        }
    }
}

/// A full, write-protected or forbidden disk.
pub(crate) fn is_no_space(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
    matches!(error.kind(), StorageFull | QuotaExceeded | ReadOnlyFilesystem | PermissionDenied)
}
