//! The invented people, with all that is needed to be one of them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An invented member: all that is needed to sign in as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Member {
    /// First and last name.
    pub name: String,
    /// 13 characters.
    pub nir: String,
    /// Two digits.
    pub key: String,
    /// 8 to 13 digits; a provisional code has 4 or 8. Empty where it is not listed: another one serves.
    #[serde(default)]
    pub code: String,
    /// For a forgotten code.
    #[schema(value_type = String)]
    pub birth_date: Date,
    /// Where the service's e-mails to them go.
    pub email: Option<String>,
    /// What this member is there to show, in French.
    pub about: String,
}

/// What became of the code that a member began with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CodeState {
    /// It signs in.
    Serves,
    /// The member chose another one, or was sent one.
    Changed,
    /// The account is closed: none signs in.
    Closed,
}

/// A member as they are listed: a code that signs in no longer is not shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub(crate) struct ListedMember {
    /// First and last name.
    pub(crate) name: String,
    /// 13 characters.
    pub(crate) nir: String,
    /// Two digits.
    pub(crate) key: String,
    /// 8 to 13 digits; a provisional code has 4 or 8. None when it serves no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code: Option<String>,
    /// Whether the code serves.
    pub(crate) code_state: CodeState,
    /// For a forgotten code.
    #[schema(value_type = String)]
    pub(crate) birth_date: Date,
    /// Where the service's e-mails to them went at first.
    pub(crate) email: Option<String>,
    /// What this member is there to show, in French.
    pub(crate) about: String,
}

impl ListedMember {
    /// The member, with the code as far as it serves.
    pub(crate) fn of(member: &Member, code_state: CodeState) -> Self {
        let Member { name, nir, key, code, birth_date, email, about } = member.clone();
        let code = Some(code).filter(|_| code_state == CodeState::Serves);
        Self { name, nir, key, code, code_state, birth_date, email, about }
    }
}

/// An invented person without an account: all that is needed to open one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Newcomer {
    /// First and last name.
    pub name: String,
    /// 13 characters.
    pub nir: String,
    /// Two digits.
    pub key: String,
    /// Name at birth.
    pub birth_name: String,
    /// Birth date.
    #[schema(value_type = String)]
    pub birth_date: Date,
    /// Five digits.
    pub postal_code: String,
    /// The last seven digits of the IBAN.
    pub iban_end: String,
    /// The last eleven digits of the Vitale card's serial number; none without a card.
    pub serial_end: Option<String>,
    /// What this person is there to show, in French.
    pub about: String,
}
