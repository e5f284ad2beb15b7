//! Where the browser comes back to on a computer: a port of this device that listens as long as the flow lives.
//!
//! 127.0.0.1 and never a name, a port that the system picks, one path (RFC 8252, section 7.3). What comes is read as far as
//! a request line goes, and answered with one page, which tells nothing.

use std::io;
use std::time::Duration;

use protocol::Secret;
use protocol::franceconnect::CALLBACK_PATH;
use protocol::settings::Language;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::timeout;
use url::Url;

const FRENCH: &str = include_str!("../../../../assets/browser/back.fr.html");
const ENGLISH: &str = include_str!("../../../../assets/browser/back.en.html");
/// A request is no longer than this.
const LONGEST_HEAD: usize = 16 * 1024;
/// A browser that opens a connection sends its request at once, or keeps it for later: then it is not waited for.
const SILENCE: Duration = Duration::from_secs(10);

/// The place to come back to.
pub(super) struct Callback {
    listener: TcpListener,
}

/// What the browser brings back.
pub(super) struct Returned {
    /// Of the request that this answers, as the answer says.
    pub(super) state: String,
    /// The code, or the provider's word for why there is none.
    pub(super) code: Result<Secret, String>,
}

impl Callback {
    /// Listens.
    pub(super) async fn listen() -> io::Result<Self> {
        Ok(Self { listener: TcpListener::bind("127.0.0.1:0").await? })
    }

    /// For the provider.
    pub(super) fn address(&self) -> io::Result<String> {
        Ok(format!("http://127.0.0.1:{}{CALLBACK_PATH}", self.listener.local_addr()?.port()))
    }

    /// Waits for the browser. A connection that is silent, or asks for something else, keeps nobody waiting.
    pub(super) async fn returned(self, language: Language) -> io::Result<Returned> {
        let mut visits = JoinSet::new();
        loop {
            tokio::select! {
                visitor = self.listener.accept() => {
                    visits.spawn(timeout(SILENCE, serve(visitor?.0, language)));
                }
                Some(visit) = visits.join_next() => {
                    if let Ok(Ok(Some(returned))) = visit {
                        return Ok(returned);
                    }
                }
            }
        }
    }
}

/// Reads one request and answers it; what it brings, if it is the one.
async fn serve(mut stream: TcpStream, language: Language) -> Option<Returned> {
    let mut head = Vec::new();
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let mut piece = [0; 2048];
        let read = stream.read(&mut piece).await.ok().filter(|read| *read > 0)?;
        head.extend_from_slice(piece.get(..read)?);
        if head.len() > LONGEST_HEAD {
            return None;
        }
    }
    let returned = std::str::from_utf8(&head).ok().and_then(|head| head.lines().next()).and_then(returned);
    let (status, page) = match (&returned, language) {
        (None, _) => ("404 Not Found", ""),
        (Some(_), Language::French) => ("200 OK", FRENCH),
        (Some(_), Language::English) => ("200 OK", ENGLISH),
    };
    let answer = format!(
        "HTTP/1.1 {status}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\ncache-control: no-store\r\n\
         content-security-policy: default-src 'none'; style-src 'unsafe-inline'\r\nreferrer-policy: no-referrer\r\n\
         connection: close\r\n\r\n{page}",
        page.len()
    );
    // A browser that was closed meanwhile has brought the answer all the same.
    let _ = stream.write_all(answer.as_bytes()).await;
    let _ = stream.shutdown().await;
    returned
}

/// What a request line brings: `GET /callback?code=…&state=… HTTP/1.1`.
fn returned(line: &str) -> Option<Returned> {
    let target = line.strip_prefix("GET ")?.split(' ').next()?;
    // A path alone is no address.
    let target = Url::parse("http://127.0.0.1").ok()?.join(target).ok()?;
    if target.path() != CALLBACK_PATH {
        return None;
    }
    let entry = |name: &str| target.query_pairs().find(|(own, _)| own == name).map(|(_, value)| value.into_owned());
    let code = match (entry("code"), entry("error")) {
        (Some(code), None) => Ok(Secret::new(code)),
        (_, Some(error)) => Err(error),
        (None, None) => return None,
    };
    Some(Returned { state: entry("state").unwrap_or_default(), code })
}
