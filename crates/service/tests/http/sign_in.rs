use protocol::sign_in::SignInOutcome;
use protocol::{DeviceId, Secret};
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::Server;
use crate::walk::Device;

#[tokio::test]
async fn every_member_signs_in_with_their_code() {
    let server = Server::start().await;
    for at in 0..server.state.members().len() {
        assert_eq!(server.sign_in(at).await.expires_in, 300);
    }
}

#[tokio::test]
async fn an_unknown_number_and_a_wrong_code_get_the_same_answer() {
    let server = Server::start().await;
    let member = server.member(0);
    let mut answers = Vec::new();
    for nir in [member.nir.as_str(), "2990199999999", "not a number"] {
        let response = server.try_sign_in(nir, "00000000").await;
        let status = response.status();
        let names: Vec<_> = response.headers().keys().map(ToString::to_string).collect();
        answers.push((status, names, response.text().await.unwrap()));
    }
    assert_eq!(answers[0].0, StatusCode::UNAUTHORIZED);
    assert_eq!(answers[0].2, r#"{"outcome":"wrong_credentials"}"#);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[tokio::test]
async fn five_failures_lock_a_number_known_or_not() {
    let server = Server::start().await;
    let member = server.member(1);
    for nir in [member.nir.as_str(), "2990199999999"] {
        for _ in 0..5 {
            assert_eq!(server.try_sign_in(nir, "00000000").await.status(), StatusCode::UNAUTHORIZED);
        }
        let locked = server.try_sign_in(nir, &member.code).await;
        assert_eq!(locked.status(), StatusCode::TOO_MANY_REQUESTS);
        let SignInOutcome::TooManyAttempts { retry_in } = locked.json().await.unwrap() else { panic!("not locked") };
        assert!((1..=30).contains(&retry_in), "{retry_in}");
    }
    server.sign_in(0).await;
}

#[tokio::test]
async fn the_delay_ends_and_doubles_and_a_right_code_clears_it() {
    let server = Server::start().await;
    let member = server.member(0);
    for _ in 0..5 {
        server.try_sign_in(&member.nir, "00000000").await;
    }
    server.later(31).await;
    assert_eq!(server.try_sign_in(&member.nir, "00000000").await.status(), StatusCode::UNAUTHORIZED);
    let locked: Value = server.try_sign_in(&member.nir, &member.code).await.json().await.unwrap();
    assert!(locked["retry_in"].as_u64().unwrap() > 30, "{locked}");
    server.later(61).await;
    server.sign_in(0).await;
    assert_eq!(server.try_sign_in(&member.nir, "00000000").await.status(), StatusCode::UNAUTHORIZED);
    server.sign_in(0).await;
}

#[tokio::test]
async fn many_wrong_codes_at_once_are_no_way_around_the_delay() {
    let server = Server::start().await;
    let member = server.member(0);
    let attempts: Vec<_> = (0..40)
        .map(|attempt| {
            let form = json!({ "nir": member.nir, "code": format!("{attempt:08}"), "device": null });
            tokio::spawn(server.post("/v1/sign-in").json(&form).send())
        })
        .collect();
    let mut looked_at = 0;
    for attempt in attempts {
        looked_at += usize::from(attempt.await.unwrap().unwrap().status() == StatusCode::UNAUTHORIZED);
    }
    assert_eq!(looked_at, 5);
}

#[tokio::test]
async fn a_device_keeps_its_name_with_its_member_and_gets_another_with_another() {
    let server = Server::start().await;
    let (camille, ines) = (server.member(0), server.member(1));
    let name = |device: &Device| device.known_as.clone().unwrap().0;
    let first = Device::default().sign_in(&server, &camille.nir, &camille.code).await.inside();
    let again = first.sign_in(&server, &camille.nir, &camille.code).await.inside();
    assert!(name(&again) == name(&first));
    let other = again.sign_in(&server, &ines.nir, &ines.code).await.inside();
    assert!(name(&other) != name(&first));
    let made_up = Device { known_as: Some((DeviceId::new("made up"), Secret::new("made up"))), tokens: None };
    let made_up = made_up.sign_in(&server, &camille.nir, &camille.code).await.inside();
    assert!(name(&made_up).as_str() != "made up");
}

#[tokio::test]
async fn a_body_that_is_not_a_sign_in_is_refused_without_repeating_it() {
    let server = Server::start().await;
    let wrong = server.post("/v1/sign-in").json(&json!({ "nir": 1840731555012_u64 })).send().await.unwrap();
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let said = wrong.text().await.unwrap();
    assert!(said.contains("error") && !said.contains("1840731555012"), "{said}");
    let large = "9".repeat(100_000);
    let large =
        server.post("/v1/sign-in").json(&json!({ "nir": large, "code": "", "device": null })).send().await.unwrap();
    assert_eq!(large.status(), StatusCode::PAYLOAD_TOO_LARGE);
}
