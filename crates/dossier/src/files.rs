//! Files of work accidents and occupational diseases, as of today.

use std::cmp::Reverse;

use insurance::files::timeline;
use jiff::civil::Date;
use protocol::ApiError;
use protocol::files::{FileView, FilesPage, WorkFile};

use crate::dossier::Dossier;
use crate::payments::Names;
use crate::store::{Reader, StoreError};

impl Dossier {
    /// All files, with their steps.
    ///
    /// # Errors
    /// Those of every question to the store.
    pub async fn files(&self) -> Result<FilesPage, ApiError> {
        let today = self.inner.around.clock.today();
        self.read(move |reader| {
            let files = files(reader)?;
            let names = Names::of(&reader.all_people()?);
            let views = files.iter().map(|file| view(file, &names, today));
            Ok(FilesPage { files: views.collect(), today, fetched: reader.complete_at()?.is_some() })
        })
        .await
    }
}

/// As received, newest first.
pub(crate) fn files(reader: &Reader<'_>) -> Result<Vec<WorkFile>, StoreError> {
    let mut files: Vec<WorkFile> = reader.things()?;
    files.sort_by_key(|file| Reverse(file.happened_on));
    Ok(files)
}

/// A file as of a day.
pub(crate) fn view(file: &WorkFile, names: &Names, today: Date) -> FileView {
    FileView {
        id: file.id.clone(),
        name: names.short(std::slice::from_ref(&file.beneficiary)).pop().unwrap_or_default(),
        kind: file.kind,
        happened_on: file.happened_on,
        timeline: timeline(file.kind, file.happened_on, &file.events, today),
    }
}
