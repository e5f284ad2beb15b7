//! The two requests of an opening: the proof, and the end.

use protocol::opening::{
    AcceptedTerms, Finish, FinishOutcome, OpeningAnswer, OpeningDraft, OpeningEntries, OpeningStep, OpeningWay, Proof,
    ProofOutcome, TermsAnswer,
};
use protocol::sign_in::SignInForm;
use protocol::{ApiError, Secret};
use tokio::sync::MutexGuard;

use super::check::{self, correct, wrong};
use super::draft::UnderWay;
use super::proven::prove_again;
use crate::dossier::Dossier;

impl Dossier {
    /// Has the proof recognised; none when it is. What was recognised already is not asked again.
    pub(super) async fn prove(
        &self,
        own: &mut UnderWay,
        entries: &OpeningEntries,
        proof: &Proof,
    ) -> Result<Option<OpeningAnswer>, ApiError> {
        if own.proven.as_ref().is_some_and(|(proven, _)| is_same_proof(proven, entries)) {
            return Ok(None);
        }
        own.proven = None;
        let outcome = self.inner.client.prove(proof).await.map_err(|error| self.inner.answer_for(error))?;
        match outcome {
            ProofOutcome::Recognised { opening, .. } => {
                own.proven = Some((entries.clone(), opening));
                Ok(None)
            }
            ProofOutcome::NotRecognised => Ok(Some(OpeningAnswer::NotRecognised)),
            ProofOutcome::AlreadyOpen => Ok(Some(OpeningAnswer::AlreadyOpen)),
            ProofOutcome::TooManyAttempts { retry_in } => Err(ApiError::TooManyAttempts { retry_in }),
        }
    }

    /// Creates the account and signs in: the session's phase then says that the address is to be confirmed.
    pub(super) async fn finish_opening(
        &self,
        mut own: MutexGuard<'_, UnderWay>,
        draft: OpeningDraft,
    ) -> Result<OpeningAnswer, ApiError> {
        let entries = &draft.entries;
        let contact = match check::contact(entries) {
            Ok(contact) => contact,
            Err(entries) => return Ok(correct(entries)),
        };
        if entries.terms != TermsAnswer::Accepted {
            return self.back_to(&mut own, draft, OpeningStep::Terms).await;
        }
        let Some(code) = own.code.clone() else {
            // After a new start of the app: the code was never kept.
            return self.back_to(&mut own, draft, OpeningStep::Code).await;
        };
        let finish = |opening: Secret| Finish {
            opening,
            terms: AcceptedTerms::Accepted,
            code: code.clone(),
            email: contact.email.clone(),
            mobile: contact.mobile.clone(),
            landline: contact.landline.clone(),
            consents: entries.consents,
        };
        if draft.way == OpeningWay::FranceConnect {
            let Some(identity) = own.identity.clone() else { return Ok(prove_again(&mut own)) };
            return match self.send_finish(&finish(identity.opening)).await? {
                FinishOutcome::ProofOver => Ok(prove_again(&mut own)),
                outcome => self.closed_with(own, outcome, identity.person.nir, code).await,
            };
        }
        let proof = match check::proof(entries, self.inner.around.clock.today()) {
            Ok(proof) => proof,
            Err(_) => return self.back_to(&mut own, draft, OpeningStep::Identity).await,
        };
        // Twice at most: the proof may have grown too old meanwhile.
        for _ in 0..2 {
            if let Some(answer) = self.prove(&mut own, entries, &proof).await? {
                return Ok(answer);
            }
            let opening =
                own.proven.as_ref().map(|(_, opening)| opening.clone()).ok_or(ApiError::ServiceUnavailable)?;
            match self.send_finish(&finish(opening)).await? {
                FinishOutcome::ProofOver => own.proven = None,
                outcome => return self.closed_with(own, outcome, proof.nir, code).await,
            }
        }
        Err(ApiError::ServiceUnavailable)
    }

    async fn send_finish(&self, request: &Finish) -> Result<FinishOutcome, ApiError> {
        let language = self.inner.chosen().settings.language;
        let outcome = self.inner.client.finish_opening(request, language).await;
        outcome.map_err(|error| self.inner.answer_for(error))
    }

    /// What an answer to the last request leads to.
    async fn closed_with(
        &self,
        mut own: MutexGuard<'_, UnderWay>,
        outcome: FinishOutcome,
        nir: Secret,
        code: Secret,
    ) -> Result<OpeningAnswer, ApiError> {
        match outcome {
            FinishOutcome::ProofOver => Err(ApiError::ServiceUnavailable),
            FinishOutcome::AlreadyOpen => Ok(OpeningAnswer::AlreadyOpen),
            FinishOutcome::Refused { field, problem } => Ok(correct(vec![wrong(field, problem)])),
            FinishOutcome::Opened => {
                self.forget_draft(&mut own).await?;
                drop(own);
                Ok(self.enter_opened(nir, code).await)
            }
        }
    }

    /// The account is there. Should signing in fail now, the screen of signing in is where to do it again.
    async fn enter_opened(&self, nir: Secret, code: Secret) -> OpeningAnswer {
        if self.sign_in(SignInForm { nir, code }).await.is_err() {
            tracing::info!("the account is open; signing in at once did not work");
        }
        OpeningAnswer::Opened
    }

    async fn back_to(
        &self,
        own: &mut UnderWay,
        draft: OpeningDraft,
        step: OpeningStep,
    ) -> Result<OpeningAnswer, ApiError> {
        self.keep_draft(own, OpeningDraft { step, ..draft }).await?;
        Ok(OpeningAnswer::Continue { step })
    }
}

/// Whether both would send the same proof.
fn is_same_proof(one: &OpeningEntries, other: &OpeningEntries) -> bool {
    let parts = |entries: &OpeningEntries| {
        [
            entries.birth_name.clone(),
            entries.nir.clone(),
            entries.birth_date.clone(),
            entries.postal_code.clone(),
            entries.iban_end.clone(),
            entries.serial_end.clone(),
        ]
    };
    parts(one) == parts(other)
}
