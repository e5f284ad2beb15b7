//! Changes that the member makes to their own information (R13). What is dangerous asks for the code: whoever holds
//! the e-mail, the postal address or the bank account could get back in, or be paid, in the member's place.

use insurance::code_policy::{self, Chooser};
use insurance::{EmailAddress, Iban, PhoneKind, PostalCode};
use serde::{Deserialize, Serialize};

use super::Consents;
use crate::error::{Field, Problem};
use crate::phone::PhoneEntry;
use crate::secret::Secret;

/// *Wire.* `POST /v1/profile/changes` (bearer). Answers [`ProfileChangeOutcome`]; the new profile comes with the next
/// synchronisation.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProfileChangeRequest {
    /// Random, made when the member confirms: a request that comes twice is done once.
    pub key: String,
    /// What to change.
    pub change: ProfileChange,
}

/// *Wire and bridge.* One change, as typed; [`ProfileChange::checked`] brings it into the form in which it is kept.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ProfileChange {
    /// Another e-mail address. It takes the old one's place when the link sent to it was followed.
    Email {
        /// The new one.
        email: String,
        /// The present code.
        code: Secret,
    },
    /// The link once more, to the address that waits.
    ResendEmail,
    /// The address that waits is given up.
    GiveUpEmail,
    /// Another mobile number, or none.
    Mobile {
        /// The new one.
        number: Option<PhoneEntry>,
    },
    /// Another landline number, or none.
    Landline {
        /// The new one.
        number: Option<PhoneEntry>,
    },
    /// Which promotional messages may come.
    Consents {
        /// All three.
        consents: Consents,
    },
    /// Another postal address.
    Address {
        /// The new one.
        address: PostalAddress,
        /// The present code.
        code: Secret,
    },
    /// Another bank account. It waits for two days, in which the member can take it back.
    Bank {
        /// The new IBAN.
        iban: String,
        /// The present code.
        code: Secret,
    },
    /// The account that waits is given up.
    GiveUpBank,
    /// Another code. Every other device is signed out.
    Code {
        /// The present code.
        present: Secret,
        /// The new one.
        new: Secret,
    },
}

/// *Wire and bridge.* A postal address in France, without the name above it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostalAddress {
    /// Building, flat, staircase, hamlet; may be empty.
    pub complement: String,
    /// Number and street.
    pub street: String,
    /// Five digits.
    pub postal_code: String,
    /// The town.
    pub town: String,
}

/// *Wire.* The answer to [`ProfileChangeRequest`], with status 200, 403, 422 or 429. None of them ends the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum ProfileChangeOutcome {
    /// 200. It is done, now or when the same request came before.
    Done,
    /// 403. The present code is another one.
    WrongCode {
        /// Whole seconds until the next code is looked at; 0 for at once.
        retry_in: u64,
    },
    /// 429. No attempt is looked at before this delay is over.
    TooManyAttempts {
        /// Whole seconds.
        retry_in: u64,
    },
    /// 422. It cannot be so.
    Refused {
        /// Which entry.
        field: Field,
        /// What is wrong with it.
        problem: Problem,
    },
}

/// What cannot be so.
pub type Refusal = (Field, Problem);

/// The longest line of a postal address (La Poste, norme AFNOR XP Z10-011).
const LONGEST_LINE: usize = 38;

impl ProfileChange {
    /// The change in the form in which it is kept, if it can be.
    ///
    /// # Errors
    /// The first entry that cannot be right.
    pub fn checked(self, chooser: Chooser<'_>) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Email { email, code } => Self::Email {
                email: EmailAddress::parse(&email).map_err(|error| (Field::Email, error.into()))?.as_str().to_owned(),
                code: known_code(&code)?,
            },
            Self::Mobile { number } => {
                Self::Mobile { number: phone(number, PhoneKind::Mobile).map_err(|problem| (Field::Mobile, problem))? }
            }
            Self::Landline { number } => Self::Landline {
                number: phone(number, PhoneKind::Landline).map_err(|problem| (Field::Landline, problem))?,
            },
            Self::Address { address, code } => Self::Address { address: address.checked()?, code: known_code(&code)? },
            Self::Bank { iban, code } => Self::Bank {
                iban: Iban::parse(&iban).map_err(|error| (Field::Iban, error.into()))?.as_str().to_owned(),
                code: known_code(&code)?,
            },
            Self::Code { present, new } => {
                let (present, new) = (known_code(&present)?, Secret::new(digits(&new)));
                code_policy::check(new.expose(), chooser).map_err(|error| (Field::NewCode, error.into()))?;
                if new.expose() == present.expose() {
                    return Err((Field::NewCode, Problem::Same));
                }
                Self::Code { present, new }
            }
            same @ (Self::ResendEmail | Self::GiveUpEmail | Self::Consents { .. } | Self::GiveUpBank) => same,
        })
    }

    /// The present code, where it is asked for.
    pub fn present_code(&self) -> Option<&Secret> {
        match self {
            Self::Email { code, .. } | Self::Address { code, .. } | Self::Bank { code, .. } => Some(code),
            Self::Code { present, .. } => Some(present),
            _ => None,
        }
    }
}

impl PostalAddress {
    fn checked(self) -> Result<Self, Refusal> {
        let line = |text: &str, field: Field| {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if text.chars().count() > LONGEST_LINE { Err((field, Problem::TooLong)) } else { Ok(text) }
        };
        let address = Self {
            complement: line(&self.complement, Field::Complement)?,
            street: line(&self.street, Field::Street)?,
            postal_code: PostalCode::parse(&self.postal_code)
                .map_err(|error| (Field::PostalCode, error.into()))?
                .as_str()
                .to_owned(),
            town: line(&self.town, Field::Town)?.to_uppercase(),
        };
        match (address.street.is_empty(), address.town.is_empty()) {
            (true, _) => Err((Field::Street, Problem::Empty)),
            (_, true) => Err((Field::Town, Problem::Empty)),
            _ => Ok(address),
        }
    }

    /// The lines below the name.
    pub fn lines(&self) -> Vec<String> {
        let last = format!("{} {}", self.postal_code, self.town);
        let lines = [self.complement.clone(), self.street.clone(), last];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }
}

fn phone(entry: Option<PhoneEntry>, kind: PhoneKind) -> Result<Option<PhoneEntry>, Problem> {
    let Some(entry) = entry else { return Ok(None) };
    // What was checked before is checked again as it stands.
    let number = entry.read(kind)?.kept();
    Ok(Some(PhoneEntry { number, ..entry }))
}

/// A code that was chosen long ago opens the account whatever the policy says now: only its form is looked at.
fn known_code(typed: &Secret) -> Result<Secret, Refusal> {
    let digits = digits(typed);
    match code_policy::assess(&digits, Chooser::default()) {
        Ok(_) => Ok(Secret::new(digits)),
        Err(error) => Err((Field::Code, error.into())),
    }
}

/// A code may be pasted with spaces.
fn digits(typed: &Secret) -> String {
    typed.expose().chars().filter(|character| !character.is_whitespace()).collect()
}
