//! What the first screens show, and the settings of this device.

use std::sync::atomic::Ordering;

use protocol::settings::Settings;
use protocol::sign_in::{MemberCard, OpensBy, Phase, Session, Storage};
use protocol::sync::Tag;
use protocol::{ApiError, ProfileId};

use crate::account;
use crate::account_open::Account;
use crate::dossier::{Dossier, Place, locked};
use crate::failure::Failure;
use crate::vault::Trust;

impl Dossier {
    /// Where the app stands.
    ///
    /// # Errors
    /// When the keyring holds something that this app cannot read.
    pub async fn session(&self) -> Result<Session, ApiError> {
        let storage = self.inner.secrets().await?.storage;
        let mut chosen = self.inner.chosen();
        let members = locked(&self.inner.known).clone();
        let open = match &*self.inner.place() {
            Place::Open(account) => Some(std::sync::Arc::clone(account)),
            _ => None,
        };
        let (mut member, mut asked, mut device_code) = (None, true, false);
        if let Some(account) = &open
            && let Some(trust) = account.profile().await.trust
        {
            chosen.settings.keep_code = keeps_code(&trust, &chosen.settings);
            (member, asked, device_code) = (Some(trust.card), trust.asked, trust.device_code);
        }
        let entering = self.inner.entering().as_ref().map(|entering| entering.step().cloned());
        let mut signed_out = None;
        let phase = match &*self.inner.place() {
            _ if matches!(entering, Some(Some(_))) => Phase::Entering,
            _ if entering.is_some() => Phase::DeviceCode,
            Place::Open(_) => Phase::Open,
            Place::Locked(locked) => {
                member = Some(locked.card.clone());
                Phase::Locked
            }
            Place::SignedOut(by) => {
                signed_out = Some(*by);
                Phase::SignedOut
            }
            Place::Returning(known) => {
                member = Some(known.card.clone());
                Phase::SignIn
            }
            Place::Choosing if !members.is_empty() => Phase::Members,
            // Those who logged out have nothing to be unlocked: they are shown beside others, or when asked for.
            Place::Nobody if members.iter().any(|member| member.opens_by == OpensBy::Code) => Phase::Members,
            Place::Nobody | Place::Choosing if chosen.caisse.is_none() => Phase::ChooseCaisse,
            Place::Nobody | Place::Choosing => Phase::SignIn,
        };
        Ok(Session {
            phase,
            step: entering.flatten(),
            member: member.filter(|_| matches!(phase, Phase::Open | Phase::Locked | Phase::SignIn)),
            current: self.member_shown().map(|(id, _)| ProfileId::new(id)),
            members,
            signed_out,
            caisse: chosen.caisse.as_deref().and_then(account::caisse),
            storage,
            file_was_set_aside: phase == Phase::Open && self.inner.set_aside.load(Ordering::Acquire),
            ask_to_keep_code: phase == Phase::Open && storage == Storage::Kept && !asked,
            device_code,
            settings: chosen.settings,
        })
    }

    /// Changes the settings of this device.
    ///
    /// # Errors
    /// When the disk or the keyring refuses.
    pub async fn settings(&self, settings: Settings) -> Result<(), ApiError> {
        self.inner.secrets().await?;
        let before = self.inner.chosen().settings;
        let keep = settings.keep_code;
        let chosen = self.inner.choose(|chosen| chosen.settings = settings);
        chosen.map_err(|error| self.inner.answer_for(Failure::System(error)))?;
        let open = match &*self.inner.place() {
            Place::Open(account) => Some(std::sync::Arc::clone(account)),
            _ => None,
        };
        if let Some(account) = open
            && let Some(trust) = account.profile().await.trust
            && keeps_code(&trust, &before) != keep
        {
            return self.keep_code(keep).await;
        }
        self.inner.notices.tell(&[Tag::Session]);
        Ok(())
    }

    /// Brings the name on the locked screen up to date with what was fetched.
    pub(crate) async fn refresh_card(&self, account: &Account) -> Result<(), Failure> {
        let Some(member) = account.store().read(crate::profile::member).await? else { return Ok(()) };
        let Some(trust) = account.profile().await.trust else { return Ok(()) };
        let name = crate::profile::full_name(&member);
        if trust.card.name == name {
            return Ok(());
        }
        let initials = crate::profile::initials(&member);
        let Ok(secrets) = self.inner.secrets().await else { return Ok(()) };
        let change = account.change_profile(secrets, |profile| {
            if let Some(trust) = &mut profile.trust {
                trust.card = MemberCard { name, initials, masked_nir: trust.card.masked_nir.clone() };
            }
        });
        change.await?;
        self.inner.look_who_is_known(secrets).await?;
        self.inner.notices.tell(&[Tag::Session]);
        Ok(())
    }
}

/// Whether this member's code is kept; what was chosen last on the device, until they are asked.
fn keeps_code(trust: &Trust, chosen: &Settings) -> bool {
    if trust.asked { trust.code.is_some() } else { chosen.keep_code }
}
