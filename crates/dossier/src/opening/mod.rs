//! Opening an account (A2 to A8): a draft that outlives the app, encrypted; a proof at once, when the member continues;
//! and at the end everything in one request. What comes then is a sign-in like any other.
//!
//! The code and the token of the proof live in memory only. When the app starts again the draft is there, the code is
//! asked again, and the proof is given again without asking.

mod check;
mod draft;
mod finish;
mod proven;
#[cfg(test)]
mod tests;

use insurance::scheme::{Account, scheme};
use protocol::opening::{ContinueOpening, Opening, OpeningAnswer, OpeningDraft, OpeningStep, TermsAnswer, TypedCode};
use protocol::{ApiError, Field, Problem, Secret};

pub(crate) use draft::{DraftPlace, UnderWay};
pub(crate) use proven::ProvenIdentity;

use crate::dossier::Dossier;
use check::{correct, wrong};

impl Dossier {
    /// The opening that is not finished, if there is one.
    ///
    /// # Errors
    /// When the keyring or the disk cannot be read.
    pub async fn opening(&self) -> Result<Option<Opening>, ApiError> {
        let own = self.under_way().await?;
        Ok(own.draft().map(|draft| Opening {
            draft: draft.clone(),
            code_length: own.code_length(),
            proven: own.identity.as_ref().map(|identity| identity.person.name.clone()),
        }))
    }

    /// Keeps what is typed, as it is typed.
    ///
    /// # Errors
    /// When the keyring or the disk refuses.
    pub async fn keep_opening(&self, draft: OpeningDraft) -> Result<(), ApiError> {
        let mut own = self.under_way().await?;
        self.keep_draft(&mut own, draft).await
    }

    /// « Continuer »: checks the step and goes on. Nothing is sent before everything typed so far can be right.
    ///
    /// # Errors
    /// `TooManyAttempts`, `Offline`, `ServiceUnavailable`: what is typed is kept. When the keyring or the disk refuses.
    pub async fn continue_opening(&self, request: ContinueOpening) -> Result<OpeningAnswer, ApiError> {
        let ContinueOpening { draft, code } = request;
        let mut own = self.under_way().await?;
        let step = draft.step;
        self.keep_draft(&mut own, draft.clone()).await?;
        let entries = &draft.entries;
        let today = self.inner.around.clock.today();
        match step {
            OpeningStep::Scheme => match scheme(&entries.scheme).map(|scheme| (scheme.name, scheme.account)) {
                None => return Ok(correct(vec![wrong(Field::Scheme, Problem::Empty)])),
                Some((name, Account::Elsewhere(service))) => {
                    return Ok(OpeningAnswer::OtherScheme { scheme: name.to_owned(), service: service.to_owned() });
                }
                Some((_, Account::Here)) => {}
            },
            OpeningStep::Identity => {
                if let Err(entries) = check::identity(entries, today) {
                    return Ok(correct(entries));
                }
            }
            OpeningStep::Proof => match check::proof(entries, today) {
                Err(entries) => return Ok(correct(entries)),
                Ok(proof) => {
                    if let Some(answer) = self.prove(&mut own, entries, &proof).await? {
                        return Ok(answer);
                    }
                }
            },
            OpeningStep::Terms => match entries.terms {
                TermsAnswer::None => return Ok(correct(vec![wrong(Field::Terms, Problem::Empty)])),
                TermsAnswer::Refused => {
                    self.forget_draft(&mut own).await?;
                    return Ok(OpeningAnswer::TermsRefused);
                }
                TermsAnswer::Accepted => {}
            },
            OpeningStep::Code => match code {
                Some(TypedCode { code, again }) => match check::code(&code, &again, own.chooser(entries)) {
                    Ok(code) => own.code = Some(code),
                    Err(entries) => return Ok(correct(entries)),
                },
                None if own.code.is_none() => return Ok(correct(vec![wrong(Field::NewCode, Problem::Empty)])),
                None => {}
            },
            OpeningStep::Contact => return self.finish_opening(own, draft).await,
        }
        let next = draft.way.after(step).unwrap_or(step);
        self.keep_draft(&mut own, OpeningDraft { step: next, ..draft }).await?;
        Ok(OpeningAnswer::Continue { step: next })
    }

    /// Leaves the opening: nothing of it stays on the device, and nothing was created.
    ///
    /// # Errors
    /// When the keyring or the disk refuses.
    pub async fn leave_opening(&self) -> Result<(), ApiError> {
        let mut own = self.under_way().await?;
        self.forget_draft(&mut own).await
    }

    /// « Je ne dispose pas du numéro de série »: a provisional code by post, to the address that the caisse knows. The
    /// answer is the same for everyone.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] when the identity is not complete; `Offline` or `ServiceUnavailable`.
    pub async fn opening_letter(&self) -> Result<(), ApiError> {
        let own = self.under_way().await?;
        let entries = own.draft().map(|draft| draft.entries.clone()).unwrap_or_default();
        drop(own);
        let identity = check::identity(&entries, self.inner.around.clock.today());
        let identity = identity.map_err(|entries| {
            let first = entries.first().copied().unwrap_or(wrong(Field::Nir, Problem::Empty));
            ApiError::Invalid { field: first.field, problem: first.problem }
        })?;
        let request = protocol::entrance::ForgottenCode {
            nir: Secret::new(identity.nir.body()),
            birth_date: identity.birth_date,
        };
        let language = self.inner.chosen().settings.language;
        self.inner.client.forgotten_code(&request, language).await.map_err(|error| self.inner.answer_for(error))
    }
}
