use std::time::{Duration, Instant};

use protocol::sync::ChangesPage;
use reqwest::StatusCode;
use serde_json::json;
use service::{FaultOrders, Settings};

use crate::contents::{contents, get, hex};
use crate::support::{Server, settings};

#[tokio::test]
async fn a_status_and_a_page_come_instead_of_the_answer_and_nothing_is_done() {
    let server = Server::start().await;
    server
        .order(json!([
            { "path": "/v1/sign-in", "method": "POST", "times": 2, "fault": { "status": 503 } },
            { "path": "/v1/sign-in", "fault": "html" },
        ]))
        .await;
    let member = server.member(0);
    for _ in 0..2 {
        assert_eq!(server.try_sign_in(&member.nir, &member.code).await.status(), StatusCode::SERVICE_UNAVAILABLE);
    }
    let page = server.try_sign_in(&member.nir, &member.code).await;
    assert_eq!(
        (page.status(), page.headers()["content-type"].to_str().unwrap()),
        (StatusCode::OK, "text/html; charset=utf-8")
    );
    assert!(page.text().await.unwrap().contains("maintenance"));
    server.sign_in(0).await;
}

#[tokio::test]
async fn a_cut_answer_promises_more_than_it_gives() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    server.order(json!([{ "path": "/v1/changes", "fault": { "cut": 700 } }])).await;
    let mut cut = server.changes(&tokens.access, "").await;
    assert_eq!(cut.status(), StatusCode::OK);
    assert!(
        cut.headers().get("content-length").is_none_or(|length| length.to_str().unwrap().parse::<u64>().unwrap() > 700)
    );
    let broken = loop {
        match cut.chunk().await {
            Ok(Some(_)) => {}
            Ok(None) => break false,
            Err(_) => break true,
        }
    };
    assert!(broken);
    assert_eq!(server.changes(&tokens.access, "").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_cut_document_gives_exactly_so_many_bytes() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let content = &contents(&server, 0)[0];
    server.order(json!([{ "path": "/v1/contents/*", "fault": { "cut": 1000 } }])).await;
    let mut cut = get(&server, &tokens.access, &content.sha256, &[]).await;
    assert_eq!(cut.content_length(), Some(content.bytes));
    let mut received = 0;
    let error = loop {
        match cut.chunk().await {
            Ok(Some(chunk)) => received += chunk.len(),
            Ok(None) => panic!("it came whole"),
            Err(error) => break error,
        }
    };
    assert_eq!(received, 1000, "{error}");
}

#[tokio::test]
async fn a_repeated_page_is_the_one_before() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let page = async |after: u64| -> ChangesPage {
        server.changes(&tokens.access, &format!("?after={after}&limit=10")).await.json().await.unwrap()
    };
    let first = page(0).await;
    server.order(json!([{ "path": "/v1/changes", "fault": "repeat_page" }])).await;
    let repeated = page(10).await;
    assert_eq!(repeated.cursor, first.cursor);
    assert_eq!(repeated.changes.len(), 10);
    assert!(repeated.changes.iter().zip(&first.changes).all(|(one, other)| one.id == other.id));
    assert_eq!(page(10).await.cursor.0, 20);
}

#[tokio::test]
async fn wrong_bytes_do_not_have_the_hash_and_the_right_length() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let content = &contents(&server, 0)[0];
    server.order(json!([{ "path": "/v1/contents/*", "fault": "wrong_hash" }])).await;
    let wrong = get(&server, &tokens.access, &content.sha256, &[]).await.bytes().await.unwrap();
    assert_eq!(wrong.len() as u64, content.bytes);
    assert_ne!(hex(&wrong), content.sha256);
    let right = get(&server, &tokens.access, &content.sha256, &[]).await.bytes().await.unwrap();
    assert_eq!(hex(&right), content.sha256);
}

#[tokio::test]
async fn a_shifted_clock_shows_in_the_date_until_faults_are_cleared() {
    let server = Server::start().await;
    let date = async || server.get("/health").send().await.unwrap().headers()["date"].to_str().unwrap().to_owned();
    assert!(date().await.starts_with("Fri, 20 Nov 2026 09:1"));
    server.order(json!([{ "path": "/health", "fault": { "clock_shift": 86_400 } }])).await;
    assert!(date().await.starts_with("Sat, 21 Nov 2026 09:1"));
    assert!(date().await.starts_with("Sat, 21 Nov 2026 09:1"));
    server.delete("/faults").send().await.unwrap();
    assert!(date().await.starts_with("Fri, 20 Nov 2026 09:1"));
}

#[tokio::test]
async fn a_delay_delays_and_a_hanging_request_is_never_answered() {
    let server = Server::start().await;
    server
        .order(json!([{ "path": "/health", "fault": { "delay_ms": 300 } }, { "path": "/health", "fault": "hang" }]))
        .await;
    let before = Instant::now();
    assert_eq!(server.get("/health").send().await.unwrap().status(), StatusCode::OK);
    assert!(before.elapsed() >= Duration::from_millis(300));
    let hanging = server.get("/health").timeout(Duration::from_millis(300)).send().await;
    assert!(hanging.unwrap_err().is_timeout());
    assert_eq!(server.get("/health").send().await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn cleared_faults_do_not_happen_and_odd_ones_are_refused() {
    let server = Server::start().await;
    server.order(json!([{ "path": "/health", "times": 9, "fault": { "status": 500 } }])).await;
    server.delete("/faults").send().await.unwrap();
    assert_eq!(server.get("/health").send().await.unwrap().status(), StatusCode::OK);
    let odd = server.post("/faults").json(&json!([{ "path": "/", "fault": "rain" }])).send().await.unwrap();
    assert_eq!(odd.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn faults_cannot_be_ordered_unless_the_service_takes_them() {
    let server = Server::with(Settings { faults: FaultOrders::Refused, ..settings() }).await;
    let refused = server.post("/faults").json(&json!([])).send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::NOT_FOUND);
}
