//! The messages of each language, read once.

use std::sync::OnceLock;

use protocol::settings::Language;

use super::texts;

/// Messages of one language, sorted by key.
pub(crate) struct Catalogue(Vec<(&'static str, &'static str)>);

/// The messages of a language.
pub(crate) fn catalogue(language: Language) -> &'static Catalogue {
    static FRENCH: OnceLock<Catalogue> = OnceLock::new();
    static ENGLISH: OnceLock<Catalogue> = OnceLock::new();
    match language {
        Language::French => FRENCH.get_or_init(|| Catalogue::read(texts::text(language))),
        Language::English => ENGLISH.get_or_init(|| Catalogue::read(texts::text(language))),
    }
}

impl Catalogue {
    /// Reads `key = text` lines; empty lines and lines with `#` say nothing.
    pub(crate) fn read(source: &'static str) -> Self {
        let mut messages: Vec<_> = source
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('='))
            .map(|(key, text)| (key.trim(), text.trim()))
            .collect();
        messages.sort_unstable();
        Self(messages)
    }

    /// The text under a key; the key itself when there is none, which a test excludes.
    pub(crate) fn text(&self, key: &'static str) -> &'static str {
        self.find(key).unwrap_or(key)
    }

    /// The form of a key for a count: `KEY.one` or `KEY.other`.
    pub(crate) fn form(&self, key: &'static str, form: &str) -> &'static str {
        self.find(&format!("{key}.{form}")).unwrap_or(key)
    }

    /// Everything, sorted by key.
    #[cfg(test)]
    pub(crate) fn messages(&self) -> &[(&'static str, &'static str)] {
        &self.0
    }

    fn find(&self, key: &str) -> Option<&'static str> {
        let at = self.0.binary_search_by(|(other, _)| (*other).cmp(key)).ok()?;
        self.0.get(at).map(|(_, text)| *text)
    }
}
