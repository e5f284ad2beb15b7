use protocol::Secret;
use protocol::documents::{Content, ReceivedDocument};
use protocol::sync::kind;
use reqwest::{Response, StatusCode};
use sha2::{Digest, Sha256};

use crate::support::Server;

#[tokio::test]
async fn documents_are_pdf_and_have_the_hash_that_names_them() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    for content in contents(&server, 0) {
        let response = get(&server, &tokens.access, &content.sha256, &[]).await;
        assert_eq!(response.headers()["content-type"], "application/pdf");
        assert_eq!(response.headers()["etag"], format!("\"{}\"", content.sha256));
        let bytes = response.bytes().await.unwrap();
        assert!(bytes.starts_with(b"%PDF-"));
        assert_eq!(bytes.len() as u64, content.bytes);
        assert_eq!(hex(&bytes), content.sha256);
    }
}

#[tokio::test]
async fn a_fetch_that_broke_off_goes_on_where_it_was() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let content = server.state.add_content(0, b"0123456789").unwrap();
    let etag = format!("\"{}\"", content.sha256);
    let rest = get(&server, &tokens.access, &content.sha256, &[("range", "bytes=4-"), ("if-range", &etag)]).await;
    assert_eq!(rest.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(rest.headers()["content-range"], "bytes 4-9/10");
    assert_eq!(rest.bytes().await.unwrap(), &b"456789"[..]);
    let changed = get(&server, &tokens.access, &content.sha256, &[("range", "bytes=4-"), ("if-range", "\"x\"")]).await;
    assert_eq!((changed.status(), changed.bytes().await.unwrap().len()), (StatusCode::OK, 10));
    let known = get(&server, &tokens.access, &content.sha256, &[("if-none-match", &etag)]).await;
    assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
    let after = get(&server, &tokens.access, &content.sha256, &[("range", "bytes=10-")]).await;
    assert_eq!(after.status(), StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(after.headers()["content-range"], "bytes */10");
}

#[tokio::test]
async fn contents_of_another_member_are_not_there() {
    let server = Server::start().await;
    let tokens = server.sign_in(2).await;
    let of_another = &contents(&server, 0)[0].sha256;
    for sha256 in [of_another.as_str(), "0000", "..%2F..%2Fetc"] {
        assert_eq!(get(&server, &tokens.access, sha256, &[]).await.status(), StatusCode::NOT_FOUND, "{sha256}");
    }
    let without = server.get(&format!("/v1/contents/{of_another}")).send().await.unwrap();
    assert_eq!(without.status(), StatusCode::UNAUTHORIZED);
}

pub(crate) fn contents(server: &Server, member: usize) -> Vec<Content> {
    let documents = server.state.truth(member).unwrap().into_iter().filter(|change| change.kind == kind::DOCUMENT);
    let documents = documents.map(|change| serde_json::from_str(change.body.unwrap().get()).unwrap());
    documents.filter_map(|document: ReceivedDocument| document.content).collect()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) async fn get(server: &Server, access: &Secret, sha256: &str, headers: &[(&str, &str)]) -> Response {
    let request = server.get(&format!("/v1/contents/{sha256}")).bearer_auth(access.expose());
    headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)).send().await.unwrap()
}
