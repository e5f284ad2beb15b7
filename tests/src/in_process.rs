//! The reference service inside the test's own process, so that the test can change what it holds.

use std::net::SocketAddr;

use anyhow::{Context, Result};
use protocol::payments::Payment;
use protocol::sync::kind;
use serde_json::Value;
use service::{FaultOrders, Member, Roster, Settings, State, app};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;

use crate::service::client;

/// Listens on a free port of loopback until it is dropped.
pub struct InProcess {
    /// What it holds.
    pub state: State,
    address: SocketAddr,
    serving: JoinHandle<()>,
}

impl InProcess {
    /// Four accounts, in memory; takes orders for faults.
    ///
    /// # Errors
    /// When it cannot be made.
    pub async fn start() -> Result<Self> {
        Self::with(Roster::Few).await
    }

    /// These accounts, in memory; takes orders for faults.
    ///
    /// # Errors
    /// When it cannot be made.
    pub async fn with(roster: Roster) -> Result<Self> {
        let now = "2026-11-20T09:12:00Z".parse()?;
        let cheap = argon2::Params::new(argon2::Params::MIN_M_COST, 1, 1, None)?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let settings = Settings {
            roster,
            argon2: cheap,
            faults: FaultOrders::Taken,
            address: format!("http://{address}"),
            ..Settings::starting_at(now)
        };
        let state = tokio::task::spawn_blocking(move || State::new(settings)).await??;
        let router = app(state.clone());
        let serving = tokio::spawn(async move { drop(axum::serve(listener, router).await) });
        Ok(Self { state, address, serving })
    }

    /// Its base URL.
    ///
    /// # Errors
    /// None in practice.
    pub fn url(&self) -> Result<Url> {
        Ok(Url::parse(&format!("http://{}", self.address))?)
    }

    /// An account's holder.
    ///
    /// # Errors
    /// When there is no such account.
    pub fn member(&self, place: usize) -> Result<&Member> {
        self.state.members().get(place).context("no such member")
    }

    /// The payments that a client of this account must have in the end, by identifier.
    ///
    /// # Errors
    /// When the service cannot read them.
    pub fn payments(&self, place: usize) -> Result<Vec<Payment>> {
        let truth = self.state.truth(place)?;
        let bodies =
            truth.iter().filter(|change| change.kind == kind::PAYMENT).filter_map(|change| change.body.as_ref());
        let mut payments: Vec<Payment> =
            bodies.map(|body| Ok(serde_json::from_str(body.get())?)).collect::<Result<_>>()?;
        payments.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(payments)
    }

    /// Orders a fault; see `service::faults`.
    ///
    /// # Errors
    /// When the order is refused.
    pub async fn order(&self, rule: Value) -> Result<()> {
        client()?.post(self.url()?.join("/faults")?).json(&[rule]).send().await?.error_for_status()?;
        Ok(())
    }

    /// Forgets all faults.
    ///
    /// # Errors
    /// When the service does not answer.
    pub async fn heal(&self) -> Result<()> {
        client()?.delete(self.url()?.join("/faults")?).send().await?.error_for_status()?;
        Ok(())
    }
}

impl Drop for InProcess {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
