use protocol::Secret;
use protocol::sync::Cursor;

use super::*;
use crate::testing::{FakeService, Reply};

async fn changes_from(service: &FakeService) -> Result<Changes, ClientError> {
    let client = Client::new(&service.url()).unwrap();
    client.changes(&Secret::new("token"), Cursor(0), 10).await
}

async fn answered(bytes: &'static [u8]) -> Option<ClientError> {
    let service = FakeService::answering(move |_, _| Reply::Raw(bytes.to_vec())).await;
    changes_from(&service).await.err()
}

#[tokio::test]
async fn a_page_of_html_is_the_services_fault() {
    let html = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 13\r\n\r\n<html></html>";
    assert_eq!(answered(html).await, Some(ClientError::Service));
}

#[tokio::test]
async fn an_answer_cut_in_the_middle_is_the_services_fault() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{\"changes\":[";
    assert_eq!(answered(cut).await, Some(ClientError::Service));
}

#[tokio::test]
async fn statuses_have_their_meanings() {
    let status = |line: &'static [u8]| answered(line);
    assert_eq!(status(b"HTTP/1.1 401 X\r\ncontent-length: 0\r\n\r\n").await, Some(ClientError::Unauthorized));
    assert_eq!(status(b"HTTP/1.1 410 X\r\ncontent-length: 0\r\n\r\n").await, Some(ClientError::StartAgain));
    assert_eq!(status(b"HTTP/1.1 500 X\r\ncontent-length: 0\r\n\r\n").await, Some(ClientError::Service));
    assert_eq!(status(b"HTTP/1.1 304 X\r\n\r\n").await, None);
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let elsewhere = FakeService::answering(|_, _| Reply::Json(200, "{}".to_owned())).await;
    let url = elsewhere.url();
    let service = FakeService::answering(move |_, _| {
        Reply::Raw(format!("HTTP/1.1 302 X\r\nlocation: {url}\r\ncontent-length: 0\r\n\r\n").into_bytes())
    })
    .await;
    assert_eq!(changes_from(&service).await.err(), Some(ClientError::Service));
    assert_eq!(elsewhere.count(""), 0);
}

#[tokio::test]
async fn no_connection_and_a_connection_closed_without_a_word_are_offline() {
    let service = FakeService::unreachable().await;
    assert_eq!(changes_from(&service).await.err(), Some(ClientError::Offline));
    assert_eq!(answered(b"").await, Some(ClientError::Offline));
}
