//! What the client asks for FranceConnect: the provider's own answers, byte for byte, and the service's.

use openidconnect::{HttpRequest, HttpResponse, http};
use protocol::franceconnect::{FranceConnectSignIn, Identified, IdentifiedOutcome, PROVIDER_PATH};
use protocol::settings::Language;
use protocol::sign_in::SignInOutcome;
use reqwest::StatusCode;
use reqwest::header::ACCEPT_LANGUAGE;

use super::client::{Client, ClientError, bytes, json, outcome, reason};

impl Client {
    /// A request to the provider, whatever it is. It goes nowhere else.
    pub(crate) async fn provider(&self, request: HttpRequest) -> Result<HttpResponse, ClientError> {
        let own = self.url(PROVIDER_PATH)?;
        let request = reqwest::Request::try_from(request).map_err(|_| ClientError::Service)?;
        let is_own = request.url().origin() == own.origin()
            && request.url().path().strip_prefix(own.path()).is_some_and(|rest| rest.starts_with('/'));
        if !is_own {
            return Err(ClientError::Service);
        }
        let answer = self.http.execute(request).await.map_err(|error| reason(&error))?;
        if answer.status().is_server_error() {
            return Err(ClientError::Service);
        }
        let (status, headers) = (answer.status(), answer.headers().clone());
        let mut said = http::Response::new(bytes(answer).await?);
        (*said.status_mut(), *said.headers_mut()) = (status, headers);
        Ok(said)
    }

    /// Has a proof of identity looked at.
    pub(crate) async fn identify(&self, request: &Identified) -> Result<IdentifiedOutcome, ClientError> {
        let answer = self.send(self.http.post(self.url("v1/franceconnect")?).json(request)).await?;
        match answer.status() {
            StatusCode::OK | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS => {
                json(answer).await
            }
            _ => Err(ClientError::Service),
        }
    }

    /// Signs in with a proof of identity. E-mails that follow from it are in this language.
    pub(crate) async fn franceconnect_sign_in(
        &self,
        request: &FranceConnectSignIn,
        language: Language,
    ) -> Result<SignInOutcome, ClientError> {
        let request =
            self.http.post(self.url("v1/franceconnect/sign-in")?).header(ACCEPT_LANGUAGE, language.tag()).json(request);
        outcome(self.send(request).await?).await
    }
}
