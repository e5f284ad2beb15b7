//! What one installation of the app keeps on its machine.

use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempDir;

/// Folders of one installation: removed with it.
pub struct Device {
    folder: TempDir,
}

impl Device {
    /// A device on which the app was never started.
    ///
    /// # Errors
    /// When there is no place for temporary files.
    pub fn new() -> Result<Self> {
        let device = Self { folder: tempfile::Builder::new().prefix("device-").tempdir()? };
        for folder in [device.data(), device.home()] {
            std::fs::create_dir_all(folder)?;
        }
        Ok(device)
    }

    /// Encrypted files and settings: `COMPTE_ASSURE_DATA`.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Copies that the member asked for. The system names no such folder, as on a fresh machine.
    pub fn downloads(&self) -> PathBuf {
        self.home().join("Downloads")
    }

    /// What WebKit and GTK keep for the app: `XDG_DATA_HOME`, `XDG_CACHE_HOME` and `XDG_CONFIG_HOME` are in it.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// What the app writes on standard output and standard error.
    pub fn log(&self) -> PathBuf {
        self.folder.path().join("app.log")
    }

    /// Every file of the device, in `folder` and below.
    pub fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries
            .flat_map(|entry| {
                let path = entry.path();
                if path.is_dir() { Self::files(&path) } else { vec![path] }
            })
            .collect()
    }

    /// The folder that holds all the others.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}
