//! Leaves from work, and the daily allowances paid for them (P9, P11). What a day is worth is `insurance::allowances`.

use insurance::Cents;
use insurance::allowances::Wages;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{BeneficiaryId, LeaveId, PaymentId};

/// *Wire.* A leave, as the caisse knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Leave {
    /// Opaque.
    pub id: LeaveId,
    /// Who is on leave.
    pub beneficiary: BeneficiaryId,
    /// Why.
    pub cause: LeaveCause,
    /// First day.
    pub from: Date,
    /// Last day, as prescribed so far.
    pub until: Date,
    /// The employer, as named on the notice.
    pub employer: Option<String>,
    /// Who receives the allowances.
    pub paid_to: PaidTo,
    /// Oldest first; the last one says where the leave stands.
    pub steps: Vec<LeaveStep>,
    /// Gross wages, once the employer has certified them.
    pub wages: Option<Wages>,
    /// The day announced for the next payment.
    pub next_payment: Option<Date>,
}

/// Why somebody is on leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LeaveCause {
    /// Sickness.
    Sickness,
    /// Work accident or occupational disease.
    WorkAccident,
}

/// Who receives the allowances of a leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PaidTo {
    /// The person on leave.
    Member,
    /// The employer, who goes on paying the wage (« subrogation »).
    Employer,
}

/// *Wire and bridge.* A leave came to this state on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeaveStep {
    /// The day.
    pub on: Date,
    /// The state.
    pub state: LeaveState,
}

/// States of a leave, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LeaveState {
    /// The caisse has the doctor's notice.
    NoticeReceived,
    /// It waits for the employer's salary certificate.
    CertificateAwaited,
    /// The allowance is computed.
    Computed,
    /// Allowances were paid.
    Paid,
}

/// *Bridge.* All leaves known on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeavesPage {
    /// Latest first day first.
    pub leaves: Vec<LeaveView>,
    /// Today on the device.
    pub today: Date,
    /// False until a first synchronisation was complete.
    pub fetched: bool,
}

/// *Bridge.* A leave with its payments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveView {
    /// As received.
    pub leave: Leave,
    /// Short name of the person.
    pub name: String,
    /// Where it stands: [`LeaveState::Paid`] as soon as one of its payments is here.
    pub state: LeaveState,
    /// Its last day is not over.
    pub is_running: bool,
    /// Each line of a payment for its days, oldest first.
    pub payments: Vec<LeavePayment>,
}

/// *Bridge.* Days of a leave that were paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeavePayment {
    /// The payment that holds them.
    pub payment: PaymentId,
    /// Its day.
    pub paid_on: Date,
    /// First day paid.
    pub from: Date,
    /// Last day paid.
    pub until: Date,
    /// Days paid.
    pub days: u32,
    /// What each is worth, before levies.
    pub daily: Cents,
    /// Before levies.
    pub gross: Cents,
    /// CSG; nothing, when what was levied is not CSG and CRDS as computed here.
    pub csg: Cents,
    /// CRDS; the same.
    pub crds: Cents,
    /// What was paid, after levies.
    pub net: Cents,
}

impl Leave {
    /// Where it stands for the caisse; none without any step.
    pub fn state(&self) -> Option<LeaveState> {
        self.steps.last().map(|step| step.state)
    }

    /// The day of a state, the first time.
    pub fn on(&self, state: LeaveState) -> Option<Date> {
        self.steps.iter().find(|step| step.state == state).map(|step| step.on)
    }
}
