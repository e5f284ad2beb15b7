//! What this device alone knows: unlocks, wrong codes at its locked screen, copies that left the file. It stays in the
//! member's own encrypted file, for twelve months.

use jiff::{SignedDuration, Timestamp};
use protocol::ApiError;
use protocol::access::Access;
use protocol::sync::Tag;

use crate::account_open::Account;
use crate::dossier::Dossier;
use crate::store::{StoreError, Writer};

/// So long is remembered.
const MEMORY: SignedDuration = SignedDuration::from_hours(365 * 24);

/// Something happens on this device.
pub(crate) fn note(writer: &Writer<'_>, what: Access, count: u32, at: Timestamp) -> Result<(), StoreError> {
    writer.forget_own_events(at - MEMORY)?;
    writer.put_own_event(what, count, at)
}

impl Dossier {
    /// The account was opened with the code, after so many wrong ones, of which the last was then.
    pub(crate) async fn note_unlocked(&self, account: &Account, wrong: u32, last: Timestamp) {
        let now = self.inner.around.clock.now();
        let store = account.store();
        let noted = store.write(move |writer| {
            if wrong > 0 {
                note(writer, Access::WrongCode, wrong, last.min(now))?;
            }
            note(writer, Access::Unlocked, 1, now)
        });
        // The account is open all the same.
        if let Err(error) = noted.await {
            tracing::warn!(%error, "an unlock could not be noted");
        }
    }

    /// A copy left the file, or a document was made or erased.
    pub(crate) async fn note_document(&self, what: Access) -> Result<(), ApiError> {
        let now = self.inner.around.clock.now();
        self.write(move |writer| note(writer, what, 1, now)).await?;
        self.inner.notices.tell(&[Tag::Access]);
        Ok(())
    }

    /// The member sends the document on the screen to the printer.
    ///
    /// # Errors
    /// When no account is open.
    pub async fn note_printed(&self) -> Result<(), ApiError> {
        self.note_document(Access::DocumentPrinted).await
    }
}
