//! The bridge: each command hands its request to the core and its answer to the interface.

pub(crate) mod access;
pub(crate) mod account;
pub(crate) mod ald;
pub(crate) mod allowances;
pub(crate) mod delays;
pub(crate) mod documents;
pub(crate) mod expected;
pub(crate) mod files;
pub(crate) mod franceconnect;
pub(crate) mod home;
pub(crate) mod opening;
pub(crate) mod payments;
pub(crate) mod profile;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod sign_in;
pub(crate) mod sync;

use dossier::Dossier;
use protocol::ApiError;
use tauri::State;

/// The core, as Tauri hands it to a command.
type Core<'a> = State<'a, Dossier>;

/// What a command answers.
type Answer<T> = Result<T, ApiError>;
