use std::collections::BTreeMap;

use protocol::Secret;
use protocol::payments::Payment;
use protocol::profile::Profile;
use protocol::sync::{Change, ChangesPage, kind};
use reqwest::StatusCode;
use serde_json::json;

use crate::support::Server;

type Things = BTreeMap<(String, String), (u64, String)>;

#[tokio::test]
async fn pages_of_any_length_lead_to_the_truth() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let truth = truth(&server, 0);
    assert!(truth.len() > 100);
    for limit in [1, 7, 500, 1000] {
        assert_eq!(fetch(&server, &tokens.access, limit).await, truth, "{limit} at a time");
    }
}

#[tokio::test]
async fn what_is_changed_or_gone_comes_after_the_cursor() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let all: ChangesPage = server.changes(&tokens.access, "?limit=1000").await.json().await.unwrap();
    let payment = all.changes.iter().find(|change| change.kind == kind::PAYMENT).unwrap();
    server.state.tombstone(0, kind::PAYMENT, &payment.id).unwrap();
    server.state.upsert(0, "weather", "today", &json!({ "rain": true })).unwrap();
    let news: ChangesPage =
        server.changes(&tokens.access, &format!("?after={}", all.cursor.0)).await.json().await.unwrap();
    let seen: Vec<_> = news.changes.iter().map(|c| (c.kind.as_str(), c.version, c.body.is_some())).collect();
    assert_eq!(seen, [("payment", 2, false), ("weather", 1, true)]);
    assert_eq!(fetch(&server, &tokens.access, 500).await, truth(&server, 0));
}

#[tokio::test]
async fn an_old_version_that_comes_late_changes_no_truth() {
    let server = Server::start().await;
    let body = |text: &str| Some(serde_json::value::to_raw_value(text).unwrap());
    let change = |version, text| Change { kind: "note".to_owned(), id: "n".to_owned(), version, body: body(text) };
    server.state.append(2, &change(5, "new")).unwrap();
    server.state.append(2, &change(3, "old")).unwrap();
    assert_eq!(truth(&server, 2)[&("note".to_owned(), "n".to_owned())], (5, "\"new\"".to_owned()));
}

#[tokio::test]
async fn nothing_new_is_304_without_a_body() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let page: ChangesPage = server.changes(&tokens.access, "?limit=1000").await.json().await.unwrap();
    assert_eq!(page.remaining, 0);
    let again = server.changes(&tokens.access, &format!("?after={}", page.cursor.0)).await;
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert!(again.bytes().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_cursor_of_another_life_is_gone_and_odd_parameters_are_refused() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    assert_eq!(server.changes(&tokens.access, "?after=1000000").await.status(), StatusCode::GONE);
    for odd in ["?after=-1", "?limit=0", "?limit=1001", "?after=x"] {
        assert_eq!(server.changes(&tokens.access, odd).await.status(), StatusCode::BAD_REQUEST, "{odd}");
    }
}

#[tokio::test]
async fn signing_in_says_when_the_member_was_there_before() {
    let server = Server::start().await;
    let first = profile(&server, &server.sign_in(0).await.access).await.last_connection.unwrap();
    let second = profile(&server, &server.sign_in(0).await.access).await.last_connection.unwrap();
    assert!(first < crate::support::now());
    assert!(second >= crate::support::now());
}

#[tokio::test]
async fn the_newest_payments_come_first_in_a_first_synchronisation() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let page: ChangesPage = server.changes(&tokens.access, "?limit=1000").await.json().await.unwrap();
    let payments = page.changes.iter().filter(|change| change.kind == kind::PAYMENT);
    let days: Vec<_> = payments
        .map(|change| serde_json::from_str::<Payment>(change.body.as_ref().unwrap().get()).unwrap().paid_on)
        .collect();
    assert!(days.is_sorted_by(|one, next| one >= next));
}

#[tokio::test]
async fn answers_are_compressed_when_the_client_can_read_them() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let plain = server.changes(&tokens.access, "").await;
    let request = server.get("/v1/changes").bearer_auth(tokens.access.expose());
    let raw = reqwest::Client::builder().no_gzip().build().unwrap();
    let request = request.header("accept-encoding", "gzip").build().unwrap();
    let packed = raw.execute(request).await.unwrap();
    assert_eq!(packed.headers()["content-encoding"], "gzip");
    assert!(packed.bytes().await.unwrap().len() * 4 < plain.bytes().await.unwrap().len());
}

async fn fetch(server: &Server, access: &Secret, limit: u64) -> Things {
    let (mut things, mut after) = (Things::new(), 0);
    loop {
        let response = server.changes(access, &format!("?after={after}&limit={limit}")).await;
        if response.status() == StatusCode::NOT_MODIFIED {
            return things;
        }
        let page: ChangesPage = response.json().await.unwrap();
        assert!(page.changes.len() as u64 <= limit && page.cursor.0 > after);
        after = page.cursor.0;
        for Change { kind, id, version, body } in page.changes {
            match body {
                Some(body) => things.insert((kind, id), (version, body.get().to_owned())),
                None => things.remove(&(kind, id)),
            };
        }
    }
}

fn truth(server: &Server, member: usize) -> Things {
    let things = server.state.truth(member).unwrap().into_iter();
    things.map(|change| ((change.kind, change.id), (change.version, change.body.unwrap().get().to_owned()))).collect()
}

async fn profile(server: &Server, access: &Secret) -> Profile {
    let things = fetch(server, access, 1000).await;
    serde_json::from_str(&things[&(kind::PROFILE.to_owned(), "me".to_owned())].1).unwrap()
}
