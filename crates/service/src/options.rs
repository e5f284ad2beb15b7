//! What is said on the command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use jiff::Timestamp;
use service::{FaultOrders, Place, SecondFactor, Settings};

/// How the program is called.
pub(crate) const USAGE: &str = "\
service: the reference assurance service, with invented members

  --listen ADDRESS  where to listen (127.0.0.1:7878; port 0 picks a free one)
  --seed NUMBER     from which the members are made (1)
  --now INSTANT     where the service's clock starts, RFC 3339 (the system's clock)
  --store PLACE     a file, or :memory: (:memory:)
  --second-factor   ask everyone for a one-time code on a new device, not only some members
  --smtp HOST:PORT  hand e-mails over to this mail server (none: they stay at /mailbox)
  --faults          take orders for faults at /faults
  --help            say this";

/// What was said.
pub(crate) enum Said {
    /// Serve.
    Serve(SocketAddr, Box<Settings>),
    /// Explain.
    Help,
}

/// What cannot be understood.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("unknown option {0}")]
    Unknown(String),
    #[error("{0} wants a value")]
    NoValue(&'static str),
    #[error("the value of {0} cannot be read")]
    Unreadable(&'static str),
}

/// Reads the words after the program's name; `now` is the system's clock.
pub(crate) fn read(words: impl IntoIterator<Item = String>, now: Timestamp) -> Result<Said, Error> {
    let mut listen = SocketAddr::from(([127, 0, 0, 1], 7878));
    let mut settings = Settings::starting_at(now);
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let mut value = |name| words.next().ok_or(Error::NoValue(name));
        match word.as_str() {
            "--listen" => listen = parsed("--listen", &value("--listen")?)?,
            "--seed" => settings.seed = parsed("--seed", &value("--seed")?)?,
            "--now" => settings.now = parsed("--now", &value("--now")?)?,
            "--store" => {
                settings.store = match value("--store")? {
                    place if place == ":memory:" => Place::Memory,
                    place => Place::File(PathBuf::from(place)),
                }
            }
            "--second-factor" => settings.second_factor = SecondFactor::Everyone,
            "--smtp" => settings.smtp = Some(parsed("--smtp", &value("--smtp")?)?),
            "--faults" => settings.faults = FaultOrders::Taken,
            "--help" | "-h" => return Ok(Said::Help),
            _ => return Err(Error::Unknown(word)),
        }
    }
    Ok(Said::Serve(listen, Box::new(settings)))
}

fn parsed<T: std::str::FromStr>(name: &'static str, value: &str) -> Result<T, Error> {
    value.parse().map_err(|_| Error::Unreadable(name))
}
