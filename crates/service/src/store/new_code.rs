//! Another code: what it ends. Whoever knew the one before gets no further with what they got by it.

use rusqlite::Transaction;

use super::sessions::Bearer;
use super::{Error, access, entrances, sessions};

/// Where the code was chosen: this goes on, everything else ends.
#[derive(Clone, Copy)]
pub(crate) enum ChosenBy<'a> {
    /// A page, or an opening: nothing goes on.
    Page,
    /// A way in, named by its hash.
    Entrance(&'a [u8; 32]),
    /// A session.
    Session(Bearer),
}

/// The code counts from now on. Every other way in and every other session of the member ends, and no other device is
/// trusted any more.
pub(crate) fn replace(tx: &Transaction<'_>, member: i64, hash: &str, by: ChosenBy<'_>) -> Result<(), Error> {
    access::set_code(tx, member, hash)?;
    let (entrance, device, family) = match by {
        ChosenBy::Page => (None, None, None),
        ChosenBy::Entrance(entrance) => (Some(entrance), entrances::device_of(tx, entrance)?, None),
        ChosenBy::Session(own) => (None, Some(sessions::device_of(tx, own.family)?), Some(own.family)),
    };
    entrances::end_others(tx, member, entrance)?;
    sessions::end_others(tx, member, family)?;
    sessions::distrust_others(tx, member, device.as_deref())
}
