//! One module a feature; each test begins with its row of the list of features.

mod access;
mod account;
mod ald;
mod allowances;
mod changes;
mod closing;
mod delays;
mod documents;
mod entrances;
mod everywhere;
mod expected;
mod faults;
mod files;
mod forgotten;
mod franceconnect;
mod home;
mod keyboard;
mod local_data;
mod looks;
mod members;
mod opening;
mod payments;
mod profile;
mod search;
mod sign_in;
mod surveys;

/// The family with twins, first on the service's page.
const CAMILLE: usize = 0;
