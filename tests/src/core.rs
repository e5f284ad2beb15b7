//! The real core without a window: on a folder, a keyring in memory and the service of a test.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use dossier::{Dossier, MemoryVault, OpenBrowser, Surroundings, SystemClock, SystemEntropy, Vault};
use protocol::Secret;
use protocol::sign_in::{Phase, SignInForm};
use protocol::sync::SyncState;
use tokio::task::JoinHandle;
use url::Url;

use crate::contents::failed;
use crate::service::Member;

/// A core that runs until it is dropped, as the app's does.
pub struct Core {
    /// What the shell would call.
    pub dossier: Dossier,
    running: JoinHandle<()>,
}

impl Core {
    /// Starts a core, as at a start of the app, and opens the member's account in it.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn open(folder: &Path, vault: Vault, keyring: &str, service: Url, member: &Member) -> Result<Self> {
        let core = Self::start(folder, vault, keyring, service, Arc::new(|_| Ok(())))?;
        core.enter(member).await?;
        Ok(core)
    }

    /// Starts a core, as at a start of the app. `browser` is asked to show the identity provider's page.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(folder: &Path, vault: Vault, keyring: &str, service: Url, browser: OpenBrowser) -> Result<Self> {
        let dossier = Dossier::open(Surroundings {
            data_dir: folder.to_owned(),
            downloads_dir: folder.to_owned(),
            service,
            clock: Arc::new(SystemClock::starting_at("2026-11-20T09:12:00Z".parse()?)),
            entropy: Arc::new(SystemEntropy),
            vault,
            keyring_service: keyring.to_owned(),
            open_browser: browser,
            on_change: Arc::new(|_| {}),
        })?;
        let inner = dossier.clone();
        Ok(Self { dossier, running: tokio::spawn(async move { inner.run().await }) })
    }

    /// With a keyring in memory, which outlives the core when its clone does.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn in_memory(folder: &Path, vault: &MemoryVault, service: Url, member: &Member) -> Result<Self> {
        Self::open(folder, Vault::Memory(vault.clone()), "test", service, member).await
    }

    /// Opens the member's account, by signing in or unlocking.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn enter(&self, member: &Member) -> Result<()> {
        let code = Secret::new(member.code.as_str());
        match self.dossier.session().await.map_err(failed)?.phase {
            Phase::Locked => self.dossier.unlock(code).await.map_err(failed),
            Phase::Open => Ok(()),
            Phase::Entering | Phase::DeviceCode => anyhow::bail!("there is a step before the account opens"),
            Phase::ChooseCaisse | Phase::Members | Phase::SignIn | Phase::SignedOut => {
                self.dossier.choose_caisse("311".to_owned()).await.map_err(failed)?;
                let form = SignInForm { nir: Secret::new(member.nir.as_str()), code };
                self.dossier.sign_in(form).await.map_err(failed)?;
                self.dossier.keep_code(true).await.map_err(failed)
            }
        }
    }

    /// Whether the last synchronisation brought everything.
    ///
    /// # Errors
    /// When the core is not open.
    pub async fn is_up_to_date(&self) -> Result<bool> {
        let status = self.dossier.sync_status().await.map_err(failed)?;
        Ok(status.state == SyncState::Idle && status.complete_at.is_some())
    }

    /// Asks for another synchronisation when the last one did not succeed.
    ///
    /// # Errors
    /// When the core is not open.
    pub async fn nudge_when_failed(&self) -> Result<()> {
        let status = self.dossier.sync_status().await.map_err(failed)?;
        match status.state {
            SyncState::Failed { .. } | SyncState::Offline => self.dossier.sync_now().await.map_err(failed),
            SyncState::Idle | SyncState::Running { .. } => Ok(()),
        }
    }

    /// Asks for a synchronisation when none is under way.
    ///
    /// # Errors
    /// When the core is not open.
    pub async fn nudge(&self) -> Result<()> {
        let status = self.dossier.sync_status().await.map_err(failed)?;
        match status.state {
            SyncState::Running { .. } => Ok(()),
            _ => self.dossier.sync_now().await.map_err(failed),
        }
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        self.running.abort();
    }
}
