//! Opening an account (A2 to A8): what is typed on the way, and what the service is asked.
//!
//! Nothing is created before the last request. Every combination of identity and proof that is not right gets the same
//! answer, so that nobody learns whether a number exists, or which entry was wrong.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::error::{Field, Problem};
use crate::phone::PhoneEntry;
use crate::profile::Consents;
use crate::secret::Secret;

/// *Wire.* `POST /v1/opening/proof`: who wants an account, and what only they should know. Nothing is created.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Proof {
    /// Name at birth; capitals, accents and hyphens do not matter.
    pub birth_name: Secret,
    /// 13 characters.
    pub nir: Secret,
    /// As the caisse knows it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub birth_date: Date,
    /// Five digits, of the address that the caisse knows.
    pub postal_code: String,
    /// The last seven digits of the IBAN that the caisse knows.
    pub iban_end: Secret,
    /// The last eleven digits of the Vitale card's serial number.
    pub serial_end: Secret,
}

/// *Wire.* The answer to [`Proof`], with status 200, 403, 409 or 429.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum ProofOutcome {
    /// 200. All of it is right.
    Recognised {
        /// For [`Finish`]: opens nothing else.
        opening: Secret,
        /// Whole seconds that `opening` lives.
        expires_in: u64,
    },
    /// 403. Something is not right, or no number is such. It is never said which.
    NotRecognised,
    /// 409. All of it is right, and the account is there already.
    AlreadyOpen,
    /// 429. Nothing is looked at before this delay is over.
    TooManyAttempts {
        /// Whole seconds.
        retry_in: u64,
    },
}

/// *Wire.* `POST /v1/opening/finish`: creates the account. Sent twice it is done once; as long as the address is not
/// confirmed, what was sent last counts.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finish {
    /// As [`ProofOutcome::Recognised`] gave it.
    pub opening: Secret,
    /// Without them there is no account.
    pub terms: AcceptedTerms,
    /// 8 to 13 digits, by the policy of the numeric code.
    pub code: Secret,
    /// Gets the link that confirms it.
    pub email: String,
    /// Mobile telephone.
    pub mobile: Option<PhoneEntry>,
    /// Landline telephone.
    pub landline: Option<PhoneEntry>,
    /// Promotional messages.
    pub consents: Consents,
}

/// *Wire.* The terms of use, accepted: there is no other value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AcceptedTerms {
    /// « Oui, j’accepte »: paper statements end.
    Accepted,
}

/// *Wire.* The answer to [`Finish`], with status 200, 409, 410 or 422.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum FinishOutcome {
    /// 200. The account is there, and a link went to the address: services stay closed until it is followed.
    Opened,
    /// 409. The account is there and confirmed already: nothing was changed.
    AlreadyOpen,
    /// 410. The proof is too old: give it again.
    ProofOver,
    /// 422. An entry cannot be so; nothing was created.
    Refused {
        /// Which entry.
        field: Field,
        /// What is wrong with it.
        problem: Problem,
    },
}

/// *Bridge.* The steps of an opening, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpeningStep {
    /// Which scheme (A2).
    #[default]
    Scheme,
    /// Who (A3).
    Identity,
    /// What only they should know (A4).
    Proof,
    /// The terms of use (A5).
    Terms,
    /// The code (A6).
    Code,
    /// E-mail, telephones, consents (A7). Continuing from here creates the account.
    Contact,
}

/// *Bridge.* How the person of an opening proves who they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpeningWay {
    /// By what only they should know (A3, A4).
    #[default]
    Proof,
    /// By FranceConnect (A9).
    FranceConnect,
}

impl OpeningWay {
    /// Its steps, in order.
    pub fn steps(self) -> &'static [OpeningStep] {
        use OpeningStep::{Code, Contact, Identity, Proof, Scheme, Terms};
        match self {
            Self::Proof => &[Scheme, Identity, Proof, Terms, Code, Contact],
            Self::FranceConnect => &[Scheme, Terms, Code, Contact],
        }
    }

    /// The step after this one; none after the last.
    pub fn after(self, step: OpeningStep) -> Option<OpeningStep> {
        self.steps().iter().copied().find(|other| *other > step)
    }

    /// The step before this one; none before the first.
    pub fn before(self, step: OpeningStep) -> Option<OpeningStep> {
        self.steps().iter().rev().copied().find(|other| *other < step)
    }
}

/// *Bridge.* An opening that is not finished: kept on the device, encrypted, until it is finished or left. The code is
/// never part of it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningDraft {
    /// Where it stands.
    pub step: OpeningStep,
    /// How the person proves who they are.
    #[serde(default)]
    pub way: OpeningWay,
    /// What was typed and chosen.
    pub entries: OpeningEntries,
}

/// *Bridge.* What is typed and chosen on the way, as it is typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OpeningEntries {
    /// The key of a scheme of [`insurance::scheme`]; empty until one is chosen.
    pub scheme: String,
    /// Name at birth.
    pub birth_name: String,
    /// The NIR, with its key or not.
    pub nir: String,
    /// Day, month and year.
    pub birth_date: String,
    /// Five digits.
    pub postal_code: String,
    /// Seven digits.
    pub iban_end: String,
    /// Eleven digits.
    pub serial_end: String,
    /// What was answered to the terms of use.
    pub terms: TermsAnswer,
    /// E-mail address.
    pub email: String,
    /// The same, a second time.
    pub email_again: String,
    /// Mobile telephone; an empty number for none.
    pub mobile: PhoneEntry,
    /// Landline telephone; an empty number for none.
    pub landline: PhoneEntry,
    /// Promotional messages: each off until it is switched on.
    pub consents: Consents,
}

/// *Bridge.* What was answered to the terms of use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermsAnswer {
    /// Nothing yet.
    #[default]
    None,
    /// « Oui, j’accepte ».
    Accepted,
    /// « Non, je refuse »: the opening ends, and nothing is created.
    Refused,
}

/// *Bridge.* An opening as it stands.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// What is kept of it.
    pub draft: OpeningDraft,
    /// How many digits the code has that was chosen since the app started; the code itself never comes back.
    pub code_length: Option<u8>,
    /// Whose identity FranceConnect has proven since the app started.
    pub proven: Option<String>,
}

/// *Bridge.* « Continuer » at a step.
#[derive(Clone, Serialize, Deserialize)]
pub struct ContinueOpening {
    /// The step, and what is typed.
    pub draft: OpeningDraft,
    /// At the step of the code: what was typed, twice. None keeps the one chosen before.
    pub code: Option<TypedCode>,
}

/// *Bridge.* A new code, as typed.
#[derive(Clone, Serialize, Deserialize)]
pub struct TypedCode {
    /// Once.
    pub code: Secret,
    /// And again.
    pub again: Secret,
}

/// *Bridge.* What comes of « Continuer ».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum OpeningAnswer {
    /// The step is done; on to this one.
    Continue {
        /// The step.
        step: OpeningStep,
    },
    /// Something is to be corrected, in the order of the screen. An entry may be of an earlier step.
    Correct {
        /// What.
        entries: Vec<WrongEntry>,
    },
    /// The scheme's members have their account elsewhere.
    OtherScheme {
        /// « MSA ».
        scheme: String,
        /// « « Mon espace privé » de la MSA ».
        service: String,
    },
    /// Identity and proof do not belong together, or to nobody.
    NotRecognised,
    /// FranceConnect proved the identity too long ago, or before the app started: once more.
    ProveAgain,
    /// There is an account already: sign in.
    AlreadyOpen,
    /// The terms were refused: the draft is gone, nothing was created.
    TermsRefused,
    /// The account is there. The session's phase says what comes next.
    Opened,
}

/// *Bridge.* An entry to correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrongEntry {
    /// Which.
    pub field: Field,
    /// What is wrong with it.
    pub problem: Problem,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_from_the_first_to_the_last_and_back() {
        for (way, count) in [(OpeningWay::Proof, 6), (OpeningWay::FranceConnect, 4)] {
            let mut step = OpeningStep::Scheme;
            while let Some(next) = way.after(step) {
                assert_eq!(way.before(next), Some(step));
                step = next;
            }
            assert_eq!((step, way.before(OpeningStep::Scheme)), (OpeningStep::Contact, None));
            assert_eq!(way.steps().len(), count);
        }
        assert_eq!(OpeningWay::FranceConnect.before(OpeningStep::Terms), Some(OpeningStep::Scheme));
    }

    #[test]
    fn a_draft_of_an_older_version_keeps_what_it_has() {
        let draft: OpeningDraft =
            serde_json::from_str(r#"{"step":"proof","entries":{"birth_name":"Delcourt"}}"#).unwrap();
        assert_eq!((draft.step, draft.entries.birth_name.as_str()), (OpeningStep::Proof, "Delcourt"));
        assert_eq!((draft.entries.terms, draft.way), (TermsAnswer::None, OpeningWay::Proof));
    }
}
