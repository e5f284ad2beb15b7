//! Window sizes at which the app is looked at.

/// Width and height in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// For file names.
    pub name: &'static str,
}

impl Size {
    /// A small phone, upright.
    pub const PHONE: Self = Self { width: 360, height: 800, name: "phone" };
    /// A tablet, upright.
    pub const TABLET: Self = Self { width: 820, height: 1180, name: "tablet" };
    /// A laptop.
    pub const LAPTOP: Self = Self { width: 1280, height: 800, name: "laptop" };
}
