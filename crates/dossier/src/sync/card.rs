//! What the client asks for payments by card.

use protocol::debts::{CardPayment, PayDebts, PayDebtsOutcome};
use protocol::{CardPaymentId, Secret};
use reqwest::StatusCode;
use url::Url;

use super::client::{Client, ClientError, expected, json};

impl Client {
    /// Begins to pay debts by card.
    pub(crate) async fn pay_debts(&self, access: &Secret, request: &PayDebts) -> Result<PayDebtsOutcome, ClientError> {
        let request = self.http.post(self.url("v1/debts/payments")?).bearer_auth(access.expose()).json(request);
        let answer = self.send(request).await?;
        match answer.status() {
            StatusCode::GONE => json(answer).await,
            _ => json(expected(answer, StatusCode::OK)?).await,
        }
    }

    /// How a payment by card stands; none when there is none of this name.
    pub(crate) async fn card_payment(
        &self,
        access: &Secret,
        id: &CardPaymentId,
    ) -> Result<Option<CardPayment>, ClientError> {
        let request = self.http.get(self.url(&format!("v1/debts/payments/{id}"))?).bearer_auth(access.expose());
        let answer = self.send(request).await?;
        match answer.status() {
            StatusCode::NOT_FOUND => Ok(None),
            _ => json(expected(answer, StatusCode::OK)?).await.map(Some),
        }
    }

    /// The address of a page of the service, by its path; never one of another service.
    pub(crate) fn page(&self, path: &str) -> Result<Url, ClientError> {
        let page = self.url(path.strip_prefix('/').ok_or(ClientError::Service)?)?;
        let own = page.origin() == self.base.origin() && page.path().starts_with(self.base.path());
        if own { Ok(page) } else { Err(ClientError::Service) }
    }
}
