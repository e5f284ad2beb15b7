//! Refunds that the member expects: care that they noted, what it should bring, and the payment that it came with. What is
//! noted stays in the file, apart from what was fetched; nothing of it is sent.

mod check;
mod detail;
mod list;
mod picture;
#[cfg(test)]
mod tests;

use protocol::expected::{ExpectedDetail, ExpectedPage, NoteCare, TieCare};
use protocol::sync::Tag;
use protocol::{ApiError, NotedId};

use crate::dossier::Dossier;
use crate::store::{NotedTie, StoreError};

impl Dossier {
    /// What has not come, and what has.
    ///
    /// # Errors
    /// When no account is open.
    pub async fn expected(&self) -> Result<ExpectedPage, ApiError> {
        let today = self.inner.around.clock.today();
        self.read(move |reader| list::page(reader, today)).await
    }

    /// One of them.
    ///
    /// # Errors
    /// `NotFound` when it is not noted.
    pub async fn expected_care(&self, id: NotedId) -> Result<ExpectedDetail, ApiError> {
        let today = self.inner.around.clock.today();
        self.read(move |reader| detail::detail(reader, &id, today)).await?.ok_or(ApiError::NotFound)
    }

    /// Notes care, encrypted, with the picture of its receipt.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for an entry that cannot be right, or a picture that is none; `NoSpace`.
    pub async fn note_care(&self, request: NoteCare) -> Result<NotedId, ApiError> {
        let today = self.inner.around.clock.today();
        let id = self.inner.around.entropy.hex(16).map_err(|error| self.inner.answer_for(error))?;
        let people = self.read(|reader| reader.present_people()).await?;
        let care = check::check(&request.entries, NotedId::new(id), &people, today)?;
        let receipt = match request.receipt {
            Some(data) => {
                let looked_at = tokio::task::spawn_blocking(move || picture::check(&data)).await;
                Some(looked_at.map_err(|_| self.inner.answer_for(StoreError::Ending))??)
            }
            None => None,
        };
        let id = care.id.clone();
        self.write(move |writer| writer.put_noted_care(&care, receipt.as_ref())).await?;
        self.inner.notices.tell(&[Tag::Expected]);
        Ok(id)
    }

    /// Forgets noted care, with its picture.
    ///
    /// # Errors
    /// `NotFound` when it is not noted.
    pub async fn forget_care(&self, id: NotedId) -> Result<(), ApiError> {
        self.done(self.write(move |writer| writer.remove_noted_care(&id)).await?)
    }

    /// Ties noted care to an act of a payment, or unties it.
    ///
    /// # Errors
    /// `NotFound` when it is not noted.
    pub async fn tie_care(&self, request: TieCare) -> Result<(), ApiError> {
        let TieCare { noted, care, tie } = request;
        let tie = NotedTie { noted, care, kind: tie };
        self.done(self.write(move |writer| writer.put_noted_tie(&tie)).await?)
    }

    fn done(&self, found: bool) -> Result<(), ApiError> {
        if !found {
            return Err(ApiError::NotFound);
        }
        self.inner.notices.tell(&[Tag::Expected]);
        Ok(())
    }
}
