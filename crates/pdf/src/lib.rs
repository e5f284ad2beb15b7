//! Documents as tagged PDF: content and fonts in, bytes out. No I/O, no clock: the same content gives the same bytes.
//!
//! A document is a list of blocks, said once. The page is laid out from it, the structure tree is made from it, and so
//! is the text for screen readers.

pub mod annual;
pub mod attestation;
mod block;
mod error;
mod fonts;
pub mod letter;
mod paper;
pub mod party;
pub mod statement;
mod structure;
mod style;
mod tagging;
mod wrap;

pub use error::Error;
pub use fonts::Fonts;
