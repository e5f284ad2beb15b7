//! The draft of an opening: an encrypted file named by a random number, its key in the keyring. Without a keyring it
//! lives as long as the app.

use protocol::Secret;
use protocol::opening::{OpeningDraft, OpeningEntries};
use serde::{Deserialize, Serialize};
use tokio::sync::MutexGuard;

use super::proven::ProvenIdentity;
use crate::dossier::{Dossier, Inner};
use crate::failure::Failure;
use crate::store::{DraftFile, Key, StoreError, remove_files};
use crate::vault::VaultError;
use protocol::ApiError;
use protocol::sign_in::Storage;

/// An opening while the app runs.
#[derive(Default)]
pub(crate) struct UnderWay {
    /// Whether the device was asked for a draft since the app started.
    looked: bool,
    draft: Option<OpeningDraft>,
    file: Option<DraftFile>,
    /// As chosen; never on the disk.
    pub(super) code: Option<Secret>,
    /// Proven by FranceConnect: whose opening it is.
    pub(super) identity: Option<ProvenIdentity>,
    /// Proven, with what was proven.
    pub(super) proven: Option<(OpeningEntries, Secret)>,
}

/// Where the draft is: kept in the keyring.
#[derive(Serialize, Deserialize)]
pub(crate) struct DraftPlace {
    /// The file's name without its ending: random.
    file: String,
    /// The file's key, in hexadecimal.
    key: Secret,
}

impl UnderWay {
    pub(super) fn draft(&self) -> Option<&OpeningDraft> {
        self.draft.as_ref()
    }

    pub(super) fn code_length(&self) -> Option<u8> {
        self.code.as_ref().and_then(|code| u8::try_from(code.expose().len()).ok())
    }
}

impl Dossier {
    /// The opening, as the device has it.
    pub(super) async fn under_way(&self) -> Result<MutexGuard<'_, UnderWay>, ApiError> {
        self.inner.secrets().await?;
        let mut own = self.inner.opening.lock().await;
        if !own.looked {
            self.inner.look(&mut own).await.map_err(|error| self.inner.answer_for(error))?;
            own.looked = true;
        }
        Ok(own)
    }

    /// Keeps the draft.
    pub(super) async fn keep_draft(&self, own: &mut UnderWay, draft: OpeningDraft) -> Result<(), ApiError> {
        let storage = self.inner.secrets().await?.storage;
        if own.draft.as_ref() == Some(&draft) {
            return Ok(());
        }
        if storage == Storage::Kept {
            self.inner.write(own, &draft).await.map_err(|error| self.inner.answer_for(error))?;
        }
        own.draft = Some(draft);
        Ok(())
    }

    /// Destroys the draft, its key, the code and the proof.
    pub(super) async fn forget_draft(&self, own: &mut UnderWay) -> Result<(), ApiError> {
        *own = UnderWay { looked: true, ..UnderWay::default() };
        self.inner.destroy().await.map_err(|error| self.inner.answer_for(error))
    }
}

impl Inner {
    async fn look(&self, own: &mut UnderWay) -> Result<(), Failure> {
        let Some(place) = self.draft_place().await? else { return Ok(()) };
        let opened = self.open(&place).await.and_then(|file| Ok((file.read()?, file)));
        match opened {
            Ok((body, file)) => {
                own.draft = body.and_then(|body| serde_json::from_str(&body).ok());
                own.file = Some(file);
                Ok(())
            }
            Err(Failure::Store(StoreError::Damaged | StoreError::Form(_))) => {
                tracing::warn!("the draft of an opening is damaged: it is removed");
                self.destroy().await
            }
            Err(error) => Err(error),
        }
    }

    async fn write(&self, own: &mut UnderWay, draft: &OpeningDraft) -> Result<(), Failure> {
        if own.file.is_none() {
            let entropy = self.around.entropy.as_ref();
            let place = DraftPlace { file: entropy.hex(16)?, key: Secret::new(entropy.hex(32)?) };
            // The key first: a file without its key would stay for ever.
            self.opened_secrets()?.set_opening(&place).await?;
            own.file = Some(self.open(&place).await?);
        }
        let body = serde_json::to_string(draft).map_err(|_| StoreError::Form("draft"))?;
        if let Some(file) = &own.file {
            file.write(&body)?;
        }
        Ok(())
    }

    async fn destroy(&self) -> Result<(), Failure> {
        let Some(place) = self.draft_place().await? else { return Ok(()) };
        // Without its key the file is noise, even if it cannot be deleted.
        self.opened_secrets()?.remove_opening().await?;
        let path = self.path_of(&place);
        Ok(tokio::task::spawn_blocking(move || remove_files(&path)).await.map_err(|_| StoreError::Ending)??)
    }

    async fn draft_place(&self) -> Result<Option<DraftPlace>, Failure> {
        Ok(self.opened_secrets()?.opening().await?)
    }

    async fn open(&self, place: &DraftPlace) -> Result<DraftFile, Failure> {
        let (path, key) = (self.path_of(place), Key::from_hex(place.key.expose()).ok_or(VaultError::Form)?);
        let opened = tokio::task::spawn_blocking(move || DraftFile::open(&path, &key));
        Ok(opened.await.map_err(|_| StoreError::Ending)??)
    }

    fn path_of(&self, place: &DraftPlace) -> std::path::PathBuf {
        self.around.data_dir.join(format!("{}.opening", place.file))
    }
}
