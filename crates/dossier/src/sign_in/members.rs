//! Several members on one device (A14), each apart: a file, a key, a session and a count of wrong codes of their own.
//! At most one of them is open. None of this needs the network.

use protocol::sign_in::{FileOnSignOut, KnownMember, OpensBy, Storage};
use protocol::{ApiError, ProfileId};

use crate::dossier::{Dossier, Inner, LockedProfile, Place, locked};
use crate::vault::{Secrets, VaultError};

impl Dossier {
    /// Locks, and shows who is known on this device: to choose one of them, or to sign in as somebody else.
    ///
    /// # Errors
    /// When the keyring cannot be asked.
    pub async fn show_members(&self) -> Result<(), ApiError> {
        let _gate = self.inner.gate.lock().await;
        self.inner.secrets().await?;
        self.inner.go_to(Place::Choosing).await;
        Ok(())
    }

    /// Locks whoever is open, and shows this member's locked screen; the next start does as well. Who logged out is
    /// shown at sign-in instead.
    ///
    /// # Errors
    /// `NotFound` when this device does not know them (any more).
    pub async fn switch_member(&self, id: ProfileId) -> Result<(), ApiError> {
        let _gate = self.inner.gate.lock().await;
        let secrets = self.inner.secrets().await?;
        let member = self.inner.known_member(id.as_str()).ok_or(ApiError::NotFound)?;
        if matches!(&*self.inner.place(), Place::Open(account) if account.id == id.as_str()) {
            return Ok(());
        }
        if member.opens_by == OpensBy::SignIn {
            self.inner.go_to(Place::Returning(LockedProfile::of(&member))).await;
            return Ok(());
        }
        self.inner.go_to(Place::Locked(LockedProfile::of(&member))).await;
        let kept = async {
            if let Some(mut list) = secrets.profiles().await? {
                list.current = Some(id.as_str().to_owned());
                secrets.set_profiles(&list).await?;
            }
            Ok::<_, VaultError>(())
        };
        kept.await.map_err(|error| self.inner.answer_for(error))
    }

    /// Removes a member from this device: file, key, tokens, and that they were ever here. The service ends their
    /// session, if it can be reached.
    ///
    /// # Errors
    /// `NotFound` when this device does not know them; otherwise when the keyring or the disk refuses.
    pub async fn remove_member(&self, id: ProfileId) -> Result<(), ApiError> {
        let _gate = self.inner.gate.lock().await;
        let secrets = self.inner.secrets().await?;
        self.inner.known_member(id.as_str()).ok_or(ApiError::NotFound)?;
        let mut access = None;
        if let Some((shown, in_memory)) = self.member_shown()
            && shown == id.as_str()
        {
            access = in_memory;
            // Closed before the secrets go: nothing may write them again.
            self.inner.go_to(Place::Nobody).await;
        }
        if matches!(&*self.inner.place(), Place::Returning(known) if known.id == id.as_str()) {
            self.inner.go_to(Place::Nobody).await;
        }
        self.forget_and_tell(secrets, id.as_str(), FileOnSignOut::Remove, access).await
    }
}

impl Inner {
    /// Asks the vault who has a file here, and whose screen was the last.
    pub(crate) async fn look_who_is_known(&self, secrets: &Secrets) -> Result<Option<String>, VaultError> {
        let list = secrets.profiles().await?;
        let (members, current) = list.map(|list| (list.members, list.current)).unwrap_or_default();
        let mut known = Vec::new();
        for member in members {
            let Some(profile) = secrets.profile(&member.profile).await? else { continue };
            // Without a keyring that keeps secrets, logging out leaves no file either.
            let left = profile.left.filter(|_| secrets.storage == Storage::Kept);
            let (card, opens_by) = match (profile.trust, left) {
                (Some(trust), _) => (trust.card, OpensBy::Code),
                (None, Some(card)) => (card, OpensBy::SignIn),
                (None, None) => continue,
            };
            known.push(KnownMember { id: ProfileId::new(profile.id), card, opens_by });
        }
        *locked(&self.known) = known;
        Ok(current)
    }

    /// One of those who are known here.
    pub(crate) fn known_member(&self, id: &str) -> Option<KnownMember> {
        locked(&self.known).iter().find(|member| member.id.as_str() == id).cloned()
    }
}
