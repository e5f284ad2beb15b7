//! The member's own information, and the persons of their account (I1, I2).

mod change;
mod view;

use insurance::Rate;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
pub use view::{Masked, PendingBankView, PendingEmailView, PersonView, ProfileView, Reveal};

use crate::account::Caisse;
use crate::ids::BeneficiaryId;

pub use change::{PostalAddress, ProfileChange, ProfileChangeOutcome, ProfileChangeRequest, Refusal};

/// *Wire.* The member. Personal numbers are whole here; they never reach the interface unasked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Profile {
    /// The member as a person, among the beneficiaries (rank 01).
    pub beneficiary: BeneficiaryId,
    /// Up to six lines, the last one postal code and town.
    pub address: Vec<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Mobile, national form.
    pub mobile: Option<String>,
    /// Landline, national form.
    pub landline: Option<String>,
    /// Three, each off unless the member said yes.
    pub consents: Consents,
    /// IBAN, without spaces.
    pub iban: Option<String>,
    /// « BNP PARIBAS ».
    pub bank: Option<String>,
    /// The scheme, two digits: `01` for the general scheme.
    pub scheme: String,
    /// « Régime général », or the partner scheme's name.
    pub scheme_name: String,
    /// The caisse.
    pub caisse: Caisse,
    /// Four digits.
    pub centre: String,
    /// Complementary insurers.
    pub complementary: Vec<Complementary>,
    /// The member's connection before the present one.
    pub last_connection: Option<Timestamp>,
    /// An address that is to take the place of `email`.
    #[serde(default)]
    pub pending_email: Option<PendingEmail>,
    /// An account that is to take the place of `iban`.
    #[serde(default)]
    pub pending_bank: Option<PendingBank>,
}

/// *Wire.* An e-mail address that waits for the link sent to it to be followed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PendingEmail {
    /// The address.
    pub email: String,
    /// The link works until then.
    pub until: Timestamp,
}

/// *Wire.* A bank account that waits, so that a member who did not ask for it can take it back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PendingBank {
    /// IBAN, without spaces.
    pub iban: String,
    /// Its bank, where the table of banks knows it.
    pub bank: Option<String>,
    /// Payments go there from then on.
    pub from: Timestamp,
}

/// Promotional messages, by channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consents {
    /// E-mail.
    pub email: bool,
    /// Telephone.
    pub phone: bool,
    /// SMS.
    pub sms: bool,
}

/// A complementary insurer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Complementary {
    /// Its name, or « Complémentaire santé solidaire ».
    pub name: String,
    /// Whether the caisse sends it the reimbursements by itself.
    pub transmission: bool,
    /// First day covered.
    pub from: Date,
    /// Last day covered.
    pub until: Option<Date>,
}

/// *Wire.* A person whose rights the account shows. Gone (a tombstone) when they leave it, at 18 for a child.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Beneficiary {
    /// Opaque; the same in both parents' accounts.
    pub id: BeneficiaryId,
    /// 01 for the insured person, 02 to 19 for dependants.
    pub rank: u8,
    /// All first names, the usual one first.
    pub first_name: String,
    /// Name at birth.
    pub birth_name: String,
    /// Usage name, if any.
    pub usage_name: Option<String>,
    /// 13 characters and the key, without spaces; a young child may have none of their own yet.
    pub nir: Option<String>,
    /// Date of birth.
    pub birth_date: Date,
    /// Birth rank: 2 for the second of twins.
    pub birth_rank: u8,
    /// Rights from this day…
    pub rights_from: Date,
    /// … to this one; none for open-ended.
    pub rights_until: Option<Date>,
    /// Exemption from the ticket modérateur.
    pub exemption: Option<Exemption>,
    /// Attending doctor, as declared.
    pub attending_doctor: Option<String>,
    /// European card.
    pub ceam: Option<Ceam>,
    /// Vitale card.
    pub vitale: Option<Vitale>,
}

/// Why and how far a person is exempt from the ticket modérateur. Confidential: shown on demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Exemption {
    /// The reason.
    pub reason: ExemptionReason,
    /// Usually 100 %.
    pub rate: Rate,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Option<Date>,
}

/// See [`Exemption`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExemptionReason {
    /// Affection de longue durée.
    Ald,
    /// Maternity, from the 6th month.
    Maternity,
    /// Work accident or occupational disease.
    WorkAccident,
    /// Invalidity.
    Invalidity,
    /// Complémentaire santé solidaire.
    C2s,
    /// Local scheme of Alsace-Moselle.
    AlsaceMoselle,
}

/// A European health insurance card (CEAM).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ceam {
    /// Last day of validity.
    pub until: Date,
}

/// A Vitale card.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Vitale {
    /// Serial number.
    pub serial: String,
    /// Day of issue.
    pub issued_on: Date,
}
