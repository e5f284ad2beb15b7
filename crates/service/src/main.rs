//! The reference service as a program: it listens, says where, and serves until it is told to stop.

mod options;

use std::error::Error;
use std::fmt;
use std::io::{IsTerminal, Write};
use std::net::SocketAddr;
use std::time::Duration;

use jiff::Timestamp;
use options::{Said, USAGE};
use service::{Settings, State, app};
use tokio::net::TcpListener;
use tracing_subscriber::filter::LevelFilter;

/// After the word to stop, requests under way have so long to end.
const PATIENCE: Duration = Duration::from_secs(2);

#[tokio::main]
async fn main() -> Result<(), Failure> {
    run().await.map_err(Failure)
}

async fn run() -> Result<(), Box<dyn Error>> {
    match options::read(std::env::args().skip(1), Timestamp::now())? {
        Said::Help => say(USAGE),
        Said::Serve(listen, settings) => serve(listen, *settings).await,
    }
}

async fn serve(listen: SocketAddr, mut settings: Settings) -> Result<(), Box<dyn Error>> {
    let ansi = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(ansi).with_max_level(LevelFilter::INFO).init();
    let listener = TcpListener::bind(listen).await?;
    settings.address = format!("http://{}", listener.local_addr()?);
    let state = tokio::task::spawn_blocking(move || State::new(settings)).await??;
    say(&format!("listening on http://{}", listener.local_addr()?))?;
    let (told, stop) = tokio::sync::oneshot::channel::<()>();
    let server = axum::serve(listener, app(state)).with_graceful_shutdown(async {
        told_to_stop().await;
        drop(told);
    });
    tokio::select! {
        ended = server => Ok(ended?),
        () = async { drop(stop.await); tokio::time::sleep(PATIENCE).await } => Ok(()),
    }
}

/// What went wrong, said as it is meant to be read.
struct Failure(Box<dyn Error>);

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// The one word on standard output; the log goes to standard error.
fn say(line: &str) -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

#[cfg(unix)]
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

#[cfg(not(unix))]
async fn told_to_stop() {
    let _ = tokio::signal::ctrl_c().await;
}
