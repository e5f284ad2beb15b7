//! The way in: what a sign-in that is right still asks for before the account opens (A10 to A13).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::error::{Field, Problem};
use crate::secret::Secret;

/// *Wire and bridge.* One thing to do before anything else. It holds nothing secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Six digits go by e-mail to a device that is not trusted (A13). Acts: [`Act::SendEmailCode`],
    /// [`Act::EnterEmailCode`].
    EmailCode {
        /// « c•••@exemple.fr ».
        to: String,
        /// Whether one was sent that still serves.
        sent: bool,
        /// Seconds until another one may be asked for; 0 for at once.
        again_in: u64,
    },
    /// The code must be replaced by one of 8 to 13 digits (A11). Act: [`Act::ChooseCode`].
    ChooseCode {
        /// Why.
        because: ChooseBecause,
    },
    /// The terms of use must be accepted, or the way in ends (A5). Act: [`Act::AcceptTerms`].
    AcceptTerms,
    /// No e-mail address is known yet (A7). Act: [`Act::GiveEmail`].
    GiveEmail,
    /// The address waits for the link that was sent to it; until then services stay closed (A8). Acts: [`Act::Look`],
    /// [`Act::SendLink`], [`Act::GiveEmail`] when it was mistyped.
    ConfirmEmail {
        /// « c•••@exemple.fr ».
        to: String,
        /// Seconds until another link may be asked for; 0 for at once.
        again_in: u64,
    },
    /// « Confirmer mes coordonnées », which may wait. Acts: [`Act::ConfirmDetails`], [`Act::Later`].
    ConfirmDetails {
        /// What the caisse knows.
        details: Details,
    },
}

/// *Wire and bridge.* Why a code must be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChooseBecause {
    /// It was given at the desk or came by post.
    Provisional,
    /// It has served too long.
    Expired,
}

/// *Wire and bridge.* How the caisse reaches the member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Details {
    /// Name and postal address, line by line.
    pub address: Vec<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Mobile telephone.
    pub mobile: Option<String>,
    /// Landline telephone.
    pub landline: Option<String>,
}

/// *Wire.* `POST /v1/entrance`: goes on with a way in. The answer is a [`crate::sign_in::SignInOutcome`].
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GoOn {
    /// As [`crate::sign_in::SignInOutcome::Entering`] gave it.
    pub entrance: Secret,
    /// What the member does.
    pub act: Act,
}

/// *Wire and bridge.* What the member does at a [`Step`].
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Nothing: asks where the way in stands.
    Look,
    /// Asks for six digits by e-mail.
    SendEmailCode,
    /// Enters them.
    EnterEmailCode {
        /// Six digits.
        digits: Secret,
    },
    /// Replaces the code.
    ChooseCode {
        /// 8 to 13 digits.
        code: Secret,
    },
    /// « Oui, j’accepte ».
    AcceptTerms,
    /// Gives the e-mail address, or another one as long as none is confirmed. A link goes to it.
    GiveEmail {
        /// The address.
        email: String,
    },
    /// Asks for the link once more.
    SendLink,
    /// The details are right.
    ConfirmDetails,
    /// « Plus tard ».
    Later,
    /// Turns back: the way in ends.
    Leave,
}

/// *Wire and bridge.* Why an act changed nothing; the step stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "refused", rename_all = "snake_case")]
pub enum Refusal {
    /// These are not the six digits.
    WrongEmailCode {
        /// Tries left before they are void.
        left: u32,
    },
    /// The six digits do not serve any more (too old, too many tries, used): ask for others.
    EmailCodeVoid,
    /// It was asked for too often.
    TooSoon {
        /// Whole seconds until it may be asked for again.
        retry_in: u64,
    },
    /// An entry cannot be taken: a code that is too easy to guess, an address that is none.
    Entry {
        /// Which entry.
        field: Field,
        /// What is wrong with it.
        problem: Problem,
    },
    /// Nothing has changed since the member last looked: the link was not followed yet. Said by the core.
    NotYet,
    /// The act does not belong to the step.
    OutOfPlace,
}

/// *Wire.* `POST /v1/code/forgotten`: answered 202 for every number, known or not (A12).
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ForgottenCode {
    /// 13 characters.
    pub nir: Secret,
    /// As the caisse knows it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub birth_date: Date,
}

/// *Bridge.* A forgotten code, as the member types it.
#[derive(Clone, Serialize, Deserialize)]
pub struct ForgottenCodeForm {
    /// The NIR as typed.
    pub nir: Secret,
    /// The birth date as typed: day, month, year.
    pub birth_date: String,
}
