//! What can go wrong with the file, told without any of its contents.

use rusqlite::ErrorCode;

use crate::failure::is_no_space;

/// Why a read or a write did not happen.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StoreError {
    /// The file was closed by a lock or a log-out.
    #[error("the file is closed")]
    Closed,
    /// The file cannot be read with its key: damaged, or not ours.
    #[error("the file is damaged")]
    Damaged,
    /// The disk is full or cannot be written.
    #[error("the disk is full or cannot be written")]
    NoSpace,
    /// The database refused; only its code is told, never its text.
    #[error("the database answered code {0}")]
    Sql(i32),
    /// A row or a body does not have the expected form.
    #[error("a stored {0} has an unexpected form")]
    Form(&'static str),
    /// Made by a later version of the app.
    #[error("the file has format {0}, newer than this app knows")]
    Newer(i64),
    /// The work was dropped because the app is ending.
    #[error("the app is ending")]
    Ending,
    /// The system refused, outside the database.
    #[error("the system refused: {0}")]
    System(std::io::ErrorKind),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(cause) = error.sqlite_error() else { return Self::Form("row") };
        match cause.code {
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::Damaged,
            ErrorCode::DiskFull | ErrorCode::ReadOnly | ErrorCode::CannotOpen => Self::NoSpace,
            ErrorCode::SystemIoFailure if WRITE_FAILURES.contains(&cause.extended_code) => Self::NoSpace,
            _ => Self::Sql(cause.extended_code),
        }
    }
}

/// `SQLITE_IOERR_WRITE`, `_FSYNC`, `_TRUNCATE`, `_SHMSIZE`: what a full disk may look like.
const WRITE_FAILURES: [i32; 4] = [
    rusqlite::ffi::SQLITE_IOERR_WRITE,
    rusqlite::ffi::SQLITE_IOERR_FSYNC,
    rusqlite::ffi::SQLITE_IOERR_TRUNCATE,
    rusqlite::ffi::SQLITE_IOERR_SHMSIZE,
];

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        if is_no_space(&error) { Self::NoSpace } else { Self::System(error.kind()) }
    }
}
