//! A service of a few lines: it answers what the test says, byte for byte.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

type Answer = dyn Fn(&str, &str) -> Reply + Send + Sync;

/// What to answer.
pub(crate) enum Reply {
    /// A status and a JSON body.
    Json(u16, String),
    /// These bytes after the request, then the connection ends.
    Raw(Vec<u8>),
}

/// Listens on a free port of this device until dropped.
pub(crate) struct FakeService {
    port: u16,
    /// Request lines seen: « GET /v1/changes?after=0 ».
    pub(crate) seen: Arc<Mutex<Vec<String>>>,
    task: tokio::task::JoinHandle<()>,
}

impl FakeService {
    /// Answers by method and path, and by body or range.
    pub(crate) async fn answering(answer: impl Fn(&str, &str) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (answer, log): (Arc<Answer>, _) = (Arc::new(answer), Arc::clone(&seen));
        let task = tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(serve(stream, Arc::clone(&answer), Arc::clone(&log)));
            }
        });
        Self { port, seen, task }
    }

    /// Refuses every connection.
    pub(crate) async fn unreachable() -> Self {
        let service = Self::answering(|_, _| Reply::Raw(Vec::new())).await;
        service.task.abort();
        while !service.task.is_finished() {
            tokio::task::yield_now().await;
        }
        service
    }

    pub(crate) fn url(&self) -> Url {
        format!("http://127.0.0.1:{}", self.port).parse().unwrap()
    }

    pub(crate) fn count(&self, start: &str) -> usize {
        self.seen.lock().unwrap().iter().filter(|line| line.starts_with(start)).count()
    }
}

impl Drop for FakeService {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, answer: Arc<Answer>, seen: Arc<Mutex<Vec<String>>>) {
    let mut bytes = Vec::new();
    let (head, length) = loop {
        let mut piece = [0; 4096];
        let read = stream.read(&mut piece).await.unwrap_or(0);
        if read == 0 {
            return;
        }
        bytes.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let wanted =
            head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if body.len() >= wanted.unwrap_or(0) {
            break (head.to_owned(), body.len());
        }
    };
    let range = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("range: ").map(str::to_owned));
    let body = range.unwrap_or_else(|| String::from_utf8_lossy(&bytes[bytes.len() - length..]).into_owned());
    let line = head.lines().next().unwrap().trim_end_matches(" HTTP/1.1").to_owned();
    seen.lock().unwrap().push(line.clone());
    let bytes = match answer(&line, &body) {
        Reply::Raw(bytes) => bytes,
        Reply::Json(status, body) => {
            let head = format!("HTTP/1.1 {status} X\r\ncontent-type: application/json\r\nconnection: close\r\n");
            format!("{head}content-length: {}\r\n\r\n{body}", body.len()).into_bytes()
        }
    };
    let _ = stream.write_all(&bytes).await;
    let _ = stream.shutdown().await;
}
