use std::time::Duration;

use protocol::franceconnect::FranceConnectAnswer;
use protocol::settings::Language;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::callback::{Callback, Returned};
use super::{NoProof, is_below};
use crate::MemoryVault;
use crate::testing::{FakeService, Reply, SetClock, start};

/// What a browser gets for a request.
async fn ask(address: &str, head: &str) -> String {
    let host = address.strip_prefix("http://").unwrap().strip_suffix("/callback").unwrap();
    let mut stream = TcpStream::connect(host).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn what_else_a_browser_asks_for_keeps_nobody_waiting() {
    let callback = Callback::listen().await.unwrap();
    let address = callback.address().unwrap();
    assert!(address.starts_with("http://127.0.0.1:") && address.ends_with("/callback"));
    let waiting = tokio::spawn(callback.returned(Language::English));
    // A connection kept for later, and one that was closed.
    let host = address.strip_prefix("http://").unwrap().strip_suffix("/callback").unwrap().to_owned();
    let _silent = TcpStream::connect(&host).await.unwrap();
    drop(TcpStream::connect(&host).await.unwrap());
    for line in [
        "GET /favicon.ico HTTP/1.1",
        "GET /callback HTTP/1.1",
        "GET /callback/more?code=c&state=s HTTP/1.1",
        "POST /callback?code=c&state=s HTTP/1.1",
        "nothing",
    ] {
        assert!(ask(&address, &format!("{line}\r\n\r\n")).await.starts_with("HTTP/1.1 404"), "{line}");
    }
    let page = ask(&address, "GET /callback?code=a%20code&state=s%26t HTTP/1.1\r\nhost: x\r\n\r\n").await;
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Go back to the app"), "{page}");
    assert!(!page.contains("a code"), "the page repeats the code");
    let Returned { state, code } = waiting.await.unwrap().unwrap();
    assert_eq!((state.as_str(), code.ok().unwrap().expose()), ("s&t", "a code"));
    assert!(TcpStream::connect(&host).await.is_err(), "it still listens");
}

#[tokio::test]
async fn a_refusal_is_a_refusal_even_with_a_code_beside_it() {
    let callback = Callback::listen().await.unwrap();
    let address = callback.address().unwrap();
    let waiting = tokio::spawn(callback.returned(Language::French));
    let page = ask(&address, "GET /callback?error=access_denied&code=c&state=s HTTP/1.1\r\n\r\n").await;
    assert!(page.contains("Revenez à l’application"));
    assert_eq!(waiting.await.unwrap().unwrap().code.err().as_deref(), Some("access_denied"));
}

#[test]
fn only_pages_below_the_service_are_shown() {
    let service = "https://service.example/base/".parse().unwrap();
    for (page, is_shown) in [
        ("https://service.example/base/identity/authorize?x=y", true),
        ("https://service.example/other", false),
        ("http://service.example/base/identity/authorize", false),
        ("https://service.example:8443/base/identity", false),
        ("https://elsewhere.example/base/identity", false),
        ("file:///base/identity", false),
    ] {
        assert_eq!(is_below(&page.parse().unwrap(), &service), is_shown, "{page}");
    }
}

/// The shell runs a command on any of its threads.
#[test]
fn the_flow_may_move_from_thread_to_thread() {
    fn moves<T: Send>(_: impl FnOnce(crate::Dossier) -> T) {}
    moves(|dossier| async move { dossier.franceconnect().await });
}

/// A provider that describes itself, with its page at `page`.
async fn provider(page: &'static str) -> FakeService {
    let known = std::sync::Arc::new(std::sync::OnceLock::<String>::new());
    let own = std::sync::Arc::clone(&known);
    let service = FakeService::answering(move |line, _| {
        let base = own.get().unwrap();
        match line {
            "GET /identity/.well-known/openid-configuration" => Reply::Json(
                200,
                json!({
                    "issuer": format!("{base}/identity"),
                    "authorization_endpoint": page.replace("BASE", base),
                    "token_endpoint": format!("{base}/identity/token"),
                    "jwks_uri": format!("{base}/identity/keys"),
                    "response_types_supported": ["code"],
                    "subject_types_supported": ["pairwise"],
                    "id_token_signing_alg_values_supported": ["ES256"],
                })
                .to_string(),
            ),
            _ => Reply::Json(200, json!({ "keys": [] }).to_string()),
        }
    })
    .await;
    known.set(service.url().as_str().trim_end_matches('/').to_owned()).unwrap();
    service
}

#[tokio::test]
async fn the_browser_is_not_waited_for_longer_than_said() {
    let (folder, service) = (tempfile::tempdir().unwrap(), provider("BASE/identity/authorize").await);
    let dossier = start(folder.path(), &MemoryVault::default(), &SetClock::at("2026-11-26T09:00:00Z"), &service);
    let waited = dossier.inner.identity(1, Duration::from_millis(50)).await;
    assert!(matches!(waited, Err(NoProof::Answer(FranceConnectAnswer::TimedOut))));
}

#[tokio::test]
async fn a_provider_whose_page_is_elsewhere_is_not_followed() {
    let (folder, service) = (tempfile::tempdir().unwrap(), provider("https://elsewhere.example/authorize").await);
    let dossier = start(folder.path(), &MemoryVault::default(), &SetClock::at("2026-11-26T09:00:00Z"), &service);
    let answer = dossier.franceconnect().await.unwrap();
    assert!(matches!(answer, FranceConnectAnswer::Distrusted { .. }), "{answer:?}");
}
