//! Handing an e-mail over to a mail server, by SMTP.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use lettre::address::Envelope;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::store::mails::HandOver;

/// A server that does not answer is not waited for longer.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) const SENDER: &str = "ne-pas-repondre@compte-assure.example";

/// Where e-mails are handed over: a host and a port, plain SMTP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpServer {
    host: String,
    port: u16,
}

/// It is not `HOST:PORT`.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("not HOST:PORT")]
pub struct NoServer;

impl FromStr for SmtpServer {
    type Err = NoServer;

    fn from_str(text: &str) -> Result<Self, NoServer> {
        let (host, port) = text.rsplit_once(':').ok_or(NoServer)?;
        let port = port.parse().map_err(|_| NoServer)?;
        if host.is_empty() { Err(NoServer) } else { Ok(Self { host: host.to_owned(), port }) }
    }
}

/// A mail server, ready to take e-mails. A clone is the same.
#[derive(Clone)]
pub(crate) struct Server(Arc<AsyncSmtpTransport<Tokio1Executor>>);

impl Server {
    /// No connection is made yet.
    pub(crate) fn new(server: &SmtpServer) -> Self {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
            .port(server.port)
            .timeout(Some(PATIENCE));
        Self(Arc::new(transport.build()))
    }

    /// Hands over; the log says why not, without address or content.
    pub(super) async fn hand_over(&self, to: &str, raw: &[u8]) -> HandOver {
        let addresses: Option<(Address, Address)> = SENDER.parse().ok().zip(to.parse().ok());
        let envelope = addresses.and_then(|(from, to)| Envelope::new(Some(from), vec![to]).ok());
        let Some(envelope) = envelope else { return HandOver::Failed };
        match self.0.send_raw(&envelope, raw).await {
            Ok(_) => HandOver::Done,
            Err(error) => {
                // The server's own words may repeat the address: only its status is logged.
                let status = error.status().map(|status| status.to_string());
                tracing::warn!(status, timeout = error.is_timeout(), "the mail server did not take an e-mail");
                HandOver::Failed
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_a_host_and_a_port() {
        assert_eq!("localhost:25".parse::<SmtpServer>().unwrap().port, 25);
        for wrong in ["localhost", ":25", "localhost:smtp", ""] {
            assert!(wrong.parse::<SmtpServer>().is_err(), "{wrong}");
        }
    }
}
