//! Paying by card on a page of the service. What was begun is in the file before the service hears of it, and stays until
//! the service says how it ended: whatever is lost on the way, the same payment is asked for again, and made once.

use std::sync::Arc;
use std::time::Duration;

use protocol::debts::{CardPayment, CardPaymentState, PayDebts, PayDebtsOutcome, Paying};
use protocol::sync::Tag;
use protocol::{ApiError, DebtId};

use crate::account_open::Account;
use crate::dossier::{Dossier, locked};
use crate::store::Begun;

/// Between two questions how a payment stands.
const PAUSE: Duration = Duration::from_secs(2);

impl Dossier {
    /// Begins to pay these debts, and shows the page in the browser. While a payment is under way it shows that one's,
    /// whichever are named.
    ///
    /// # Errors
    /// `Offline` or `ServiceUnavailable` when the service cannot say: asked again it is the same payment; `NoSpace`.
    pub async fn pay_debts(&self, debts: Vec<DebtId>) -> Result<Paying, ApiError> {
        let account = self.account().await?;
        let key = self.inner.around.entropy.hex(16).map_err(|error| self.inner.answer_for(error))?;
        let begun = self.write(move |writer| match debts.as_slice() {
            [] => writer.reader().begun_payment(),
            debts => writer.begin_payment(&key, debts).map(Some),
        });
        let Some(begun) = begun.await? else { return Ok(Paying::NotOpen) };
        *locked(&account.debt_payment) = None;
        let Some(payment) = self.begun(&account, begun).await? else { return Ok(Paying::NotOpen) };
        let page = self.inner.client.page(&payment.page).map_err(|error| self.inner.answer_for(error))?;
        Ok(match (self.inner.around.open_browser)(&page) {
            Ok(()) => Paying::Opened,
            Err(cause) => {
                tracing::warn!(kind = %cause.kind(), "no browser opens");
                Paying::NoBrowser
            }
        })
    }

    /// Waits until it is known how the payment under way ended, and leaves that to [`Dossier::debts`]; at once when none is
    /// under way.
    ///
    /// # Errors
    /// `Offline` or `ServiceUnavailable` when the service cannot say: nothing is known then, and nothing is lost.
    pub async fn follow_debt_payment(&self) -> Result<(), ApiError> {
        let account = self.account().await?;
        let _alone = account.following.lock().await;
        loop {
            let Some(begun) = self.read(|reader| reader.begun_payment()).await? else { return Ok(()) };
            let Some(payment) = self.begun(&account, begun).await? else { return Ok(()) };
            if payment.state != CardPaymentState::Waiting {
                return self.ended(&account, Some(payment.state)).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// How a payment that was begun stands, as the service says; none when it is no payment there, or none any more.
    async fn begun(&self, account: &Arc<Account>, begun: Begun) -> Result<Option<CardPayment>, ApiError> {
        let inner = Arc::clone(&self.inner);
        if let Some((id, _)) = begun.known {
            let known = self.ask_in_session(account, move |access| {
                let (inner, id) = (Arc::clone(&inner), id.clone());
                async move { inner.client.card_payment(&access, &id).await }
            });
            return match known.await? {
                Some(payment) => Ok(Some(payment)),
                None => self.ended(account, None).await.map(|()| None),
            };
        }
        let request = PayDebts { key: begun.key, debts: begun.debts };
        let outcome = self.ask_in_session(account, move |access| {
            let (inner, request) = (Arc::clone(&inner), request.clone());
            async move { inner.client.pay_debts(&access, &request).await }
        });
        match outcome.await? {
            PayDebtsOutcome::NotOpen => self.ended(account, None).await.map(|()| None),
            PayDebtsOutcome::Begun { payment } => {
                let kept = payment.clone();
                self.write(move |writer| writer.payment_begun(&kept)).await?;
                self.inner.notices.tell(&[Tag::Debts]);
                Ok(Some(payment))
            }
        }
    }

    /// Nothing is under way any more; what came of it comes by synchronisation.
    async fn ended(&self, account: &Account, state: Option<CardPaymentState>) -> Result<(), ApiError> {
        *locked(&account.debt_payment) = state;
        self.write(|writer| writer.forget_payment()).await?;
        self.inner.notices.tell(&[Tag::Debts]);
        self.inner.wake.notify_one();
        Ok(())
    }
}
