//! The rules of the French health insurance: identifiers, amounts, reimbursement, deductions, daily allowances, deadlines.
//! Pure: no I/O, no clock.

mod act;
mod age;
pub mod ald;
pub mod allowances;
mod cents;
pub mod code_policy;
pub mod dates;
pub mod deductions;
pub mod delays;
mod email;
pub mod expected;
pub mod files;
mod iban;
pub mod ledger;
pub mod name;
mod nir;
pub mod parameters;
mod phone;
mod postal_code;
mod rate;
pub mod reimbursement;
pub mod scheme;
mod typed;
mod vitale;

pub use act::{ActKind, DeductionKind};
pub use age::{age_on, is_minor_on_1_january};
pub use cents::{Cents, CentsError};
pub use email::{EmailAddress, EmailError};
pub use iban::{Iban, IbanError};
pub use nir::{Nir, NirError};
pub use phone::{PHONE_COUNTRIES, Phone, PhoneCountry, PhoneError, PhoneKind};
pub use postal_code::{PostalCode, PostalCodeError};
pub use rate::{Rate, RateError};
pub use vitale::{VitaleSerial, VitaleSerialError};
