//! A way in that is not finished: the code is right, and something is to be done before the account opens. It lives in
//! memory only, ends when the member turns back or is away for long, and opens nothing.

use std::time::Duration;

use insurance::Nir;
use protocol::entrance::{Act, GoOn, Refusal, Step};
use protocol::sign_in::SignInOutcome;
use protocol::sync::Tag;
use protocol::{ApiError, Field, Problem, Secret};

use super::{Entered, OwnCode, SignedIn, form};
use crate::dossier::Dossier;
use crate::vault::Secrets;

/// How long the service is waited for when the member turns back.
pub(super) const PATIENCE: Duration = Duration::from_secs(3);

/// A member who reads their e-mail for a code is not away yet.
const AWAY: Duration = Duration::from_secs(20 * 60);

/// What is known on the way in.
pub(crate) struct Entering {
    nir: Nir,
    /// As typed, or as chosen on the way; none when the member came in without a code.
    code: Option<OwnCode>,
    pub(super) at: At,
}

/// Where a way in stands.
#[derive(Clone)]
pub(super) enum At {
    /// Something is to be done for the service.
    Step { entrance: Secret, step: Step },
    /// The session is open; a code for this device is to be chosen.
    DeviceCode(SignedIn),
}

impl Entering {
    /// What is to be done for the service; none when a code is to be chosen for this device.
    pub(crate) fn step(&self) -> Option<&Step> {
        match &self.at {
            At::Step { step, .. } => Some(step),
            At::DeviceCode(_) => None,
        }
    }

    /// Who waits for a code of this device, and with what they signed in.
    pub(super) fn without_code(&self) -> Option<(Nir, SignedIn)> {
        match &self.at {
            At::DeviceCode(signed_in) => Some((self.nir.clone(), signed_in.clone())),
            At::Step { .. } => None,
        }
    }

    /// Number, code and entrance, where there is a step.
    fn under_way(&self) -> Option<(Nir, Option<OwnCode>, Secret)> {
        match &self.at {
            At::Step { entrance, .. } => Some((self.nir.clone(), self.code.clone(), entrance.clone())),
            At::DeviceCode(_) => None,
        }
    }
}

impl Dossier {
    /// Does what the step asks for. The session's phase and step then say where the way in stands.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] before anything is sent; `Refused`, and the step stays; `EntranceEnded` when there is no
    /// way in (any more); `Offline` or `ServiceUnavailable`, and nothing is lost.
    pub async fn go_on(&self, act: Act) -> Result<(), ApiError> {
        let act = checked(act)?;
        let _gate = self.inner.gate.lock().await;
        let secrets = self.inner.secrets().await?;
        let known = self.inner.entering().as_ref().and_then(Entering::under_way);
        let (nir, code, entrance) = known.ok_or(ApiError::EntranceEnded)?;
        // The code that opens the file from now on, if the service takes it.
        let chosen = match &act {
            Act::ChooseCode { code } => Some(OwnCode::Account(code.clone())),
            _ => code,
        };
        let looks = matches!(act, Act::Look);
        let outcome = self.inner.client.go_on(&GoOn { entrance, act }).await;
        let outcome = outcome.map_err(|error| self.inner.answer_for(error))?;
        self.is_there();
        if looks && matches!(outcome, SignInOutcome::Entering { step: Step::ConfirmEmail { .. }, .. }) {
            return Err(ApiError::Refused { refusal: Refusal::NotYet });
        }
        self.follow(secrets, nir, chosen, outcome).await
    }

    /// « Revenir »: the way in ends, here first, then at the service if it can be reached.
    ///
    /// # Errors
    /// When the keyring cannot be asked.
    pub async fn leave_entrance(&self) -> Result<(), ApiError> {
        self.inner.secrets().await?;
        let left = self.inner.entering().take();
        let Some(left) = left else { return Ok(()) };
        self.inner.notices.tell(&[Tag::Session]);
        match left.under_way() {
            Some((_, _, entrance)) => {
                let request = GoOn { entrance, act: Act::Leave };
                let _ = tokio::time::timeout(PATIENCE, self.inner.client.go_on(&request)).await;
            }
            None => self.end_without_code(left).await,
        }
        Ok(())
    }

    /// What an outcome leads to.
    pub(crate) async fn follow(
        &self,
        secrets: &Secrets,
        nir: Nir,
        code: Option<OwnCode>,
        outcome: SignInOutcome,
    ) -> Result<(), ApiError> {
        match outcome {
            SignInOutcome::SignedIn { tokens, device, trust } => {
                let signed_in = SignedIn { device, trust, tokens };
                let Some(code) = code else {
                    self.is_there();
                    *self.inner.entering() = Some(Entering { nir, code: None, at: At::DeviceCode(signed_in) });
                    self.inner.notices.tell(&[Tag::Session]);
                    return Ok(());
                };
                *self.inner.entering() = None;
                let known = self.known_profile(secrets, &Secret::new(nir.body())).await?;
                let result = self.enter(secrets, known, Entered { nir, code, signed_in }).await;
                if result.is_err() {
                    // Whoever was open before may be closed by now.
                    self.inner.notices.tell(&[Tag::Session]);
                }
                result.map_err(|error| self.inner.answer_for(error))
            }
            SignInOutcome::Entering { entrance, step, .. } => {
                let step = self.with_email_code(&entrance, step).await;
                self.is_there();
                *self.inner.entering() = Some(Entering { nir, code, at: At::Step { entrance, step } });
                self.inner.notices.tell(&[Tag::Session]);
                Ok(())
            }
            SignInOutcome::Refused { refusal } => Err(ApiError::Refused { refusal }),
            SignInOutcome::WrongCredentials => Err(self.ended_with(ApiError::WrongCredentials)),
            SignInOutcome::TooManyAttempts { retry_in } => Err(self.ended_with(ApiError::TooManyAttempts { retry_in })),
            SignInOutcome::ProvisionalCodeExpired => Err(self.ended_with(ApiError::ProvisionalCodeExpired)),
            SignInOutcome::NoLongerInScheme { scheme } => Err(self.ended_with(ApiError::NoLongerInScheme { scheme })),
            SignInOutcome::EntranceEnded => Err(self.ended_with(ApiError::EntranceEnded)),
        }
    }

    /// The member is there and waits for six digits: they are asked for at once. Synchronisation, which signs in by
    /// itself, never comes here: it causes no e-mail.
    async fn with_email_code(&self, entrance: &Secret, step: Step) -> Step {
        let Step::EmailCode { to, sent: false, again_in: 0 } = step else { return step };
        let request = GoOn { entrance: entrance.clone(), act: Act::SendEmailCode };
        match self.inner.client.go_on(&request).await {
            Ok(SignInOutcome::Entering { step, .. }) => step,
            Ok(SignInOutcome::Refused { refusal: Refusal::TooSoon { retry_in } }) => {
                Step::EmailCode { to, sent: false, again_in: retry_in }
            }
            _ => Step::EmailCode { to, sent: false, again_in: 0 },
        }
    }

    /// The way in has ended, with this. The screen of the step says so, and leads back.
    fn ended_with(&self, error: ApiError) -> ApiError {
        *self.inner.entering() = None;
        error
    }

    /// Ends a way in at which nobody has been for long; what the member does next says so.
    pub(crate) fn leave_when_away(&self) {
        if self.inner.activity.is_idle_for(AWAY, self.inner.around.clock.now()) {
            *self.inner.entering() = None;
        }
    }
}

/// What was typed, without the spaces of a paste.
fn checked(act: Act) -> Result<Act, ApiError> {
    let invalid = |field, problem| Err(ApiError::Invalid { field, problem });
    match act {
        Act::EnterEmailCode { digits } => {
            Ok(Act::EnterEmailCode { digits: form::digits(&digits, 6..=6, Field::EmailCode)? })
        }
        Act::ChooseCode { code } => Ok(Act::ChooseCode { code: form::new_code(&code)? }),
        Act::GiveEmail { email } => match email.trim() {
            "" => invalid(Field::Email, Problem::Empty),
            email => Ok(Act::GiveEmail { email: email.to_owned() }),
        },
        act => Ok(act),
    }
}
