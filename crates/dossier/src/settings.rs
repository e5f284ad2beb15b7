//! What the member chooses for this device, and the caisse chosen at first start: a small file in clear.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use protocol::settings::Settings;
use serde::{Deserialize, Serialize};

/// The contents of `settings.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Chosen {
    /// Language, theme, delays.
    pub(crate) settings: Settings,
    /// Code of the caisse.
    pub(crate) caisse: Option<String>,
}

/// The place of `settings.json`.
#[derive(Clone, Debug)]
pub(crate) struct SettingsFile {
    path: PathBuf,
}

impl SettingsFile {
    /// In this folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { path: folder.join("settings.json") }
    }

    /// What was chosen; the defaults when there is no file, or when it is damaged: it is then kept aside.
    pub(crate) fn read(&self) -> Chosen {
        let Ok(bytes) = std::fs::read(&self.path) else { return Chosen::default() };
        serde_json::from_slice(&bytes).unwrap_or_else(|_| {
            tracing::warn!("settings.json is damaged: set aside, defaults taken");
            let aside = (1..).map(|n| self.path.with_extension(format!("damaged-{n}"))).find(|path| !path.exists());
            if let Some(aside) = aside {
                let _ = std::fs::rename(&self.path, aside);
            }
            Chosen::default()
        })
    }

    /// Writes all of it, or leaves the file as it was.
    pub(crate) fn write(&self, chosen: &Chosen) -> std::io::Result<()> {
        let text = serde_json::to_vec_pretty(chosen)?;
        let next = self.path.with_extension("next");
        let mut file = File::create(&next)?;
        file.write_all(&text)?;
        file.sync_all()?;
        std::fs::rename(&next, &self.path)
    }
}

#[cfg(test)]
mod tests {
    use protocol::settings::{Language, Theme};

    use super::*;

    #[test]
    fn what_was_chosen_is_there_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::in_folder(folder.path());
        assert_eq!(file.read(), Chosen::default());
        let settings = Settings { language: Language::English, theme: Theme::Dark, ..Settings::default() };
        let chosen = Chosen { settings, caisse: Some("311".to_owned()) };
        file.write(&chosen).unwrap();
        assert_eq!(SettingsFile::in_folder(folder.path()).read(), chosen);
    }

    #[test]
    fn a_damaged_file_falls_back_to_the_defaults_and_is_kept_aside() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::in_folder(folder.path());
        std::fs::write(folder.path().join("settings.json"), "{ not JSON").unwrap();
        assert_eq!(file.read(), Chosen::default());
        assert_eq!(std::fs::read_to_string(folder.path().join("settings.damaged-1")).unwrap(), "{ not JSON");
    }
}
