//! A mail server of a few lines: it takes what it is given, or refuses every address, and keeps what it heard.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What it does with every e-mail.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    Takes,
    /// 550, in words that repeat the address, as servers do.
    Refuses,
}

/// Listens as long as the test.
pub(crate) struct MailServer {
    pub(crate) address: String,
    taken: Arc<Mutex<Vec<Taken>>>,
    listening: JoinHandle<()>,
}

/// An e-mail as it came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken {
    pub(crate) greeted: bool,
    pub(crate) from: String,
    pub(crate) to: String,
    /// Headers and both parts.
    pub(crate) message: String,
}

impl MailServer {
    pub(crate) async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&taken);
        let listening = tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(serve(BufReader::new(stream), manner, Arc::clone(&kept)));
            }
        });
        Self { address, taken, listening }
    }

    /// The first e-mail to this address with this in its headers, once it is there.
    pub(crate) async fn taken(&self, to: &str, header: &str) -> Taken {
        loop {
            let taken = self.taken.lock().unwrap().clone();
            let own = taken.into_iter().find(|mail| mail.to == to && mail.header_holds(header));
            if let Some(mail) = own {
                return mail;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// From now on nobody answers at its address.
    pub(crate) async fn stop(&self) {
        self.listening.abort();
        while !self.listening.is_finished() {
            tokio::task::yield_now().await;
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.taken.lock().unwrap().len()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Taken {
    fn header_holds(&self, text: &str) -> bool {
        self.message.split("\r\n\r\n").next().unwrap_or_default().contains(text)
    }

    /// The parts of a multipart message, each with its type, decoded.
    pub(crate) fn parts(&self) -> Vec<(String, String)> {
        let (head, body) = self.message.split_once("\r\n\r\n").unwrap();
        assert!(head.contains("multipart/alternative"), "{head}");
        let boundary = head.split_once("boundary=\"").unwrap().1.split('"').next().unwrap();
        let mark = format!("--{boundary}");
        let parts = body.split(mark.as_str()).skip(1).take_while(|part| !part.starts_with("--"));
        let part = |part: &str| {
            let (head, body) = part.trim_start().split_once("\r\n\r\n").unwrap();
            let field = |name: &str| {
                let line = head.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
                line.trim().to_owned()
            };
            (field("Content-Type:"), decoded(&field("Content-Transfer-Encoding:"), body))
        };
        parts.map(part).collect()
    }
}

/// RFC 2045, section 6.
fn decoded(encoding: &str, body: &str) -> String {
    let bytes = match encoding {
        "base64" => STANDARD.decode(body.split_whitespace().collect::<String>()).unwrap(),
        "quoted-printable" => {
            let joined = body.replace("=\r\n", "");
            let mut pieces = joined.split('=');
            let mut bytes = pieces.next().unwrap().as_bytes().to_vec();
            for piece in pieces {
                let (code, rest) = piece.split_at(2);
                bytes.push(u8::from_str_radix(code, 16).unwrap());
                bytes.extend_from_slice(rest.as_bytes());
            }
            bytes
        }
        "7bit" | "8bit" => body.as_bytes().to_vec(),
        other => panic!("{other}"),
    };
    String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
}

/// RFC 5321, as far as it is needed here.
async fn serve(mut stream: BufReader<TcpStream>, manner: Manner, taken: Arc<Mutex<Vec<Taken>>>) {
    let mut mail = Taken::default();
    let mut greeted = false;
    say(&mut stream, "220 here").await;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return;
        }
        let between = || line.split_once('<').and_then(|(_, rest)| rest.split_once('>')).unwrap().0.to_owned();
        let answer = match line.split_whitespace().next().unwrap_or_default() {
            "EHLO" => {
                greeted = true;
                "250 fine".to_owned()
            }
            "MAIL" => {
                mail = Taken { greeted, from: between(), ..Taken::default() };
                "250 fine".to_owned()
            }
            "RCPT" if manner == Manner::Refuses => format!("550 no such box: {}", between()),
            "RCPT" => {
                mail.to = between();
                "250 fine".to_owned()
            }
            "DATA" => {
                say(&mut stream, "354 go on").await;
                while !mail.message.ends_with("\r\n.\r\n") {
                    if stream.read_line(&mut mail.message).await.unwrap_or(0) == 0 {
                        return;
                    }
                }
                let end = mail.message.len() - "\r\n.\r\n".len();
                mail.message = mail.message[..end].replace("\r\n..", "\r\n.");
                taken.lock().unwrap().push(std::mem::take(&mut mail));
                "250 taken".to_owned()
            }
            "QUIT" => {
                say(&mut stream, "221 bye").await;
                return;
            }
            _ => "250 fine".to_owned(),
        };
        say(&mut stream, &answer).await;
    }
}

async fn say(stream: &mut BufReader<TcpStream>, line: &str) {
    // Whoever is gone hears nothing.
    let _ = stream.get_mut().write_all(format!("{line}\r\n").as_bytes()).await;
}
