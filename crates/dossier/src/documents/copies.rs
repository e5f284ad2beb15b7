//! Copies outside the encrypted file, only when the member asks. Their names hold nothing personal.

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use protocol::access::Access;
use protocol::documents::{DocumentKind, SavedCopy};
use protocol::{ApiError, DocumentId};

use crate::dossier::Dossier;
use crate::failure::Failure;
use crate::store::{DocumentRecord, StoreError};

impl Dossier {
    /// Writes a copy into the Downloads folder; never over another file.
    ///
    /// # Errors
    /// `NotFound`, `NotAvailableOffline`, `NoSpace`.
    pub async fn save_document(&self, id: DocumentId) -> Result<SavedCopy, ApiError> {
        self.copy(id, Access::DocumentSaved).await
    }

    async fn copy(&self, id: DocumentId, why: Access) -> Result<SavedCopy, ApiError> {
        let (document, bytes) = self.content(id).await?;
        let folder = self.inner.around.downloads_dir.clone();
        let name = file_name(&document);
        let written = tokio::task::spawn_blocking(move || write_copy(&folder, &name, &bytes)).await;
        let written =
            written.map_err(|_| Failure::Store(StoreError::Ending)).and_then(|path| path.map_err(Failure::System));
        let path = written.map_err(|failure| self.inner.answer_for(failure))?;
        // The copy is there all the same.
        let _ = self.note_document(why).await;
        let text = |part: Option<&OsStr>| part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(SavedCopy { file_name: text(path.file_name()), folder: text(path.parent().map(Path::as_os_str)) })
    }

    /// Writes a copy as [`Dossier::save_document`] does, for the system's file manager to show.
    ///
    /// # Errors
    /// As [`Dossier::save_document`].
    pub async fn share_document(&self, id: DocumentId) -> Result<SavedCopy, ApiError> {
        self.copy(id, Access::DocumentShared).await
    }
}

/// « attestation-de-droits-2026-11-26 », « releve-de-novembre-2026 »: what it is and its time, no name and no number.
fn file_name(document: &DocumentRecord) -> String {
    let kind = match document.kind {
        DocumentKind::Letter => "courrier",
        DocumentKind::Decision => "decision",
        DocumentKind::Receipt => "recu",
        DocumentKind::RightsAttestation => "attestation-de-droits",
        DocumentKind::MonthlyStatement | DocumentKind::AnnualStatement => {
            return plain(document.title.as_deref().unwrap_or("releve"));
        }
    };
    format!("{kind}-{}", document.date)
}

/// A title of this app in letters that every file system takes.
fn plain(title: &str) -> String {
    let letter = |c| match c {
        'é' => 'e',
        'û' => 'u',
        'a'..='z' | '0'..='9' => c,
        _ => '-',
    };
    title.to_lowercase().chars().map(letter).collect()
}

/// The whole copy appears under its final name, or nothing does.
fn write_copy(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let mut number = 1_u32;
    loop {
        let suffix = if number == 1 { String::new() } else { format!("-{number}") };
        let path = folder.join(format!("{name}{suffix}.pdf"));
        let part = folder.join(format!(".{name}{suffix}.pdf.part"));
        // Reserves the name: of two copies at once, each gets its own.
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                number += 1;
                continue;
            }
            Err(error) => return Err(error),
        }
        let written = write_whole(&part, bytes).and_then(|()| std::fs::rename(&part, &path));
        if let Err(error) = written {
            let _ = std::fs::remove_file(&part);
            let _ = std::fs::remove_file(&path);
            return Err(error);
        }
        return Ok(path);
    }
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_never_replaces_another_file() {
        let folder = tempfile::tempdir().unwrap();
        let names: Vec<String> = (0..3)
            .map(|number: u8| write_copy(folder.path(), "attestation-de-droits-2026-11-26", &[number]).unwrap())
            .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(
            names,
            [
                "attestation-de-droits-2026-11-26.pdf",
                "attestation-de-droits-2026-11-26-2.pdf",
                "attestation-de-droits-2026-11-26-3.pdf"
            ]
        );
        assert_eq!(std::fs::read(folder.path().join(&names[0])).unwrap(), [0]);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn a_statement_is_named_by_its_month() {
        assert_eq!(plain("Relevé d’août 2026"), "releve-d-aout-2026");
        assert_eq!(plain("Relevé annuel 2025"), "releve-annuel-2025");
    }

    #[test]
    fn nothing_stays_of_a_copy_that_failed() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(".a.pdf.part")).unwrap();
        assert!(write_copy(folder.path(), "a", b"x").is_err());
        assert!(!folder.path().join("a.pdf").exists());
    }
}
