//! The features, one folder each. They do not import one another: the shared look is in `components`.

pub(crate) mod access;
pub(crate) mod account;
pub(crate) mod ald;
pub(crate) mod allowances;
pub(crate) mod delays;
pub(crate) mod documents;
pub(crate) mod files;
pub(crate) mod franceconnect;
pub(crate) mod home;
pub(crate) mod opening;
pub(crate) mod payments;
pub(crate) mod profile;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod sign_in;
