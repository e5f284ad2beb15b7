//! Leaves with the allowances paid for them: what the caisse says of a leave, tied to the payments on this device.

use std::cmp::Reverse;

use insurance::allowances::{Levies, levies};
use insurance::{ActKind, Cents};
use jiff::civil::Date;
use protocol::ApiError;
use protocol::allowances::{Leave, LeaveCause, LeavePayment, LeaveState, LeaveView, LeavesPage};
use protocol::payments::{CareLine, Payment};

use crate::dossier::Dossier;
use crate::payments::Names;
use crate::store::{Reader, StoreError};

impl Dossier {
    /// All leaves, with their payments.
    ///
    /// # Errors
    /// Those of every question to the store.
    pub async fn leaves(&self) -> Result<LeavesPage, ApiError> {
        let today = self.inner.around.clock.today();
        self.read(move |reader| page(reader, today)).await
    }
}

fn page(reader: &Reader<'_>, today: Date) -> Result<LeavesPage, StoreError> {
    Ok(LeavesPage { leaves: views(reader, today)?, today, fetched: reader.complete_at()?.is_some() })
}

/// Each leave with its payments, latest first day first.
pub(crate) fn views(reader: &Reader<'_>, today: Date) -> Result<Vec<LeaveView>, StoreError> {
    let mut leaves: Vec<Leave> = reader.things()?;
    leaves.sort_by_key(|leave| Reverse((leave.from, leave.until)));
    let payments = if leaves.is_empty() { Vec::new() } else { reader.allowance_payments()? };
    let names = Names::of(&reader.all_people()?);
    Ok(leaves.into_iter().map(|leave| view(leave, &payments, &names, today)).collect())
}

fn view(leave: Leave, payments: &[Payment], names: &Names, today: Date) -> LeaveView {
    let paid: Vec<LeavePayment> = payments.iter().flat_map(|payment| lines_of(&leave, payment)).collect();
    let state = if paid.is_empty() { leave.state() } else { Some(LeaveState::Paid) };
    LeaveView {
        name: names.short(std::slice::from_ref(&leave.beneficiary)).pop().unwrap_or_default(),
        state: state.unwrap_or(LeaveState::NoticeReceived),
        is_running: today <= leave.until,
        payments: paid,
        leave,
    }
}

/// The lines of a payment for days of this leave.
fn lines_of(leave: &Leave, payment: &Payment) -> Vec<LeavePayment> {
    let act = match leave.cause {
        LeaveCause::Sickness => ActKind::SicknessAllowance,
        LeaveCause::WorkAccident => ActKind::WorkAccidentAllowance,
    };
    let own = payment.beneficiaries.iter().filter(|part| part.beneficiary == leave.beneficiary);
    let lines = own.flat_map(|part| &part.lines);
    let of_leave = lines.filter(|line| line.act == act && leave.from <= line.date && line.date <= leave.until);
    of_leave.map(|line| paid(payment, line)).collect()
}

fn paid(payment: &Payment, line: &CareLine) -> LeavePayment {
    // What was levied is a fact; it is named where it is what the rates of that day give.
    let levied = line.base - line.reimbursed;
    let levies = levies(line.base, line.date).filter(|levies| levies.sum() == levied).unwrap_or_default();
    let Levies { csg, crds } = levies;
    let days = i64::from(line.quantity.max(1));
    LeavePayment {
        payment: payment.id.clone(),
        paid_on: payment.paid_on,
        from: line.date,
        until: line.until.unwrap_or(line.date),
        days: line.quantity,
        daily: Cents::new(line.base.get() / days),
        gross: line.base,
        csg,
        crds,
        net: line.reimbursed,
    }
}

#[cfg(test)]
#[path = "allowances_tests.rs"]
mod tests;
