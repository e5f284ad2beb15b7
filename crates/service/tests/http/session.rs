use protocol::sign_in::Tokens;
use reqwest::StatusCode;
use serde_json::json;
use service::{Place, Settings};

use crate::support::{Server, settings};

#[tokio::test]
async fn a_refresh_token_serves_once() {
    let server = Server::start().await;
    let first = server.sign_in(0).await;
    let next: Tokens = server.refresh(&first.refresh).await.json().await.unwrap();
    assert!(next.refresh.expose() != first.refresh.expose() && next.access.expose() != first.access.expose());
    assert_eq!(server.changes(&next.access, "").await.status(), StatusCode::OK);
    assert_eq!(server.refresh(&next.refresh).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_refresh_token_that_comes_twice_ends_the_family_and_no_other() {
    let server = Server::start().await;
    let (stolen, other) = (server.sign_in(0).await, server.sign_in(0).await);
    let next: Tokens = server.refresh(&stolen.refresh).await.json().await.unwrap();
    assert_eq!(server.refresh(&stolen.refresh).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.refresh(&next.refresh).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.changes(&next.access, "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.changes(&other.access, "").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn ending_a_session_ends_all_its_tokens() {
    let server = Server::start().await;
    let first = server.sign_in(0).await;
    let next: Tokens = server.refresh(&first.refresh).await.json().await.unwrap();
    let ended = server.post("/v1/session/end").bearer_auth(first.access.expose()).send().await.unwrap();
    assert_eq!(ended.status(), StatusCode::NO_CONTENT);
    assert_eq!(server.changes(&next.access, "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.refresh(&next.refresh).await.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn an_access_token_lives_five_minutes() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    server.order(json!([{ "path": "/health", "fault": { "clock_shift": 301 } }])).await;
    assert_eq!(server.changes(&tokens.access, "").await.status(), StatusCode::OK);
    server.get("/health").send().await.unwrap();
    assert_eq!(server.changes(&tokens.access, "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.refresh(&tokens.refresh).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn no_token_a_made_up_one_and_a_refresh_token_open_nothing() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let without = server.get("/v1/changes").send().await.unwrap();
    assert_eq!(without.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(without.headers()["www-authenticate"], "Bearer");
    assert_eq!(server.changes(&protocol::Secret::new("made-up"), "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.changes(&tokens.refresh, "").await.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_store_in_a_file_outlives_the_service() {
    let folder = tempfile::tempdir().unwrap();
    let place = || Settings { store: Place::File(folder.path().join("service.sqlite")), ..settings() };
    let tokens = Server::with(place()).await.sign_in(0).await;
    let again = Server::with(place()).await;
    assert_eq!(again.refresh(&tokens.refresh).await.status(), StatusCode::OK);
    again.sign_in(0).await;
    let other_seed = service::State::new(Settings { seed: 2, ..place() });
    assert!(matches!(other_seed, Err(service::StartError::OtherOrigin)));
}
