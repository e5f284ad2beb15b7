//! What the shell holds while the app runs: the core, opened on this device's surroundings.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use dossier::{
    Dossier, KEYRING_SERVICE, OpenError, Surroundings, SystemClock, SystemEntropy, Vault, keyring_service_of,
};
use protocol::sync::Tag;
use tauri::{AppHandle, Emitter, Manager, Url};
use tauri_plugin_opener::OpenerExt;

/// The service of the demonstration, as `cargo xtask run` starts it.
const DEFAULT_SERVICE: &str = "http://127.0.0.1:7878";

/// Why the app cannot start.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StartError {
    /// No window, or no folder for data.
    #[error(transparent)]
    System(#[from] tauri::Error),
    /// `COMPTE_ASSURE_SERVICE` is not an address.
    #[error("COMPTE_ASSURE_SERVICE is not a web address, such as {DEFAULT_SERVICE}")]
    Service,
    /// `COMPTE_ASSURE_NOW` is not an instant.
    #[error("COMPTE_ASSURE_NOW is not an instant, such as 2026-11-20T09:12:00Z")]
    Now,
    /// The core cannot open.
    #[error(transparent)]
    Core(#[from] OpenError),
}

/// Opens the core where the system, or the environment, says.
pub(crate) fn open(app: &AppHandle) -> Result<Dossier, StartError> {
    let (events, browser) = (app.clone(), app.clone());
    let data = env::var_os("COMPTE_ASSURE_DATA").map(PathBuf::from);
    let keyring_service = data.as_deref().map_or_else(|| KEYRING_SERVICE.to_owned(), keyring_service_of);
    Ok(Dossier::open(Surroundings {
        data_dir: data.map_or_else(|| app.path().app_local_data_dir(), Ok)?,
        downloads_dir: downloads(app)?,
        service: service()?,
        clock: Arc::new(clock()?),
        entropy: Arc::new(SystemEntropy),
        vault: Vault::System,
        keyring_service,
        open_browser: Arc::new(move |address: &Url| {
            browser.opener().open_url(address.as_str(), None::<&str>).map_err(std::io::Error::other)
        }),
        on_change: Arc::new(move |tags: &[Tag]| {
            if let Err(cause) = events.emit("changed", tags) {
                tracing::warn!(%cause, "the interface did not hear of a change");
            }
        }),
    })?)
}

/// A system that was never told of a Downloads folder gets one in the member's own.
fn downloads(app: &AppHandle) -> Result<PathBuf, tauri::Error> {
    app.path().download_dir().or_else(|_| Ok(app.path().home_dir()?.join("Downloads")))
}

fn service() -> Result<Url, StartError> {
    let address = env::var("COMPTE_ASSURE_SERVICE").unwrap_or_else(|_| DEFAULT_SERVICE.to_owned());
    address.parse().map_err(|_| StartError::Service)
}

fn clock() -> Result<SystemClock, StartError> {
    match env::var("COMPTE_ASSURE_NOW") {
        Ok(instant) => Ok(SystemClock::starting_at(instant.parse().map_err(|_| StartError::Now)?)),
        Err(_) => Ok(SystemClock::default()),
    }
}
