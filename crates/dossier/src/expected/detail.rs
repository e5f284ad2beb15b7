//! One noted care, with what may be deducted from its refund, the acts that it could be, and its receipt.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::Date;
use protocol::NotedId;
use protocol::expected::{ExpectedDetail, Receipt};

use super::list::Notes;
use crate::payments::{Names, waiting_deductions};
use crate::store::{Reader, StoreError};

/// Acts offered for a tie by hand.
const CANDIDATES: usize = 6;

pub(super) fn detail(reader: &Reader<'_>, id: &NotedId, today: Date) -> Result<Option<ExpectedDetail>, StoreError> {
    let notes = Notes::read(reader)?;
    let Some(care) = notes.care.iter().find(|care| care.id == *id) else { return Ok(None) };
    let picture = reader.receipt(id)?;
    let names = Names::of(&reader.all_people()?);
    Ok(Some(ExpectedDetail {
        row: notes.row(care, &names, today),
        waiting_deductions: waiting_deductions(reader, today)?,
        candidates: notes.candidates(care, CANDIDATES),
        receipt: picture
            .map(|picture| Receipt { data: STANDARD.encode(&picture.bytes), media_type: picture.media_type }),
        today,
    }))
}
