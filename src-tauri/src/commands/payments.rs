//! Payments, by month and one by one; what was deducted from them; what they come to.

use protocol::PaymentId;
use protocol::charts::{ChartsPage, ChartsRequest};
use protocol::deductions::DeductionsPage;
use protocol::payments::{Filter, PaymentDetail, PaymentsPage};

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
