//! What is asked of the service, and what its answers lead to.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use protocol::opening::{OpeningAnswer, OpeningStep};
use protocol::{ApiError, Field};
use serde_json::json;

use super::{CODE, Device, draft, go_on, on_to, recognised, service, typed};
use crate::testing::{FakeService, Reply};

#[tokio::test]
async fn a_proof_that_grew_too_old_is_given_again_without_asking() {
    let over = Reply::Json(410, json!({ "outcome": "proof_over" }).to_string());
    let (device, service) = (Device::new(), service(vec![over]).await);
    let dossier = device.start(&service);
    assert_eq!(go_on(&dossier, draft(OpeningStep::Proof, |_| {}), None).await, on_to(OpeningStep::Terms));
    assert_eq!(go_on(&dossier, draft(OpeningStep::Proof, |_| {}), None).await, on_to(OpeningStep::Terms));
    assert_eq!(service.count("POST /v1/opening/proof"), 1);
    go_on(&dossier, draft(OpeningStep::Code, |_| {}), typed(CODE, CODE)).await.unwrap();
    assert_eq!(go_on(&dossier, draft(OpeningStep::Contact, |_| {}), None).await, Ok(OpeningAnswer::Opened));
    assert_eq!(service.count("POST /v1/opening/proof"), 2);
    assert_eq!(service.count("POST /v1/opening/finish"), 2);
    assert_eq!(service.count("POST /v1/sign-in"), 1);
}

#[tokio::test]
async fn an_answer_that_is_lost_leaves_the_draft_and_the_next_try_finishes() {
    let (device, service) = (Device::new(), service(vec![Reply::Raw(Vec::new())]).await);
    let dossier = device.start(&service);
    go_on(&dossier, draft(OpeningStep::Code, |_| {}), typed(CODE, CODE)).await.unwrap();
    let lost = go_on(&dossier, draft(OpeningStep::Contact, |_| {}), None).await;
    assert!(matches!(lost, Err(ApiError::Offline | ApiError::ServiceUnavailable)), "{lost:?}");
    assert!(!device.files().is_empty());
    assert_eq!(go_on(&dossier, draft(OpeningStep::Contact, |_| {}), None).await, Ok(OpeningAnswer::Opened));
}

#[tokio::test]
async fn the_answers_of_the_service_to_a_proof_are_told_apart() {
    let answers = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&answers);
    let service = FakeService::answering(move |_, _| match count.fetch_add(1, Ordering::Relaxed) {
        0 => Reply::Json(403, json!({ "outcome": "not_recognised" }).to_string()),
        1 => Reply::Json(409, json!({ "outcome": "already_open" }).to_string()),
        2 => Reply::Json(429, json!({ "outcome": "too_many_attempts", "retry_in": 30 }).to_string()),
        3 => Reply::Json(200, "<!doctype html>".to_owned()),
        _ => recognised(),
    })
    .await;
    let device = Device::new();
    let dossier = device.start(&service);
    for expected in [
        Ok(OpeningAnswer::NotRecognised),
        Ok(OpeningAnswer::AlreadyOpen),
        Err(ApiError::TooManyAttempts { retry_in: 30 }),
        Err(ApiError::ServiceUnavailable),
        on_to(OpeningStep::Terms),
    ] {
        assert_eq!(go_on(&dossier, draft(OpeningStep::Proof, |_| {}), None).await, expected);
    }
    let offline = FakeService::unreachable().await;
    let device = Device::new();
    let dossier = device.start(&offline);
    let answer = go_on(&dossier, draft(OpeningStep::Proof, |_| {}), None).await;
    assert_eq!(answer, Err(ApiError::Offline));
    assert!(dossier.opening().await.unwrap().unwrap().draft == draft(OpeningStep::Proof, |_| {}));
}

#[tokio::test]
async fn a_letter_is_asked_for_with_the_identity_that_was_typed() {
    let (device, service) = (Device::new(), service(Vec::new()).await);
    let dossier = device.start(&service);
    assert!(matches!(dossier.opening_letter().await, Err(ApiError::Invalid { field: Field::BirthName, .. })));
    dossier.keep_opening(draft(OpeningStep::Proof, |_| {})).await.unwrap();
    dossier.opening_letter().await.unwrap();
    assert_eq!(service.count("POST /v1/code/forgotten"), 1);
}
