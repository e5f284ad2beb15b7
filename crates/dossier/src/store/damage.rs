//! Damaged files are set aside beside the others, with a number; they are never deleted on their own.

use std::path::{Path, PathBuf};

use super::StoreError;

/// Renames the file, with what SQLite keeps beside it, to `<name>.damaged-N`.
pub(crate) fn set_aside(path: &Path) -> Result<(), StoreError> {
    let target = (1..).map(|number| path.with_extension(format!("damaged-{number}"))).find(|target| !target.exists());
    let Some(target) = target else { return Ok(()) };
    std::fs::rename(path, &target)?;
    let journal = beside(path, "-wal");
    if journal.exists() {
        std::fs::rename(journal, beside(&target, "-wal"))?;
    }
    remove_if_there(&beside(path, "-shm"))
}

/// Destroys the file and every damaged one that was set aside from it.
pub(crate) fn remove_files(path: &Path) -> Result<(), StoreError> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_stem().and_then(|name| name.to_str())) else {
        return Ok(());
    };
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry
            .file_name()
            .to_str()
            .is_some_and(|file| file.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
        {
            remove_if_there(&entry.path())?;
        }
    }
    Ok(())
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
