use protocol::DeviceId;
use protocol::Secret;
use protocol::access::{Access, AccessEvent, System, TrustedDevice};
use protocol::sign_in::{DeviceEnded, EndedBecause, SignIn, SignInOutcome, Tokens};
use protocol::sync::kind;
use reqwest::StatusCode;
use reqwest::header::USER_AGENT;
use serde_json::json;

use crate::support::Server;

/// Signs the member in from a device of this system.
async fn sign_in(server: &Server, at: usize, system: &str) -> (Tokens, DeviceId) {
    let member = server.member(at);
    let form = SignIn { nir: Secret::new(member.nir), code: Secret::new(member.code), device: None, trust: None };
    let request = server.post("/v1/sign-in").header(USER_AGENT, format!("compte-assure/1.0 ({system})"));
    match request.json(&form).send().await.unwrap().json().await.unwrap() {
        SignInOutcome::SignedIn { tokens, device, .. } => (tokens, device),
        _ => panic!("not signed in"),
    }
}

fn bodies<T: serde::de::DeserializeOwned>(server: &Server, at: usize, kind: &str) -> Vec<T> {
    let truth = server.state.truth(at).unwrap().into_iter().filter(|change| change.kind == kind);
    truth.map(|change| serde_json::from_str(change.body.unwrap().get()).unwrap()).collect()
}

fn events(server: &Server, at: usize) -> Vec<(Access, u32)> {
    let mut events: Vec<AccessEvent> = bodies(server, at, kind::ACCESS_EVENT);
    events.sort_by_key(|event| event.at);
    events.into_iter().map(|event| (event.what, event.count)).collect()
}

async fn end(server: &Server, tokens: &Tokens, device: &DeviceId) -> StatusCode {
    let request = server.post(&format!("/v1/devices/{device}/end")).bearer_auth(tokens.access.expose());
    request.send().await.unwrap().status()
}

#[tokio::test]
async fn a_sign_in_is_noted_with_the_device_and_what_it_runs() {
    let server = Server::start().await;
    let (_, phone) = sign_in(&server, 0, "android").await;
    sign_in(&server, 0, "a name that somebody gave").await;
    let devices: Vec<TrustedDevice> = bodies(&server, 0, kind::DEVICE);
    assert_eq!(devices.len(), 2);
    for device in devices {
        assert_eq!(device.system, if device.id == phone { System::Android } else { System::Other });
    }
    assert_eq!(events(&server, 0), [(Access::SignedIn, 1), (Access::SignedIn, 1)]);
    assert!(events(&server, 1).is_empty());
}

#[tokio::test]
async fn wrong_codes_are_one_event_which_the_member_sees_at_the_next_look() {
    let server = Server::start().await;
    let (tokens, _) = sign_in(&server, 0, "linux").await;
    let nir = server.member(0).nir;
    for _ in 0..3 {
        server.try_sign_in(&nir, "00000000").await;
    }
    server.try_sign_in("2061275111005", "00000000").await;
    assert_eq!(events(&server, 0), [(Access::SignedIn, 1)]);
    assert_eq!(server.changes(&tokens.access, "").await.status(), StatusCode::OK);
    assert!(events(&server, 0).contains(&(Access::WrongCode, 3)));
    assert_eq!(events(&server, 0).len(), 2);
}

#[tokio::test]
async fn a_device_signed_out_from_another_one_is_told_so_and_is_trusted_no_more() {
    let server = Server::start().await;
    let (lost, lost_device) = sign_in(&server, 0, "android").await;
    let (tokens, device) = sign_in(&server, 0, "linux").await;
    assert_eq!(end(&server, &tokens, &lost_device).await, StatusCode::NO_CONTENT);
    assert_eq!(server.changes(&lost.access, "").await.status(), StatusCode::UNAUTHORIZED);
    let told = server.refresh(&lost.refresh).await;
    assert_eq!(told.status(), StatusCode::FORBIDDEN);
    let expected = DeviceEnded { device: lost_device.clone(), because: EndedBecause::OtherDevice };
    assert_eq!(told.json::<DeviceEnded>().await.unwrap(), expected);
    assert_eq!(server.changes(&tokens.access, "").await.status(), StatusCode::OK);
    let left: Vec<TrustedDevice> = bodies(&server, 0, kind::DEVICE);
    assert_eq!(left.iter().map(|left| &left.id).collect::<Vec<_>>(), [&device]);
    assert!(events(&server, 0).contains(&(Access::DeviceEnded, 1)));
    assert_eq!(end(&server, &tokens, &lost_device).await, StatusCode::NOT_FOUND);
    let mailbox = server.get("/mailbox.json").send().await.unwrap().text().await.unwrap();
    assert!(mailbox.contains("Un appareil a été déconnecté de votre compte"), "{mailbox}");
}

#[tokio::test]
async fn nobody_signs_out_the_device_of_another_member() {
    let server = Server::start().await;
    let (theirs, device) = sign_in(&server, 1, "windows").await;
    let (tokens, _) = sign_in(&server, 0, "linux").await;
    assert_eq!(end(&server, &tokens, &device).await, StatusCode::NOT_FOUND);
    assert_eq!(server.changes(&theirs.access, "").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn logging_out_and_a_token_that_comes_twice_are_noted() {
    let server = Server::start().await;
    let (tokens, _) = sign_in(&server, 0, "linux").await;
    server.refresh(&tokens.refresh).await;
    server.refresh(&tokens.refresh).await;
    assert!(events(&server, 0).contains(&(Access::SessionReused, 1)));
    let (tokens, device) = sign_in(&server, 0, "linux").await;
    server.post("/v1/session/end").bearer_auth(tokens.access.expose()).send().await.unwrap();
    assert!(events(&server, 0).contains(&(Access::SignedOut, 1)));
    let left: Vec<TrustedDevice> = bodies(&server, 0, kind::DEVICE);
    assert!(left.iter().all(|left| left.id != device));
}

#[tokio::test]
async fn what_is_older_than_twelve_months_leaves_the_sequence() {
    let server = Server::start().await;
    sign_in(&server, 0, "linux").await;
    server.order(json!([{ "path": "/health", "fault": { "clock_shift": 366 * 24 * 3600 } }])).await;
    server.get("/health").send().await.unwrap();
    sign_in(&server, 0, "linux").await;
    assert_eq!(events(&server, 0), [(Access::SignedIn, 1)]);
}
