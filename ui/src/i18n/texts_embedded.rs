//! The messages where there is no page to bring them: in unit tests.

use protocol::settings::Language;

/// The file of a language.
pub(super) fn text(language: Language) -> &'static str {
    match language {
        Language::French => include_str!("../../../assets/messages/fr.txt"),
        Language::English => include_str!("../../../assets/messages/en.txt"),
    }
}
