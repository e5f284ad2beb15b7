//! The wire: the types that service, core and interface exchange, said once, one module per feature.
//!
//! Types marked *wire* travel between service and core; types marked *bridge* between core and
//! interface; a few serve both. No SQL, HTTP, Tauri or Dioxus here.

pub mod access;
pub mod account;
pub mod ald;
pub mod allowances;
pub mod charts;
pub mod closing;
pub mod debts;
pub mod deductions;
pub mod delays;
pub mod documents;
pub mod entrance;
pub mod error;
pub mod expected;
pub mod files;
pub mod forwarding;
pub mod franceconnect;
pub mod home;
pub mod ids;
pub mod opening;
pub mod payments;
pub mod phone;
pub mod profile;
pub mod search;
pub mod secret;
pub mod settings;
pub mod sign_in;
pub mod statements;
pub mod sync;

pub use error::{ApiError, Field, Problem};
pub use ids::{
    AldId, BeneficiaryId, CardPaymentId, CareId, DebtId, DeviceId, DocumentId, FileId, LeaveId, NotedId, PaymentId,
    ProfileId,
};
pub use secret::Secret;
