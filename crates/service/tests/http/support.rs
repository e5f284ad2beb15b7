//! Starts a service, and asks it things.

use std::net::Ipv4Addr;
use std::sync::Once;

use jiff::Timestamp;
use protocol::Secret;
use protocol::sign_in::{SignIn, SignInOutcome, Tokens};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use service::{FaultOrders, Mailed, Member, Place, Roster, Settings, State, app};
use tokio::net::TcpListener;

/// A service that lives as long as the test.
pub(crate) struct Server {
    pub(crate) state: State,
    pub(crate) client: Client,
    pub(crate) url: String,
}

/// A Friday morning.
pub(crate) fn now() -> Timestamp {
    "2026-11-20T09:12:00Z".parse().unwrap()
}

/// Four members, cheap hashes, faults taken.
pub(crate) fn settings() -> Settings {
    Settings {
        roster: Roster::Few,
        store: Place::Memory,
        argon2: argon2::Params::new(8, 1, 1, None).unwrap(),
        faults: FaultOrders::Taken,
        ..Settings::starting_at(now())
    }
}

/// A client of plain HTTP; it wants a provider of TLS all the same.
pub(crate) fn client() -> Client {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
    Client::builder().build().unwrap()
}

impl Server {
    pub(crate) async fn start() -> Self {
        Self::with(settings()).await
    }

    pub(crate) async fn with(settings: Settings) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state = State::new(Settings { address: url.clone(), ..settings }).unwrap();
        let router = app(state.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { state, client: client(), url }
    }

    /// With the members who are there for what stands before an open account.
    pub(crate) async fn everyone() -> Self {
        Self::with(Settings { roster: Roster::Everyone, ..settings() }).await
    }

    /// The member whose description holds the text.
    pub(crate) fn member_with(&self, about: &str) -> Member {
        self.state.members().iter().find(|member| member.about.contains(about)).unwrap().clone()
    }

    /// Presses the button of a page: its entries hold letters, digits and spaces only.
    pub(crate) async fn press(&self, path: &str, entries: &[(&str, &str)]) -> String {
        let pairs: Vec<_> = entries.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
        let request = self.post(path).header("content-type", "application/x-www-form-urlencoded");
        let response = request.body(pairs.join("&")).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        response.text().await.unwrap()
    }

    /// E-mails to an address, newest first.
    pub(crate) async fn mails(&self, to: &str) -> Vec<Mailed> {
        self.get("/mailbox.json").query(&[("to", to)]).send().await.unwrap().json().await.unwrap()
    }

    /// Sets the service's clock forward.
    pub(crate) async fn later(&self, seconds: i64) {
        self.order(json!([{ "path": "/health", "fault": { "clock_shift": seconds } }])).await;
        self.get("/health").send().await.unwrap();
    }

    pub(crate) fn member(&self, at: usize) -> Member {
        self.state.members()[at].clone()
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.url))
    }

    pub(crate) fn post(&self, path: &str) -> RequestBuilder {
        self.client.post(format!("{}{path}", self.url))
    }

    pub(crate) fn delete(&self, path: &str) -> RequestBuilder {
        self.client.delete(format!("{}{path}", self.url))
    }

    pub(crate) async fn try_sign_in(&self, nir: &str, code: &str) -> Response {
        let form = SignIn { nir: Secret::new(nir), code: Secret::new(code), device: None, trust: None };
        self.post("/v1/sign-in").json(&form).send().await.unwrap()
    }

    pub(crate) async fn sign_in(&self, at: usize) -> Tokens {
        let member = self.member(at);
        let response = self.try_sign_in(&member.nir, &member.code).await;
        assert_eq!(response.status(), StatusCode::OK);
        match response.json().await.unwrap() {
            SignInOutcome::SignedIn { tokens, .. } => tokens,
            _ => panic!("not signed in"),
        }
    }

    pub(crate) async fn refresh(&self, token: &Secret) -> Response {
        let refresh = protocol::sign_in::Refresh { refresh: token.clone() };
        self.post("/v1/session/refresh").json(&refresh).send().await.unwrap()
    }

    pub(crate) async fn changes(&self, access: &Secret, query: &str) -> Response {
        self.get(&format!("/v1/changes{query}")).bearer_auth(access.expose()).send().await.unwrap()
    }

    pub(crate) async fn order(&self, rules: Value) {
        let response = self.post("/faults").json(&rules).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::NO_CONTENT);
    }
}
