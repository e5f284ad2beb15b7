//! Payments: transfers, the care they repay, what was deducted (P1, P2, P3, P16, H1).

use insurance::{ActKind, Cents, DeductionKind, Rate};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::deductions::{Counter, Explanation};
use crate::forwarding::Transmission;
use crate::ids::{BeneficiaryId, CareId, PaymentId};

/// *Wire.* One transfer. `amount` is the sum of what its lines reimburse, less its deductions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Payment {
    /// Opaque.
    pub id: PaymentId,
    /// The day of the transfer.
    pub paid_on: Date,
    /// One of six.
    pub nature: Nature,
    /// What was transferred; never negative.
    pub amount: Cents,
    /// Who received the money.
    pub payee: Payee,
    /// Persons whose care is repaid, each with their lines.
    pub beneficiaries: Vec<PaidBeneficiary>,
    /// Several, for several persons, is normal.
    #[serde(default)]
    pub deductions: Vec<Deduction>,
    /// What the complementary insurer got of it; none where nothing is left for one, or none was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transmission: Option<Transmission>,
}

/// The six natures of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// « Remboursement de soins ».
    Care,
    /// « Paiement à un tiers ».
    ThirdParty,
    /// « Indemnités journalières ».
    DailyAllowance,
    /// « Pension d’invalidité ».
    InvalidityPension,
    /// « Rente ».
    Annuity,
    /// « Écriture de relevé ».
    StatementEntry,
}

/// *Wire.* Who received the money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum Payee {
    /// The member's account.
    Member {
        /// The last four characters of the IBAN.
        account_end: String,
    },
    /// A professional, a pharmacy, a laboratory: the member advanced nothing.
    Provider {
        /// As printed on statements.
        name: String,
    },
    /// The employer, by subrogation.
    Employer {
        /// As printed on statements.
        name: String,
    },
}

/// *Wire.* One person's part of a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaidBeneficiary {
    /// Who was cared for.
    pub beneficiary: BeneficiaryId,
    /// Two identical lines are two acts.
    pub lines: Vec<CareLine>,
}

/// *Wire.* One act of care, or one period of allowances.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CareLine {
    /// Opaque; later deductions point at it.
    pub id: CareId,
    /// What kind of care.
    pub act: ActKind,
    /// As printed on statements, in French.
    pub label: String,
    /// The professional or establishment.
    pub provider: Option<String>,
    /// The day of care, or the first day of the period.
    pub date: Date,
    /// The last day of the period, for allowances and pensions.
    pub until: Option<Date>,
    /// Acts, boxes or days.
    pub quantity: u32,
    /// What was paid for the care.
    pub paid: Cents,
    /// The base of reimbursement.
    pub base: Cents,
    /// The rate; 100 % for allowances.
    pub rate: Rate,
    /// What the insurance reimburses, before deductions.
    pub reimbursed: Cents,
}

/// *Wire.* An amount taken from a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deduction {
    /// Flat contribution or franchise.
    pub kind: DeductionKind,
    /// For whose care; may be a child of the member.
    pub beneficiary: BeneficiaryId,
    /// Positive: it is taken away.
    pub amount: Cents,
    /// The care that it repays, of this payment or an earlier one.
    pub care: CareRef,
}

/// *Wire.* Enough about an act of care to name it, even when its payment is not on the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CareRef {
    /// The line's identifier.
    pub id: CareId,
    /// What kind of care.
    pub act: ActKind,
    /// The professional or establishment.
    pub provider: Option<String>,
    /// The day of care.
    pub date: Date,
}

/// *Bridge.* What the list is to show. All parts combine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// None for « Toute la famille ».
    pub person: Option<BeneficiaryId>,
    /// None for all six.
    pub nature: Option<Nature>,
    /// Which days.
    pub period: Period,
}

/// *Bridge.* The days of a [`Filter`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Period {
    /// This month and the ones before, so many in all; 6 at first, « Afficher plus » adds 6.
    LastMonths {
        /// 1 or more.
        months: u16,
    },
    /// From and to, both included.
    Between {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
}

/// The official account shows so many months of payments.
pub const OFFICIAL_MONTHS: u16 = 6;

impl Default for Filter {
    fn default() -> Self {
        Self { person: None, nature: None, period: Period::LastMonths { months: OFFICIAL_MONTHS } }
    }
}

/// *Bridge.* A page of payments, newest month first; months without a payment are there, empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentsPage {
    /// Newest first, without gaps.
    pub months: Vec<Month>,
    /// Over all months shown.
    pub totals: Totals,
    /// The day of the oldest payment that matches, where it is before the period.
    pub oldest_before: Option<Date>,
    /// Everyone with a payment or a right, for the filter.
    pub people: Vec<Person>,
    /// False until a first synchronisation was complete: an empty list then means « not fetched yet ».
    pub fetched: bool,
}

/// *Bridge.* One calendar month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    /// 2026.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// Over its rows.
    pub totals: Totals,
    /// Newest first; empty for « Aucun paiement ».
    pub rows: Vec<PaymentRow>,
}

/// *Bridge.* Sums, kept apart: what came to the member, and what went to others for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Transferred to the member.
    pub received: Cents,
    /// Transferred to professionals and employers.
    pub to_others: Cents,
}

/// *Bridge.* A person of the family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Opaque.
    pub id: BeneficiaryId,
    /// First name, with the birth year where two persons share it: « Camille », « Camille (2014) ».
    pub short_name: String,
    /// First and last name.
    pub name: String,
    /// Two letters.
    pub initials: String,
}

/// *Bridge.* A payment in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentRow {
    /// To open it.
    pub id: PaymentId,
    /// The day of the transfer.
    pub paid_on: Date,
    /// One of six.
    pub nature: Nature,
    /// The first line's kind of care; none for a payment without lines.
    pub act: Option<ActKind>,
    /// The first line's professional.
    pub provider: Option<String>,
    /// Lines in all.
    pub lines: u32,
    /// Days, for allowances.
    pub days: Option<u32>,
    /// Short names of the persons concerned.
    pub people: Vec<String>,
    /// What was transferred.
    pub amount: Cents,
    /// To the member, or to someone else for them.
    pub to_member: bool,
    /// Older than the six months of the official account: only this device shows it.
    pub only_here: bool,
}

/// *Bridge.* A payment, with what explains its amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentDetail {
    /// As it was received.
    pub payment: Payment,
    /// The persons of its lines and deductions.
    pub people: Vec<Person>,
    /// « Pourquoi 15 € et non 19 € ? ».
    pub explanation: Explanation,
    /// Flat contributions and franchises of its persons, in the year of the payment.
    pub counters: Vec<Counter>,
    /// When the member sent it to their complementary insurer, as they say.
    pub forwarded_on: Option<Date>,
    /// Older than the six months of the official account.
    pub only_here: bool,
}
