//! Where the browser comes back to on a phone or tablet: a link that the system hands to this app. Not built yet.
//!
//! A phone may put an app to sleep while its browser is in front, and with it a port that listens. There the address is a
//! claimed link of the app (App Links, Universal Links: RFC 8252, section 7.2), registered with the provider, which the
//! shell receives by `tauri-plugin-deep-link` and hands over here: the same query, read by the same rules as in
//! `callback.rs`. Until then FranceConnect says that it cannot be used on such a device.

use std::io;

use protocol::Secret;
use protocol::settings::Language;

/// The place to come back to.
pub(super) struct Callback;

/// What the browser brings back.
pub(super) struct Returned {
    /// Of the request that this answers, as the answer says.
    pub(super) state: String,
    /// The code, or the provider's word for why there is none.
    pub(super) code: Result<Secret, String>,
}

impl Callback {
    /// There is no such place yet.
    pub(super) async fn listen() -> io::Result<Self> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// For the provider.
    pub(super) fn address(&self) -> io::Result<String> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Waits for the browser.
    pub(super) async fn returned(self, _language: Language) -> io::Result<Returned> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
