//! The commands about money: payments and what explains them, debts, leaves, files, and what is searched and expected.

use protocol::ald::AldPage;
use protocol::allowances::LeavesPage;
use protocol::charts::{ChartsPage, ChartsRequest};
use protocol::debts::{DebtsPage, Paying};
use protocol::deductions::DeductionsPage;
use protocol::delays::DelaysPage;
use protocol::expected::{ExpectedDetail, ExpectedPage, NoteCare, TieCare};
use protocol::files::FilesPage;
use protocol::forwarding::{Forwarded, ForwardingPage};
use protocol::payments::{Filter, PaymentDetail, PaymentsPage};
use protocol::search::{Found, SearchRequest};
use protocol::{DebtId, NotedId, PaymentId};

use super::commands::Answer;
use super::tauri::{ask, call};

/// Payments that match.
pub(crate) async fn payments(filter: Filter) -> Answer<PaymentsPage> {
    call("payments", &filter).await
}

/// One payment.
pub(crate) async fn payment(id: PaymentId) -> Answer<PaymentDetail> {
    call("payment", &id).await
}

/// What was deducted for care of a year, this one when none is named.
pub(crate) async fn deductions(year: Option<i16>) -> Answer<DeductionsPage> {
    call("deductions", &year).await
}

/// Spending and refunds.
pub(crate) async fn charts(request: ChartsRequest) -> Answer<ChartsPage> {
    call("charts", &request).await
}

/// What is found for a text.
pub(crate) async fn search(request: SearchRequest) -> Answer<Found> {
    call("search", &request).await
}

/// Refunds that are expected, and those that have come.
pub(crate) async fn expected() -> Answer<ExpectedPage> {
    ask("expected").await
}

/// One of them.
pub(crate) async fn expected_care(id: NotedId) -> Answer<ExpectedDetail> {
    call("expected_care", &id).await
}

/// Notes care that was paid.
pub(crate) async fn note_care(request: NoteCare) -> Answer<NotedId> {
    call("note_care", &request).await
}

/// Forgets noted care.
pub(crate) async fn forget_care(id: NotedId) -> Answer<()> {
    call("forget_care", &id).await
}

/// Ties noted care to an act of a payment, or unties it.
pub(crate) async fn tie_care(request: TieCare) -> Answer<()> {
    call("tie_care", &request).await
}

/// What the complementary insurer did not get.
pub(crate) async fn forwarding() -> Answer<ForwardingPage> {
    ask("forwarding").await
}

/// Notes that the member sent a payment to their insurer, or did not.
pub(crate) async fn mark_forwarded(forwarded: Forwarded) -> Answer<()> {
    call("mark_forwarded", &forwarded).await
}

/// What the member owes the caisse.
pub(crate) async fn debts() -> Answer<DebtsPage> {
    ask("debts").await
}

/// Begins to pay debts in the browser.
pub(crate) async fn pay_debts(debts: Vec<DebtId>) -> Answer<Paying> {
    call("pay_debts", &debts).await
}

/// Answers once it is known how the payment under way ended.
pub(crate) async fn follow_debt_payment() -> Answer<()> {
    ask("follow_debt_payment").await
}

/// Leaves, with their payments.
pub(crate) async fn leaves() -> Answer<LeavesPage> {
    ask("leaves").await
}

/// Files of work accidents and occupational diseases.
pub(crate) async fn files() -> Answer<FilesPage> {
    ask("files").await
}

/// How long the caisse takes, and estimates for what is open.
pub(crate) async fn delays() -> Answer<DelaysPage> {
    ask("delays").await
}

/// Long-term illnesses: only when the member asks for them.
pub(crate) async fn ald() -> Answer<AldPage> {
    ask("ald").await
}
