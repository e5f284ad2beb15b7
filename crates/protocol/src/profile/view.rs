//! « Mes informations » as the interface gets it: personal numbers masked, and the questions that show one whole.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{Complementary, Consents};
use crate::account::Caisse;
use crate::ids::BeneficiaryId;

/// *Bridge.* « Mes informations », numbers masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileView {
    /// First and last name.
    pub name: String,
    /// « CM ».
    pub initials: String,
    /// Masked.
    pub nir: Masked,
    /// Date of birth.
    pub birth_date: Date,
    /// Lines of the postal address.
    pub address: Vec<String>,
    /// Masked: « c•••@exemple.fr ».
    pub email: Option<Masked>,
    /// Masked.
    pub mobile: Option<Masked>,
    /// Masked.
    pub landline: Option<Masked>,
    /// As given.
    pub consents: Consents,
    /// Masked: « FR•• •••• … 4471 ».
    pub iban: Option<Masked>,
    /// Bank name.
    pub bank: Option<String>,
    /// An address that waits for its link to be followed.
    pub pending_email: Option<PendingEmailView>,
    /// An account that waits.
    pub pending_bank: Option<PendingBankView>,
    /// Scheme name.
    pub scheme_name: String,
    /// The caisse.
    pub caisse: Caisse,
    /// « 01 311 0000 ».
    pub caisse_triple: String,
    /// Complementary insurers.
    pub complementary: Vec<Complementary>,
    /// The member first, then the others by rank.
    pub people: Vec<PersonView>,
    /// Today on the device: to say what expired.
    pub today: Date,
}

/// *Bridge.* See [`super::PendingEmail`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingEmailView {
    /// Masked.
    pub email: Masked,
    /// The link works until then, device's local time.
    pub until: DateTime,
    /// It does not any more.
    pub is_over: bool,
}

/// *Bridge.* See [`super::PendingBank`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingBankView {
    /// Masked.
    pub iban: Masked,
    /// Bank name.
    pub bank: Option<String>,
    /// Payments go there from then on, device's local time.
    pub from: DateTime,
}

/// *Bridge.* A person of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// Opaque.
    pub id: BeneficiaryId,
    /// 01, 02, …
    pub rank: u8,
    /// First and last name.
    pub name: String,
    /// Two letters.
    pub initials: String,
    /// Masked.
    pub nir: Option<Masked>,
    /// Date of birth.
    pub birth_date: Date,
    /// Rights from…
    pub rights_from: Date,
    /// … to.
    pub rights_until: Option<Date>,
    /// Whether an exemption exists; what it is stays behind a tap.
    pub has_exemption: bool,
    /// Attending doctor.
    pub attending_doctor: Option<String>,
    /// European card's last day.
    pub ceam_until: Option<Date>,
    /// Vitale card's serial, masked.
    pub vitale: Option<Masked>,
}

/// *Bridge.* A number of which only a part is shown. The interface asks for the rest, one at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masked {
    /// With « • » for what is hidden.
    pub shown: String,
    /// What to ask for to see all of it.
    pub reveal: Reveal,
}

/// *Bridge.* Which number to show whole. The answer is a formatted string, kept nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Reveal {
    /// A person's NIR with key.
    Nir {
        /// Whose.
        person: BeneficiaryId,
    },
    /// The member's IBAN.
    Iban,
    /// The member's e-mail address.
    Email,
    /// The e-mail address that waits.
    PendingEmail,
    /// The IBAN that waits.
    PendingIban,
    /// The member's mobile number.
    Mobile,
    /// The member's landline number.
    Landline,
    /// A person's Vitale serial.
    Vitale {
        /// Whose.
        person: BeneficiaryId,
    },
    /// A person's exemption; the answer is [`super::Exemption`] as JSON text.
    Exemption {
        /// Whose.
        person: BeneficiaryId,
    },
}
