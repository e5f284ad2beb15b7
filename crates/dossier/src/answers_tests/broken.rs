//! Answers that nobody described: a proxy's page, half an answer, another service, a server that fails.

use std::sync::{Arc, Mutex};

use protocol::sync::SyncFailure;

use super::*;

fn raw(head: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len()).into_bytes()
}

fn status(status: u16, body: &str) -> Vec<u8> {
    raw(&format!("{status} X\r\ncontent-type: application/json"), body)
}

const PAGE: &str = "<!doctype html><html><title>Bienvenue sur le Wi-Fi</title></html>";

/// What may come instead of the usual answer, by what it is.
fn answers(usual: &str) -> Vec<(&'static str, Vec<u8>)> {
    let half: String = usual.chars().take(usual.chars().count() / 2).collect();
    let no_text = b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\nconnection: close\r\n\r\n\xff\xfe\x00";
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n";
    let mut answers = vec![
        ("a page of a Wi-Fi", raw("200 OK\r\ncontent-type: text/html", PAGE)),
        ("a page of a Wi-Fi, by way of another", raw("302 Found\r\nlocation: /welcome", "")),
        ("nothing at all", raw("200 OK", "")),
        ("JSON that ends in the middle", status(200, &half)),
        ("an answer that ends in the middle", format!("{head}content-length: 4000\r\n\r\n{half}").into_bytes()),
        ("JSON of something else", status(200, r#"{"weather":"rain"}"#)),
        ("an outcome that nobody described", status(200, r#"{"outcome":"danced"}"#)),
        ("a list", status(200, "[]")),
        ("null", status(200, "null")),
        ("bytes that are no text", no_text.to_vec()),
        ("another success", status(201, usual)),
        ("a failure with a page", raw("502 Bad Gateway\r\ncontent-type: text/html", PAGE)),
        ("a service that rests", raw("503 Service Unavailable\r\nretry-after: 120", "")),
        ("a refusal of a proxy", raw("403 Forbidden\r\ncontent-type: text/html", PAGE)),
        ("a proxy that wants a password", raw("407 Proxy Authentication Required", PAGE)),
        ("a page in the place of too many", raw("429 Too Many Requests\r\nretry-after: 60", PAGE)),
    ];
    for number in [400, 405, 408, 413, 415, 418, 451, 500, 501, 504, 599] {
        answers.push(("a status", status(number, r#"{"error":"no"}"#)));
    }
    answers
}

fn text(reply: Reply) -> String {
    match reply {
        Reply::Json(_, body) => body,
        Reply::Raw(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
    }
}

/// What a failure looks like where it was asked.
fn failed(asked: Asked, error: ApiError) -> Told {
    match (asked, error) {
        // Reading goes on; the strip says that what is here may be old.
        (Asked::Refresh | Asked::Changes | Asked::Content, ApiError::Offline) => Ok(Seen::Sync(SyncState::Offline)),
        (Asked::Refresh | Asked::Changes | Asked::Content, _) => {
            Ok(Seen::Sync(SyncState::Failed { because: SyncFailure::Service }))
        }
        (_, error) => Err(error),
    }
}

/// Where the core stands: its screen, its secrets, a draft.
async fn stands(device: &Device, dossier: &Dossier) -> (Phase, usize, bool) {
    (phase(dossier).await, device.vault.count(), dossier.opening().await.unwrap().is_some())
}

#[tokio::test]
async fn whatever_is_no_answer_changes_nothing_here_and_the_next_answer_serves() {
    // The device forgets a session whatever the service says of its end: that is for the next test.
    for asked in Asked::ALL.into_iter().filter(|asked| *asked != Asked::EndSession) {
        let answer = Arc::new(Mutex::new(None));
        let given = Arc::clone(&answer);
        let service = service(asked, move || match given.lock().unwrap().clone() {
            Some(bytes) => Reply::Raw(bytes),
            None => asked.usual(),
        })
        .await;
        let device = Device::new();
        let dossier = device.start(&service);
        *answer.lock().unwrap() = Some(Vec::new());
        asked.prepare(&dossier).await;
        assert_eq!(asked.ask(&dossier).await, failed(asked, ApiError::Offline), "{asked:?}: no word");
        // A draft of an opening is kept before it is sent: nothing typed is lost.
        let before = stands(&device, &dossier).await;
        for (what, bytes) in answers(&text(asked.usual())) {
            let case = format!("{asked:?}: {what}: {}", String::from_utf8_lossy(&bytes));
            *answer.lock().unwrap() = Some(bytes);
            assert_eq!(asked.ask(&dossier).await, failed(asked, ApiError::ServiceUnavailable), "{case}");
            assert_eq!(stands(&device, &dossier).await, before, "{case}");
        }
        *answer.lock().unwrap() = None;
        let told = asked.ask(&dossier).await;
        assert!(
            matches!(told, Ok(Seen::Phase(_) | Seen::Done | Seen::Opening(_) | Seen::Sync(SyncState::Idle))),
            "{told:?}"
        );
    }
}

#[tokio::test]
async fn the_device_forgets_a_session_whatever_the_service_says_of_its_end() {
    let usual = text(Asked::EndSession.usual());
    for (what, bytes) in answers(&usual).into_iter().step_by(4).chain([("no word", Vec::new())]) {
        let service = service(Asked::EndSession, move || Reply::Raw(bytes.clone())).await;
        let device = Device::new();
        let dossier = device.start(&service);
        Asked::EndSession.prepare(&dossier).await;
        assert_eq!(Asked::EndSession.ask(&dossier).await, Ok(Seen::Phase(Phase::SignedOut)), "{what}");
        assert!(!device.vault.holds(CODE) && !device.vault.holds("2061275111005"), "{what}");
    }
}
