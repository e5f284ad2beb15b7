use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::civil::date;
use protocol::DocumentId;
use protocol::sync::{Change, SyncFailure, SyncState, kind};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::surroundings::hex;
use crate::testing::{FakeService, Reply, SetClock, change, form, payment, start};
use crate::{Dossier, MemoryVault};

const PDF: &[u8] = b"%PDF-1.7 a content long enough to be cut";

fn page(changes: Vec<Change>, cursor: u64, remaining: u64) -> Reply {
    Reply::Json(200, json!({ "changes": changes, "cursor": cursor, "remaining": remaining }).to_string())
}

fn pay(id: &str) -> Change {
    change(kind::PAYMENT, id, 1, &payment(id, date(2026, 11, 3), "member"))
}

/// A service on which signing in works, and the rest is as the test says.
async fn service(answer: impl Fn(&str, &str) -> Reply + Send + Sync + 'static) -> FakeService {
    let tokens = json!({ "access": "good", "refresh": "next", "expires_in": 600 });
    let signed_in =
        json!({ "outcome": "signed_in", "tokens": tokens, "device": "device", "trust": "trust" }).to_string();
    FakeService::answering(move |line, body| match line {
        "POST /v1/sign-in" => Reply::Json(200, signed_in.clone()),
        _ => answer(line, body),
    })
    .await
}

async fn signed_in(folder: &tempfile::TempDir, service: &FakeService) -> Dossier {
    let dossier = start(folder.path(), &MemoryVault::default(), &SetClock::at("2026-11-26T09:00:00Z"), service);
    dossier.sign_in(form()).await.unwrap();
    dossier
}

async fn run(dossier: &Dossier) -> SyncState {
    dossier.synchronise(&dossier.account().await.unwrap()).await
}

async fn payments(dossier: &Dossier) -> usize {
    dossier.home().await.unwrap().last_payments.len()
}

#[tokio::test]
async fn pages_follow_one_another_and_nothing_new_costs_one_request() {
    let folder = tempfile::tempdir().unwrap();
    let service = service(|line, _| match line {
        "GET /v1/changes?after=0&limit=1000" => page(vec![pay("a")], 1, 2),
        "GET /v1/changes?after=1&limit=1000" => page(vec![pay("b"), pay("c")], 3, 0),
        _ => Reply::Raw(b"HTTP/1.1 304 X\r\n\r\n".to_vec()),
    })
    .await;
    let dossier = signed_in(&folder, &service).await;
    assert_eq!(run(&dossier).await, SyncState::Idle);
    assert_eq!((payments(&dossier).await, service.count("GET")), (3, 2));
    assert_eq!(run(&dossier).await, SyncState::Idle);
    assert_eq!(service.count("GET"), 3);
}

#[tokio::test]
async fn a_service_that_lost_the_cursor_is_read_again_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let anew = Arc::new(AtomicUsize::new(0));
    let life = Arc::clone(&anew);
    let service = service(move |line, _| match (line, life.load(Ordering::SeqCst)) {
        ("GET /v1/changes?after=0&limit=1000", 0) => page(vec![pay("a"), pay("b")], 2, 0),
        ("GET /v1/changes?after=0&limit=1000", _) => page(vec![pay("b"), pay("c")], 1, 0),
        _ => Reply::Json(410, "{}".to_owned()),
    })
    .await;
    let dossier = signed_in(&folder, &service).await;
    run(&dossier).await;
    anew.store(1, Ordering::SeqCst);
    assert_eq!(run(&dossier).await, SyncState::Idle);
    assert_eq!(payments(&dossier).await, 3);
}

#[tokio::test]
async fn a_service_that_repeats_one_page_for_ever_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let service = service(|_, _| page(vec![pay("a")], 1, 5)).await;
    let dossier = signed_in(&folder, &service).await;
    assert_eq!(run(&dossier).await, SyncState::Failed { because: SyncFailure::Service });
    assert_eq!(payments(&dossier).await, 1);
}

fn document() -> Change {
    let content = json!({ "sha256": hex(&Sha256::digest(PDF)), "bytes": PDF.len() });
    let body =
        json!({ "id": "d", "kind": "letter", "title": "Courrier", "issued_on": "2026-01-02", "content": content });
    change(kind::DOCUMENT, "d", 1, &body)
}

fn whole(bytes: &[u8]) -> Reply {
    cut(bytes, bytes.len())
}

/// Promises all the bytes and sends some.
fn cut(bytes: &[u8], sent: usize) -> Reply {
    let head = format!("HTTP/1.1 200 X\r\ncontent-length: {}\r\n\r\n", bytes.len());
    Reply::Raw([head.as_bytes(), &bytes[..sent]].concat())
}

#[tokio::test]
async fn a_content_that_was_cut_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let ranges = Arc::new(Mutex::new(Vec::new()));
    let asked = Arc::clone(&ranges);
    let service = service(move |line, range| {
        if line.starts_with("GET /v1/changes") {
            return page(vec![document()], 1, 0);
        }
        asked.lock().unwrap().push(range.to_owned());
        match range.strip_prefix("bytes=").and_then(|range| range.strip_suffix('-')) {
            None => cut(PDF, 12),
            Some(from) => {
                let rest = &PDF[from.parse::<usize>().unwrap()..];
                let head = format!("HTTP/1.1 206 X\r\ncontent-length: {}\r\n\r\n", rest.len());
                Reply::Raw([head.as_bytes(), rest].concat())
            }
        }
    })
    .await;
    let dossier = signed_in(&folder, &service).await;
    assert_eq!(run(&dossier).await, SyncState::Failed { because: SyncFailure::Service });
    assert!(!dossier.documents().await.unwrap()[0].available);
    assert_eq!(run(&dossier).await, SyncState::Idle);
    assert_eq!(dossier.content(DocumentId::new("d")).await.unwrap().1, PDF);
    assert_eq!(*ranges.lock().unwrap(), ["", "bytes=12-"]);
}

#[tokio::test]
async fn a_content_with_another_hash_is_dropped_and_fetched_again() {
    let folder = tempfile::tempdir().unwrap();
    let service = service(|line, _| match line.starts_with("GET /v1/changes") {
        true => page(vec![document()], 1, 0),
        false => whole(b"<html>not the document, whatever the status says</html>"),
    })
    .await;
    let dossier = signed_in(&folder, &service).await;
    for _ in 0..2 {
        assert_eq!(run(&dossier).await, SyncState::Failed { because: SyncFailure::Service });
        assert!(!dossier.documents().await.unwrap()[0].available);
    }
    assert_eq!(service.count("GET /v1/contents"), 2);
    assert_eq!(dossier.view_document(DocumentId::new("d")).await.err(), Some(protocol::ApiError::NotAvailableOffline));
}

#[tokio::test]
async fn the_loop_synchronises_after_sign_in_and_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let service = service(|_, _| page(vec![pay("a")], 1, 0)).await;
    let dossier = signed_in(&folder, &service).await;
    let running = tokio::spawn({
        let dossier = dossier.clone();
        async move { dossier.run().await }
    });
    let asked = async {
        for requests in 1..3 {
            while service.count("GET") < requests || dossier.sync_status().await.unwrap().state != SyncState::Idle {
                tokio::task::yield_now().await;
            }
            dossier.sync_now().await.unwrap();
        }
    };
    tokio::time::timeout(Duration::from_secs(60), asked).await.unwrap();
    running.abort();
}
