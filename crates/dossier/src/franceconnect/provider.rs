//! The conversation with the provider, as a public client: discovery, the page's address, the code for an ID token, and
//! the checks of it.

use std::pin::Pin;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::DateTime;
use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreTokenResponse,
};
use openidconnect::{
    AuthenticationContextClass, AuthorizationCode, ClaimsVerificationError, ClientId, CsrfToken, DiscoveryError,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, TokenResponse as _,
};
use protocol::Secret;
use protocol::franceconnect::{ACR, CLIENT_ID, Distrust, PROVIDER_PATH};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::NoProof;
use crate::surroundings::{Entropy, NoEntropy};
use crate::sync::{Client, ClientError};

/// What is asked for: only what finds a person in the civil register.
const SCOPES: [&str; 6] = ["given_name", "family_name", "birthdate", "gender", "birthplace", "birthcountry"];

/// An answer of the provider under way. It borrows nothing, so that it may move from thread to thread.
type Pending = Pin<Box<dyn Future<Output = Result<HttpResponse, ClientError>> + Send>>;

/// The client, as the crate wants it.
fn http(client: &Client) -> impl Fn(HttpRequest) -> Pending + Send + Sync + 'static {
    let client = client.clone();
    move |request| {
        let client = client.clone();
        Box::pin(async move { client.provider(request).await })
    }
}

/// The provider, as it describes itself.
pub(super) struct Provider(
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>,
);

/// What ties an answer to its request.
pub(super) struct Asked {
    /// Comes back with the browser.
    pub(super) state: String,
    /// Never leaves the app before the service is asked; the provider, and so the token, has its hash.
    nonce: Secret,
    /// Never leaves the app before the code is exchanged; the browser has its hash.
    verifier: Secret,
}

/// Who it is, as the provider says: for the service.
pub(super) struct Proof {
    pub(super) id_token: Secret,
    pub(super) nonce: Secret,
}

impl Asked {
    pub(super) fn new(entropy: &dyn Entropy) -> Result<Self, NoEntropy> {
        Ok(Self {
            state: entropy.hex(32)?,
            nonce: Secret::new(entropy.hex(32)?),
            verifier: Secret::new(entropy.hex(32)?),
        })
    }

    fn nonce(&self) -> Nonce {
        Nonce::new(URL_SAFE_NO_PAD.encode(Sha256::digest(self.nonce.expose())))
    }

    fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(self.verifier.expose().to_owned())
    }
}

impl Provider {
    /// Asks the provider below the service for its doors and keys.
    pub(super) async fn discover(client: &Client, service: &Url, callback: String) -> Result<Self, NoProof> {
        let issuer = format!("{}/{PROVIDER_PATH}", service.as_str().trim_end_matches('/'));
        let issuer = IssuerUrl::new(issuer).map_err(|_| ClientError::Service)?;
        let found = CoreProviderMetadata::discover_async(issuer, &http(client)).await;
        let found = found.map_err(|error| match error {
            DiscoveryError::Request(error) => error,
            _ => ClientError::Service,
        })?;
        let callback = RedirectUrl::new(callback).map_err(|_| ClientError::Service)?;
        let client = CoreClient::from_provider_metadata(found, ClientId::new(CLIENT_ID.to_owned()), None);
        Ok(Self(client.set_redirect_uri(callback)))
    }

    /// The page on which the person proves who they are.
    pub(super) fn page_for(&self, asked: &Asked) -> Url {
        let (state, nonce) = (CsrfToken::new(asked.state.clone()), asked.nonce());
        let page = self.0.authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce);
        let (address, _, _) = page
            .add_scopes(SCOPES.map(|scope| Scope::new(scope.to_owned())))
            .add_auth_context_value(AuthenticationContextClass::new(ACR.to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&asked.verifier()))
            .url();
        address
    }

    /// The code for an ID token, which is looked at before anybody believes it.
    pub(super) async fn exchange(
        &self,
        client: &Client,
        code: Secret,
        asked: Asked,
        now: Timestamp,
    ) -> Result<Proof, NoProof> {
        let request = self.0.exchange_code(AuthorizationCode::new(code.expose().to_owned()));
        let request = request.map_err(|_| ClientError::Service)?.set_pkce_verifier(asked.verifier());
        let tokens = match request.request_async(&http(client)).await {
            Ok(tokens) => tokens,
            Err(RequestTokenError::Request(error)) => return Err(error.into()),
            // The provider does not take its own code: it is too old, or another program has used it.
            Err(RequestTokenError::ServerResponse(_)) => return Err(Distrust::Other.into()),
            Err(_) => return Err(ClientError::Service.into()),
        };
        let id_token = self.checked(&tokens, &asked.nonce(), now)?;
        Ok(Proof { id_token, nonce: asked.nonce })
    }

    /// Signature, issuer, audience, expiry, level and nonce.
    fn checked(&self, tokens: &CoreTokenResponse, nonce: &Nonce, now: Timestamp) -> Result<Secret, Distrust> {
        let token = tokens.id_token().ok_or(Distrust::Other)?;
        let now = DateTime::from_timestamp(now.as_second(), 0).ok_or(Distrust::Other)?;
        let verifier = self
            .0
            .id_token_verifier()
            .set_allowed_algs([CoreJwsSigningAlgorithm::EcdsaP256Sha256])
            .set_time_fn(move || now)
            .set_auth_context_verifier_fn(|acr| match acr {
                Some(acr) if acr.as_str() == ACR => Ok(()),
                _ => Err("another level of assurance".to_owned()),
            });
        match token.claims(&verifier, nonce) {
            Ok(_) => Ok(Secret::new(token.to_string())),
            Err(error) => Err(match error {
                ClaimsVerificationError::SignatureVerification(_) => Distrust::Signature,
                ClaimsVerificationError::InvalidNonce(_) => Distrust::Nonce,
                ClaimsVerificationError::InvalidAudience(_) => Distrust::Audience,
                ClaimsVerificationError::Expired(_) => Distrust::Expired,
                _ => Distrust::Other,
            }),
        }
    }
}
