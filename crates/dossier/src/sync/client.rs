//! The HTTP client: the service's requests, each with its answers, and what may go wrong with them.

use std::sync::Once;
use std::time::Duration;

use protocol::closing::{Close, CloseOutcome};
use protocol::entrance::{ForgottenCode, GoOn};
use protocol::opening::{Finish, FinishOutcome, Proof, ProofOutcome};
use protocol::profile::{ProfileChangeOutcome, ProfileChangeRequest};
use protocol::settings::Language;
use protocol::sign_in::{DeviceEnded, Refresh, SignIn, SignInOutcome, Tokens};
use protocol::sync::{ChangesPage, Cursor};
use protocol::{DeviceId, Secret};
use reqwest::header::{ACCEPT, ACCEPT_LANGUAGE, RANGE};
use reqwest::{RequestBuilder, Response, StatusCode, redirect};
use serde::de::DeserializeOwned;
use url::{Host, Url};

/// Why a request brought nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ClientError {
    /// No connection, no name, no answer in time.
    #[error("the service cannot be reached")]
    Offline,
    /// An answer, but not one of those described.
    #[error("the service answers, but not as it should")]
    Service,
    /// 401: the access token is not good (any more).
    #[error("the access token is refused")]
    Unauthorized,
    /// 410: the cursor is of another life of the service.
    #[error("the service asks to start again")]
    StartAgain,
}

/// The answer to a request for changes.
pub(crate) enum Changes {
    /// Nothing since the cursor.
    NothingNew,
    /// The next page.
    Page(ChangesPage),
}

/// What a refresh token led to.
pub(crate) enum Refreshed {
    /// The next tokens.
    Renewed(Tokens),
    /// Somebody says that the member ended a device. Whether it is this one is for the caller to see.
    Ended(DeviceEnded),
}

/// The service, over HTTP. A clone shares its connections.
#[derive(Clone)]
pub(crate) struct Client {
    pub(super) http: reqwest::Client,
    pub(super) base: Url,
}

const CONNECT: Duration = Duration::from_secs(10);
const SILENCE: Duration = Duration::from_secs(20);
const LARGEST_ANSWER: usize = 32 * 1024 * 1024;

impl Client {
    /// For the service at this address. Nothing is sent anywhere else: redirects are not followed.
    pub(crate) fn new(base: &Url) -> Option<Self> {
        static PROVIDER: Once = Once::new();
        // Fails only when the app has installed one already, which serves as well.
        PROVIDER.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
        let mut builder = reqwest::Client::builder()
            .user_agent(format!("compte-assure/{} ({})", env!("CARGO_PKG_VERSION"), std::env::consts::OS))
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT)
            .read_timeout(SILENCE);
        if is_this_device(base) {
            builder = builder.no_proxy();
        }
        Some(Self { http: builder.build().ok()?, base: base.clone() })
    }

    /// Signs in. E-mails that follow from it are in this language.
    pub(crate) async fn sign_in(&self, request: &SignIn, language: Language) -> Result<SignInOutcome, ClientError> {
        let request = self.http.post(self.url("v1/sign-in")?).header(ACCEPT_LANGUAGE, language.tag()).json(request);
        outcome(self.send(request).await?).await
    }

    /// Goes on with a way in.
    pub(crate) async fn go_on(&self, request: &GoOn) -> Result<SignInOutcome, ClientError> {
        outcome(self.send(self.http.post(self.url("v1/entrance")?).json(request)).await?).await
    }

    /// Says that a code is forgotten. The answer does not tell whether the number is known.
    pub(crate) async fn forgotten_code(&self, request: &ForgottenCode, language: Language) -> Result<(), ClientError> {
        let request =
            self.http.post(self.url("v1/code/forgotten")?).header(ACCEPT_LANGUAGE, language.tag()).json(request);
        expected(self.send(request).await?, StatusCode::ACCEPTED).map(drop)
    }

    /// Has a proof looked at.
    pub(crate) async fn prove(&self, proof: &Proof) -> Result<ProofOutcome, ClientError> {
        let answer = self.send(self.http.post(self.url("v1/opening/proof")?).json(proof)).await?;
        match answer.status() {
            StatusCode::OK | StatusCode::FORBIDDEN | StatusCode::CONFLICT | StatusCode::TOO_MANY_REQUESTS => {
                json(answer).await
            }
            _ => Err(ClientError::Service),
        }
    }

    /// Creates the account of a proof that was recognised. Its e-mails are in this language.
    pub(crate) async fn finish_opening(
        &self,
        request: &Finish,
        language: Language,
    ) -> Result<FinishOutcome, ClientError> {
        let request =
            self.http.post(self.url("v1/opening/finish")?).header(ACCEPT_LANGUAGE, language.tag()).json(request);
        let answer = self.send(request).await?;
        match answer.status() {
            StatusCode::OK | StatusCode::CONFLICT | StatusCode::GONE | StatusCode::UNPROCESSABLE_ENTITY => {
                json(answer).await
            }
            _ => Err(ClientError::Service),
        }
    }

    /// Trades a refresh token for the next tokens.
    pub(crate) async fn refresh(&self, refresh: &Secret) -> Result<Refreshed, ClientError> {
        let request = Refresh { refresh: refresh.clone() };
        let answer = self.send(self.http.post(self.url("v1/session/refresh")?).json(&request)).await?;
        match answer.status() {
            StatusCode::FORBIDDEN => json(answer).await.map(Refreshed::Ended),
            _ => json(expected(answer, StatusCode::OK)?).await.map(Refreshed::Renewed),
        }
    }

    /// Signs a device of the member out; false when there is none of this name.
    pub(crate) async fn end_device(&self, access: &Secret, id: &DeviceId) -> Result<bool, ClientError> {
        let request = self.http.post(self.url(&format!("v1/devices/{id}/end"))?).bearer_auth(access.expose());
        let answer = self.send(request).await?;
        match answer.status() {
            StatusCode::NOT_FOUND => Ok(false),
            _ => expected(answer, StatusCode::NO_CONTENT).map(|_| true),
        }
    }

    /// Closes the account.
    pub(crate) async fn close_account(&self, access: &Secret, code: Secret) -> Result<CloseOutcome, ClientError> {
        let request = self.http.post(self.url("v1/account/close")?).bearer_auth(access.expose()).json(&Close { code });
        let answer = self.send(request).await?;
        match answer.status() {
            StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS => json(answer).await,
            _ => json(expected(answer, StatusCode::OK)?).await,
        }
    }

    /// Ends the session.
    pub(crate) async fn end_session(&self, access: &Secret) -> Result<(), ClientError> {
        let request = self.http.post(self.url("v1/session/end")?).bearer_auth(access.expose());
        expected(self.send(request).await?, StatusCode::NO_CONTENT).map(drop)
    }

    /// Changes one thing about the member.
    pub(crate) async fn change_profile(
        &self,
        access: &Secret,
        request: &ProfileChangeRequest,
    ) -> Result<ProfileChangeOutcome, ClientError> {
        let request = self.http.post(self.url("v1/profile/changes")?).bearer_auth(access.expose()).json(request);
        let answer = self.send(request).await?;
        match answer.status() {
            StatusCode::FORBIDDEN | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::TOO_MANY_REQUESTS => {
                json(answer).await
            }
            _ => json(expected(answer, StatusCode::OK)?).await,
        }
    }

    /// The page of changes after a cursor.
    pub(crate) async fn changes(&self, access: &Secret, after: Cursor, limit: u32) -> Result<Changes, ClientError> {
        let request = self
            .http
            .get(self.url("v1/changes")?)
            .query(&[("after", after.0), ("limit", u64::from(limit))])
            .bearer_auth(access.expose());
        let answer = self.send(request).await?;
        match answer.status() {
            StatusCode::NOT_MODIFIED => Ok(Changes::NothingNew),
            StatusCode::GONE => Err(ClientError::StartAgain),
            _ => json(expected(answer, StatusCode::OK)?).await.map(Changes::Page),
        }
    }

    /// Starts fetching a content, from a place in it. The answer says whether it starts there.
    pub(crate) async fn content(&self, access: &Secret, sha256: &str, from: u64) -> Result<Pieces, ClientError> {
        let mut request = self.http.get(self.url(&format!("v1/contents/{sha256}"))?).bearer_auth(access.expose());
        if from > 0 {
            request = request.header(RANGE, format!("bytes={from}-"));
        }
        let answer = self.send(request.header(ACCEPT, "application/pdf")).await?;
        match answer.status() {
            StatusCode::PARTIAL_CONTENT => Ok(Pieces { answer, start: from }),
            _ => Ok(Pieces { answer: expected(answer, StatusCode::OK)?, start: 0 }),
        }
    }

    pub(super) async fn send(&self, request: RequestBuilder) -> Result<Response, ClientError> {
        request.send().await.map_err(|error| reason(&error))
    }

    pub(super) fn url(&self, path: &str) -> Result<Url, ClientError> {
        let mut base = self.base.clone();
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        base.join(path).map_err(|_| ClientError::Service)
    }
}

/// A content as it comes in.
pub(crate) struct Pieces {
    answer: Response,
    /// Where its first piece belongs.
    pub(crate) start: u64,
}

impl Pieces {
    /// The next piece; none at the end.
    pub(crate) async fn next(&mut self) -> Result<Option<Vec<u8>>, ClientError> {
        let piece = self.answer.chunk().await.map_err(|error| reason(&error))?;
        Ok(piece.map(|piece| piece.to_vec()))
    }
}

/// Every outcome of signing in is said in JSON, whatever its status.
pub(super) async fn outcome(answer: Response) -> Result<SignInOutcome, ClientError> {
    match answer.status() {
        StatusCode::OK
        | StatusCode::UNAUTHORIZED
        | StatusCode::FORBIDDEN
        | StatusCode::GONE
        | StatusCode::UNPROCESSABLE_ENTITY
        | StatusCode::TOO_MANY_REQUESTS => json(answer).await,
        _ => Err(ClientError::Service),
    }
}

/// The answer, if its status is the one that was described.
pub(super) fn expected(answer: Response, described: StatusCode) -> Result<Response, ClientError> {
    match answer.status() {
        status if status == described => Ok(answer),
        StatusCode::UNAUTHORIZED => Err(ClientError::Unauthorized),
        _ => Err(ClientError::Service),
    }
}

/// Reads a whole answer. A page of HTML or half an answer is no JSON.
pub(super) async fn json<T: DeserializeOwned>(answer: Response) -> Result<T, ClientError> {
    serde_json::from_slice(&bytes(answer).await?).map_err(|_| ClientError::Service)
}

/// A whole answer, within limits.
pub(super) async fn bytes(mut answer: Response) -> Result<Vec<u8>, ClientError> {
    let mut bytes = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(|error| reason(&error))? {
        if bytes.len() + piece.len() > LARGEST_ANSWER {
            return Err(ClientError::Service);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

/// No connection or no answer is « offline »; an answer cut in the middle is the service's fault.
pub(super) fn reason(error: &reqwest::Error) -> ClientError {
    if error.is_connect() || error.is_timeout() || error.is_request() {
        ClientError::Offline
    } else {
        ClientError::Service
    }
}

/// A proxy cannot reach this device's own services.
fn is_this_device(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
#[path = "client_tests.rs"]
mod tests;
