//! What can go wrong while a document is made.

use thiserror::Error;

/// Why there is no document. None of these says anything about its content.
#[derive(Debug, Error)]
pub enum Error {
    /// A font cannot be read.
    #[error("a font cannot be read")]
    Font,
    /// The document came out without a part that it must have.
    #[error("the document has no {0}")]
    Incomplete(&'static str),
    /// An object of the document cannot be changed or written.
    #[error("the document cannot be put together")]
    Object(#[from] lopdf::Error),
    /// The bytes cannot be written.
    #[error("the document cannot be written")]
    Write(#[from] std::io::Error),
}
