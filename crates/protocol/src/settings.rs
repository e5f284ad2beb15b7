//! What the member chooses for this device. Nothing personal: it is kept in clear.

use serde::{Deserialize, Serialize};

/// *Bridge.*
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The interface's language.
    pub language: Language,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// The app locks after so many minutes without a touch; 0 for never.
    pub lock_after_minutes: u16,
    /// Whether the system keyring may keep the numeric code.
    pub keep_code: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { language: Language::French, theme: Theme::System, lock_after_minutes: 5, keep_code: true }
    }
}

/// Interface language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// Français.
    #[serde(rename = "fr")]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Language {
    /// « fr » or « en », as in `Accept-Language`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language whose tag begins the text.
    pub fn of_tag(text: &str) -> Option<Self> {
        let tag = text.trim_start().get(..2)?.to_ascii_lowercase();
        [Self::French, Self::English].into_iter().find(|language| language.tag() == tag)
    }
}
