//! Checks that are no tests: one file a kind.

pub(crate) mod licences;
pub(crate) mod lint;
pub(crate) mod spdx;
pub(crate) mod targets;
