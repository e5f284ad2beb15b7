//! A telephone number as it is typed.

use insurance::{PHONE_COUNTRIES, Phone, PhoneKind};
use serde::{Deserialize, Serialize};

use crate::error::Problem;

/// *Wire and bridge.* A telephone number as typed, with the country where it belongs.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhoneEntry {
    /// The code of a [`insurance::PhoneCountry`], such as `fr`.
    pub country: String,
    /// The number.
    pub number: String,
}

impl Default for PhoneEntry {
    fn default() -> Self {
        Self { country: "fr".to_owned(), number: String::new() }
    }
}

impl PhoneEntry {
    /// The number itself.
    ///
    /// # Errors
    /// What is wrong with it; `OtherCountry` when the country is none of those known.
    pub fn read(&self, kind: PhoneKind) -> Result<Phone, Problem> {
        let country = PHONE_COUNTRIES.iter().find(|country| country.code == self.country);
        Ok(Phone::parse(*country.ok_or(Problem::OtherCountry)?, kind, &self.number)?)
    }
}
