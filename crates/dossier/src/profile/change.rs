//! Changing what the caisse knows about the member (R13): a dialogue with the service, at once. What comes of it is
//! shown when synchronisation has brought it.

use insurance::code_policy::Chooser;
use insurance::{EmailAddress, Nir, Phone};
use jiff::civil::Date;
use protocol::profile::{Profile, ProfileChange, ProfileChangeOutcome, ProfileChangeRequest, Refusal};
use protocol::{ApiError, Field, Problem, Secret};

use super::member;
use crate::account_open::Account;
use crate::dossier::Dossier;
use crate::failure::Failure;
use crate::vault::{NotHashed, Trust, Verifier};

impl Dossier {
    /// Makes one change. When no answer comes, the same change made again is the same request to the service: nothing
    /// happens twice.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] for an entry that cannot be right; `WrongCode` and `TooManyAttempts` for the present code,
    /// which leave the session open; `Offline` or `ServiceUnavailable` when the service cannot say; `SessionEnded` or
    /// `SignedOut` when the session is over.
    pub async fn change_profile(&self, change: ProfileChange) -> Result<(), ApiError> {
        let account = self.account().await?;
        let (profile, birth_date) = self
            .read(|reader| Ok((reader.profile()?, member(reader)?)))
            .await
            .map(|(profile, member)| (profile, member.map(|member| member.birth_date)))?;
        let change = self.checked(&account, change, profile.as_ref(), birth_date).await.map_err(invalid)?;
        let new_code = match &change {
            ProfileChange::Code { new, .. } => Some(new.clone()),
            _ => None,
        };
        if let Some(new) = &new_code {
            self.expect_code(&account, new).await.map_err(|error| self.inner.answer_for(error))?;
        }
        let entropy = self.inner.around.entropy.as_ref();
        let key = account.request_key(&change, entropy).map_err(|error| self.inner.answer_for(error))?;
        let request = ProfileChangeRequest { key, change };
        let client = &self.inner.client;
        let sent = self
            .ask_in_session(&account, |access| {
                let request = &request;
                async move { client.change_profile(&access, request).await }
            })
            .await;
        let outcome = sent?;
        account.forget_request_key();
        if let Some(new) = new_code {
            let is_done = outcome == ProfileChangeOutcome::Done;
            self.settle_code(&account, is_done.then_some(new)).await.map_err(|error| self.inner.answer_for(error))?;
        }
        match outcome {
            ProfileChangeOutcome::Done => {
                self.inner.wake.notify_one();
                Ok(())
            }
            ProfileChangeOutcome::WrongCode { retry_in } => Err(ApiError::WrongCode { retry_in }),
            ProfileChangeOutcome::TooManyAttempts { retry_in } => Err(ApiError::TooManyAttempts { retry_in }),
            ProfileChangeOutcome::Refused { field, problem } => Err(ApiError::Invalid { field, problem }),
        }
    }

    /// The change as it is sent, if it can be right and changes something.
    async fn checked(
        &self,
        account: &Account,
        change: ProfileChange,
        profile: Option<&Profile>,
        birth_date: Option<Date>,
    ) -> Result<ProfileChange, Refusal> {
        let nir = account.profile().await.trust.and_then(|trust| Nir::parse(trust.nir.expose()).ok());
        let change = change.checked(Chooser { birth_date, nir: nir.as_ref() })?;
        match profile.and_then(|profile| same(&change, profile)) {
            Some(field) => Err((field, Problem::Same)),
            None => Ok(change),
        }
    }

    /// Both codes open the file until the service has said which one counts: its answer may be lost.
    async fn expect_code(&self, account: &Account, new: &Secret) -> Result<(), Failure> {
        let (code, entropy) = (new.clone(), std::sync::Arc::clone(&self.inner.around.entropy));
        let verifier = tokio::task::spawn_blocking(move || Verifier::of(&code, entropy.as_ref()));
        let verifier = verifier.await.map_err(|_| NotHashed)??;
        self.change_trust(account, |trust| trust.next_verifier = Some(verifier)).await
    }

    /// The service has said which code counts: the new one, if it is given, and otherwise the old one.
    async fn settle_code(&self, account: &Account, new: Option<Secret>) -> Result<(), Failure> {
        if let Some(new) = &new {
            account.set_code(new.clone());
        }
        self.change_trust(account, move |trust| match new {
            Some(new) => trust.adopt(&new),
            None => trust.next_verifier = None,
        })
        .await
    }

    /// Also when the account was locked meanwhile: the code must not be forgotten because of that.
    async fn change_trust(&self, account: &Account, change: impl FnOnce(&mut Trust)) -> Result<(), Failure> {
        let _gate = self.inner.gate.lock().await;
        let Ok(secrets) = self.inner.secrets().await else { return Ok(()) };
        let changed = account.change_profile_even_closed(secrets, |profile| {
            if let Some(trust) = &mut profile.trust {
                change(trust);
            }
        });
        Ok(changed.await?)
    }
}

fn invalid((field, problem): Refusal) -> ApiError {
    ApiError::Invalid { field, problem }
}

/// The entry that would change nothing.
fn same(change: &ProfileChange, profile: &Profile) -> Option<Field> {
    let is = |kept: Option<&String>, new: &str| kept.is_some_and(|kept| kept == new);
    let phone = |kept: Option<&String>, new: &str| {
        is(kept, new) || kept.and_then(|kept| Phone::read(kept)).is_some_and(|kept| kept.kept() == new)
    };
    match change {
        ProfileChange::Email { email, .. } => {
            let (new, kept) = (EmailAddress::parse(email).ok()?, profile.email.as_deref()?);
            EmailAddress::parse(kept).is_ok_and(|kept| kept.is_same(&new)).then_some(Field::Email)
        }
        ProfileChange::Mobile { number: Some(number) } => {
            phone(profile.mobile.as_ref(), &number.number).then_some(Field::Mobile)
        }
        ProfileChange::Landline { number: Some(number) } => {
            phone(profile.landline.as_ref(), &number.number).then_some(Field::Landline)
        }
        ProfileChange::Bank { iban, .. } => is(profile.iban.as_ref(), iban).then_some(Field::Iban),
        _ => None,
    }
}

#[cfg(test)]
#[path = "change_tests.rs"]
mod tests;
