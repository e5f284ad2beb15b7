//! The beginning of a way in: a proof of who it is, and a device.

use protocol::entrance::ChooseBecause;
use protocol::settings::Language;
use protocol::sign_in::SignInOutcome;

use super::UnderWay;
use super::step;
use crate::random::{fingerprint, token};
use crate::store::access;
use crate::store::entrances::{self, Entrance};
use crate::store::sessions::{self, Claim};
use crate::{Error, State};

/// What proved who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proof {
    /// The code that the member chose.
    Code,
    /// A code from the desk or by post.
    Provisional,
    /// FranceConnect: no code served.
    FranceConnect,
}

/// Who comes in, and from where.
pub(crate) struct Begin {
    pub(crate) member: i64,
    pub(crate) proof: Proof,
    pub(crate) claim: Option<Claim>,
    /// As the app speaks; e-mails follow it.
    pub(crate) language: Option<Language>,
}

impl State {
    /// The session at once, or the first step towards it.
    pub(crate) async fn begin(&self, begin: Begin) -> Result<SignInOutcome, Error> {
        let Begin { member, proof, claim, language } = begin;
        let now = self.clock().seconds();
        let everyone = self.asks_everyone();
        let entrance = token()?;
        let hash = fingerprint(entrance.expose());
        let begun = self.store(move |tx| {
            if let Some(language) = language {
                access::set_language(tx, member, language)?;
            }
            let access = access::of(tx, member)?;
            if access.other_scheme.is_some() {
                return Ok((access.other_scheme, None));
            }
            let known = match &claim {
                Some(claim) => sessions::trusts(tx, member, claim, now)?,
                None => false,
            };
            let choose = match proof {
                Proof::Provisional => Some(ChooseBecause::Provisional),
                Proof::Code if access.code_expired => Some(ChooseBecause::Expired),
                Proof::Code | Proof::FranceConnect => None,
            };
            let asked = access.second_factor || everyone;
            let own = Entrance {
                member,
                device: claim.map(|claim| claim.device),
                choose,
                trusted: known || !asked,
                proven: false,
                details_done: false,
                expires: now + entrances::LIFE,
            };
            entrances::insert(tx, &hash, &own, now)?;
            if step::next(tx, &own, &access, &hash, now)?.is_none() {
                entrances::end(tx, &hash)?;
                return Ok((None, Some(own)));
            }
            Ok((None, None))
        });
        match begun.await? {
            (Some(scheme), _) => Ok(SignInOutcome::NoLongerInScheme { scheme: Some(scheme) }),
            (None, Some(own)) => self.finish(own, None).await,
            (None, None) => self.stand(UnderWay { hash, entrance, member }).await,
        }
    }
}
