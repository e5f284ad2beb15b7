use protocol::Secret;
use protocol::closing::{Close, CloseOutcome};
use protocol::profile::{Consents, Profile};
use protocol::sign_in::{DeviceEnded, EndedBecause, Tokens};
use protocol::sync::kind;
use reqwest::StatusCode;

use crate::support::Server;
use crate::walk::Device;

async fn close(server: &Server, tokens: &Tokens, code: &str) -> (StatusCode, Option<CloseOutcome>) {
    let request = server.post("/v1/account/close").bearer_auth(tokens.access.expose());
    let answer = request.json(&Close { code: Secret::new(code) }).send().await.unwrap();
    (answer.status(), answer.json().await.ok())
}

#[tokio::test]
async fn the_right_code_closes_the_account_and_takes_contact_devices_and_accesses_away() {
    let server = Server::start().await;
    let member = server.member(0);
    let (tokens, other) = (server.sign_in(0).await, server.sign_in(0).await);
    assert_eq!(close(&server, &tokens, &member.code).await, (StatusCode::OK, Some(CloseOutcome::Closed)));
    assert_eq!(server.changes(&tokens.access, "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.changes(&other.access, "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.refresh(&other.refresh).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(server.refresh(&tokens.refresh).await.status(), StatusCode::FORBIDDEN, "the answer may be lost");
    let again = server.try_sign_in(&member.nir, &member.code).await;
    assert_eq!(again.status(), StatusCode::UNAUTHORIZED);
    let truth = server.state.truth(0).unwrap();
    assert!(truth.iter().all(|change| change.kind != kind::DEVICE && change.kind != kind::ACCESS_EVENT));
    let profile = truth.iter().find(|change| change.kind == kind::PROFILE).unwrap();
    let profile: Profile = serde_json::from_str(profile.body.as_ref().unwrap().get()).unwrap();
    assert!(profile.email.is_none() && profile.mobile.is_none() && profile.landline.is_none());
    assert_eq!(profile.consents, Consents::default());
    let mailbox = server.get("/mailbox.json").send().await.unwrap().text().await.unwrap();
    assert!(mailbox.contains("Votre compte est fermé"), "{mailbox}");
    server.sign_in(1).await;
}

#[tokio::test]
async fn every_device_learns_that_the_account_was_closed_by_its_own_name_for_a_year() {
    let server = Server::start().await;
    let member = server.member(0);
    let sign_in = async || Device::default().sign_in(&server, &member.nir, &member.code).await.inside();
    let (here, other) = (sign_in().await, sign_in().await);
    // The other one renewed its session once: by which of its tokens it asks does not matter.
    let before = other.tokens.clone().unwrap();
    let now: Tokens = server.refresh(&before.refresh).await.json().await.unwrap();
    close(&server, &here.tokens.clone().unwrap(), &member.code).await;
    for seconds in [0, 364 * 24 * 3600] {
        server.later(seconds).await;
        for (device, token) in
            [(&other, &before.refresh), (&other, &now.refresh), (&here, &here.tokens.as_ref().unwrap().refresh)]
        {
            let told = server.refresh(token).await;
            assert_eq!(told.status(), StatusCode::FORBIDDEN);
            let (name, _) = device.known_as.clone().unwrap();
            let expected = DeviceEnded { device: name, because: EndedBecause::AccountClosed };
            assert_eq!(told.json::<DeviceEnded>().await.unwrap(), expected);
        }
    }
    server.later(2 * 24 * 3600).await;
    assert_eq!(server.refresh(&now.refresh).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.refresh(&Secret::new("made up")).await.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn wrong_codes_are_counted_apart_from_signing_in_and_end_no_session() {
    let server = Server::start().await;
    let member = server.member(0);
    let tokens = server.sign_in(0).await;
    for _ in 0..4 {
        let (status, outcome) = close(&server, &tokens, "00000000").await;
        assert_eq!((status, outcome), (StatusCode::FORBIDDEN, Some(CloseOutcome::WrongCode { retry_in: 0 })));
    }
    let (_, outcome) = close(&server, &tokens, "00000000").await;
    assert_eq!(outcome, Some(CloseOutcome::WrongCode { retry_in: 30 }));
    let (status, outcome) = close(&server, &tokens, &member.code).await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert!(matches!(outcome, Some(CloseOutcome::TooManyAttempts { .. })));
    assert_eq!(server.changes(&tokens.access, "").await.status(), StatusCode::OK);
    assert_eq!(server.try_sign_in(&member.nir, &member.code).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn without_a_session_nothing_is_closed() {
    let server = Server::start().await;
    let tokens = server.sign_in(0).await;
    let member = server.member(0);
    let nobody = Tokens { access: Secret::new("made-up"), ..tokens };
    assert_eq!(close(&server, &nobody, &member.code).await.0, StatusCode::UNAUTHORIZED);
    server.sign_in(0).await;
}
