//! Payments, by month and one by one; what was deducted from them, what they come to, what the insurer did not get, what is
//! owed.

use protocol::charts::{ChartsPage, ChartsRequest};
use protocol::debts::{DebtsPage, Paying};
use protocol::deductions::DeductionsPage;
use protocol::forwarding::{Forwarded, ForwardingPage};
use protocol::payments::{Filter, PaymentDetail, PaymentsPage};
use protocol::{DebtId, PaymentId};

use super::{Answer, Core};

#[tauri::command]
pub(crate) async fn payments(core: Core<'_>, request: Filter) -> Answer<PaymentsPage> {
    core.payments(request).await
}

#[tauri::command]
pub(crate) async fn payment(core: Core<'_>, request: PaymentId) -> Answer<PaymentDetail> {
    core.payment(request).await
}

#[tauri::command]
pub(crate) async fn deductions(core: Core<'_>, request: Option<i16>) -> Answer<DeductionsPage> {
    core.deductions(request).await
}

#[tauri::command]
pub(crate) async fn charts(core: Core<'_>, request: ChartsRequest) -> Answer<ChartsPage> {
    core.charts(request).await
}

#[tauri::command]
pub(crate) async fn forwarding(core: Core<'_>) -> Answer<ForwardingPage> {
    core.forwarding().await
}

#[tauri::command]
pub(crate) async fn mark_forwarded(core: Core<'_>, request: Forwarded) -> Answer<()> {
    core.mark_forwarded(request).await
}

#[tauri::command]
pub(crate) async fn debts(core: Core<'_>) -> Answer<DebtsPage> {
    core.debts().await
}

#[tauri::command]
pub(crate) async fn pay_debts(core: Core<'_>, request: Vec<DebtId>) -> Answer<Paying> {
    core.pay_debts(request).await
}

#[tauri::command]
pub(crate) async fn follow_debt_payment(core: Core<'_>) -> Answer<()> {
    core.follow_debt_payment().await
}
