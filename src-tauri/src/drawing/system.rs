//! Elsewhere the system draws the window as it likes.

/// Nothing to prepare.
pub(crate) fn prepare() {}
