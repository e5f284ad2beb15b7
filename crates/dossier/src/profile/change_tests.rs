use std::sync::{Arc, Mutex};

use protocol::phone::PhoneEntry;
use protocol::profile::ProfileChange;
use protocol::{ApiError, Field, Problem, Secret};
use serde_json::{Value, json};

use crate::testing::{CODE, FakeService, Reply, SetClock, form, start};
use crate::{Dossier, MemoryVault};

const NEW_CODE: &str = "904716253847";

/// A service that takes every sign-in and answers changes as the test says; it notes what was asked.
async fn service(answer: impl Fn(usize) -> Reply + Send + Sync + 'static) -> (FakeService, Arc<Mutex<Vec<Value>>>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&asked);
    let tokens = json!({ "access": "good", "refresh": "next", "expires_in": 600 });
    let service = FakeService::answering(move |line, body| match line {
        "POST /v1/sign-in" => Reply::Json(
            200,
            json!({ "outcome": "signed_in", "tokens": tokens, "device": "device", "trust": "trust" }).to_string(),
        ),
        "POST /v1/session/refresh" => Reply::Json(200, tokens.to_string()),
        "POST /v1/profile/changes" => {
            let mut asked = noted.lock().unwrap();
            asked.push(serde_json::from_str(body).unwrap());
            answer(asked.len())
        }
        _ => Reply::Json(304, String::new()),
    })
    .await;
    (service, asked)
}

fn done() -> Reply {
    Reply::Json(200, json!({ "outcome": "done" }).to_string())
}

struct Device {
    folder: tempfile::TempDir,
    vault: MemoryVault,
    clock: SetClock,
}

impl Device {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            vault: MemoryVault::default(),
            clock: SetClock::at("2026-11-26T09:00:00Z"),
        }
    }

    fn start(&self, service: &FakeService) -> Dossier {
        start(self.folder.path(), &self.vault, &self.clock, service)
    }
}

fn another_code() -> ProfileChange {
    ProfileChange::Code { present: Secret::new(CODE), new: Secret::new(NEW_CODE) }
}

fn mobile(number: &str) -> ProfileChange {
    ProfileChange::Mobile { number: Some(PhoneEntry { country: "fr".to_owned(), number: number.to_owned() }) }
}

#[tokio::test]
async fn a_change_whose_answer_was_lost_is_the_same_request_when_it_is_made_again() {
    let (service, asked) = service(|count| if count == 1 { Reply::Raw(Vec::new()) } else { done() }).await;
    let device = Device::new();
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    assert!(dossier.change_profile(mobile("06 39 98 00 11")).await.is_err());
    dossier.change_profile(mobile("0639980011")).await.unwrap();
    dossier.change_profile(mobile("0639980022")).await.unwrap();
    let asked = asked.lock().unwrap();
    assert_eq!(asked[0], asked[1]);
    assert_ne!(asked[1]["key"], asked[2]["key"]);
    assert_eq!(asked[0]["change"]["number"]["number"], "0639980011");
}

#[tokio::test]
async fn entries_that_cannot_be_right_are_not_sent() {
    let (service, _) = service(|_| done()).await;
    let device = Device::new();
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    let wrong = |field, problem| Err(ApiError::Invalid { field, problem });
    let weak = ProfileChange::Code { present: Secret::new(CODE), new: Secret::new("12345678") };
    assert_eq!(dossier.change_profile(weak).await, wrong(Field::NewCode, Problem::Sequence));
    assert_eq!(dossier.change_profile(mobile("0536490011")).await, wrong(Field::Mobile, Problem::OtherKind));
    assert_eq!(service.count("POST /v1/profile"), 0);
}

#[tokio::test]
async fn a_new_code_unlocks_without_the_network_and_the_old_one_does_not() {
    let (service, _) = service(|_| done()).await;
    let device = Device::new();
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    dossier.keep_code(true).await.unwrap();
    dossier.change_profile(another_code()).await.unwrap();
    drop(dossier);
    let dossier = device.start(&FakeService::unreachable().await);
    assert_eq!(dossier.unlock(Secret::new(CODE)).await, Err(ApiError::WrongCode { retry_in: 0 }));
    dossier.unlock(Secret::new(NEW_CODE)).await.unwrap();
}

#[tokio::test]
async fn while_the_answer_about_a_new_code_is_lost_both_codes_unlock() {
    let (service, _) = service(|_| Reply::Raw(Vec::new())).await;
    let device = Device::new();
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    assert!(dossier.change_profile(another_code()).await.is_err());
    drop(dossier);
    let offline = FakeService::unreachable().await;
    let dossier = device.start(&offline);
    dossier.unlock(Secret::new(CODE)).await.unwrap();
    dossier.lock().await.unwrap();
    dossier.unlock(Secret::new(NEW_CODE)).await.unwrap();
    dossier.lock().await.unwrap();
    // The new one was used: it is the one that counts.
    assert_eq!(dossier.unlock(Secret::new(CODE)).await, Err(ApiError::WrongCode { retry_in: 0 }));
}

#[tokio::test]
async fn a_wrong_present_code_changes_nothing_and_keeps_the_session() {
    let wrong = || Reply::Json(403, json!({ "outcome": "wrong_code", "retry_in": 30 }).to_string());
    let (service, _) = service(move |_| wrong()).await;
    let device = Device::new();
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    assert_eq!(dossier.change_profile(another_code()).await, Err(ApiError::WrongCode { retry_in: 30 }));
    assert_eq!(service.count("POST /v1/session/refresh"), 0);
    dossier.lock().await.unwrap();
    assert_eq!(dossier.unlock(Secret::new(NEW_CODE)).await, Err(ApiError::WrongCode { retry_in: 0 }));
    dossier.unlock(Secret::new(CODE)).await.unwrap();
}
