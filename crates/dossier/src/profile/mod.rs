//! The member's own information and the persons of the account: as it arrives, and masked for the screen.

mod apply;
mod change;
mod name;
mod reveal;
mod view;

pub(crate) use apply::{take_person, take_profile};
pub(crate) use name::{full_name, initials, usual_first_name};

use protocol::profile::Beneficiary;

use crate::store::{Reader, StoreError};

/// The member as a person: the one that the profile names.
pub(crate) fn member(reader: &Reader<'_>) -> Result<Option<Beneficiary>, StoreError> {
    match reader.profile()? {
        Some(profile) => reader.person(&profile.beneficiary),
        None => Ok(None),
    }
}
