//! The profile and the persons as they arrive.

use protocol::profile::{Beneficiary, Profile};

use crate::store::{StoreError, Writer};

/// Takes the member's own information, or takes it away.
pub(crate) fn take_profile(writer: &Writer<'_>, _id: &str, body: Option<&str>) -> Result<(), StoreError> {
    if let Some(body) = body {
        let _: Profile = serde_json::from_str(body).map_err(|_| StoreError::Form("profile"))?;
    }
    writer.put_profile(body)
}

/// Takes a person, or notes that they left.
pub(crate) fn take_person(writer: &Writer<'_>, id: &str, body: Option<&str>) -> Result<(), StoreError> {
    let Some(body) = body else { return writer.person_left(id) };
    let person: Beneficiary = serde_json::from_str(body).map_err(|_| StoreError::Form("person"))?;
    if person.id.as_str() != id {
        return Err(StoreError::Form("person"));
    }
    writer.put_person(id, person.rank, body)
}
