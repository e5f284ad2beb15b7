//! A device that the member ended: by signing it out, or by closing the account for good. And that nobody else can.

use protocol::ApiError;
use protocol::sign_in::{Phase, SignedOutBy};
use protocol::sync::{SyncFailure, SyncState};
use serde_json::{Value, json};

use crate::Dossier;
use crate::sign_in::tests::{Device, code, phase, service, synchronise};
use crate::testing::{CODE, FakeService, Reply, form};

/// As the service says it; « device » is the name that it gave at sign-in.
fn ended(because: &str) -> Value {
    json!({ "device": "device", "because": because })
}

/// Refuses every access, and answers a renewal so.
async fn answering(status: u16, body: String) -> FakeService {
    FakeService::answering(move |line, _| match line {
        "POST /v1/session/refresh" => Reply::Json(status, body.clone()),
        _ => Reply::Json(401, "{}".to_owned()),
    })
    .await
}

/// Known here, with a file and the code kept; started anew on another service, and unlocked.
async fn unlocked(device: &Device, on: &FakeService) -> Dossier {
    let usual = service().await;
    let before = device.start(&usual);
    before.choose_caisse("311".to_owned()).await.unwrap();
    before.sign_in(form()).await.unwrap();
    synchronise(&before).await;
    before.keep_code(true).await.unwrap();
    drop(before);
    let dossier = device.start(on);
    dossier.unlock(code(CODE)).await.unwrap();
    dossier
}

async fn signed_out(dossier: &Dossier) -> Option<SignedOutBy> {
    while phase(dossier).await != Phase::SignedOut {
        tokio::task::yield_now().await;
    }
    // What is forgotten is forgotten under the same gate.
    drop(dossier.inner.gate.lock().await);
    dossier.session().await.unwrap().signed_out
}

#[tokio::test]
async fn signed_out_from_another_one_it_forgets_session_and_code_and_keeps_the_file() {
    let service = answering(403, ended("other_device").to_string()).await;
    let device = Device::new();
    let dossier = unlocked(&device, &service).await;
    let files = device.files();
    synchronise(&dossier).await;
    assert_eq!(signed_out(&dossier).await, Some(SignedOutBy::OtherDevice));
    assert_eq!(service.count("POST /v1/sign-in"), 0, "the kept code is not used");
    dossier.leave_signed_out().await.unwrap();
    assert_eq!(dossier.unlock(code(CODE)).await, Err(ApiError::SignedOut));
    assert!(device.files().iter().all(|file| files.contains(file)) && !device.files().is_empty());
}

#[tokio::test]
async fn closed_from_another_one_the_account_leaves_neither_file_nor_secret() {
    let service = answering(403, ended("account_closed").to_string()).await;
    let device = Device::new();
    let dossier = unlocked(&device, &service).await;
    assert_eq!(device.vault.count(), 2, "the list, and the member");
    synchronise(&dossier).await;
    assert_eq!(signed_out(&dossier).await, Some(SignedOutBy::ClosedElsewhere));
    assert!(device.files().is_empty(), "{:?}", device.files());
    assert_eq!(device.vault.count(), 1, "the empty list");
    assert!(dossier.session().await.unwrap().members.is_empty());
    dossier.leave_signed_out().await.unwrap();
    assert_eq!(phase(&dossier).await, Phase::SignIn);
    drop(dossier);
    assert_eq!(phase(&device.start(&service)).await, Phase::SignIn);
}

#[tokio::test]
async fn closing_is_learnt_by_whatever_is_asked_first() {
    let service = answering(403, ended("account_closed").to_string()).await;
    let device = Device::new();
    let dossier = unlocked(&device, &service).await;
    let asked = dossier.end_device(protocol::DeviceId::new("other")).await;
    assert_eq!(asked, Err(ApiError::SignedOut));
    assert_eq!(signed_out(&dossier).await, Some(SignedOutBy::ClosedElsewhere));
    assert!(device.files().is_empty());
}

#[tokio::test]
async fn only_the_members_own_file_goes() {
    let closed = answering(403, ended("account_closed").to_string()).await;
    let device = Device::new();
    let usual = service().await;
    let before = device.start(&usual);
    let other = protocol::sign_in::SignInForm { nir: protocol::Secret::new("1 88 11 34 170 052"), code: code(CODE) };
    before.sign_in(other).await.unwrap();
    synchronise(&before).await;
    before.lock().await.unwrap();
    let theirs = device.files();
    drop(before);
    let dossier = unlocked(&device, &closed).await;
    synchronise(&dossier).await;
    signed_out(&dossier).await;
    let left = device.files();
    assert!(theirs.iter().filter(|file| file.ends_with(".dossier")).all(|file| left.contains(file)), "{left:?}");
    assert_eq!(dossier.session().await.unwrap().members.len(), 1);
}

#[tokio::test]
async fn nothing_but_the_services_own_word_signs_out_or_erases() {
    let closed = ended("account_closed").to_string();
    let cut = closed[..closed.len() - 2].to_owned();
    let broken = SyncState::Failed { because: SyncFailure::Service };
    for (status, body) in [
        (403, "<!doctype html><title>403 Forbidden</title>".to_owned()),
        (403, String::new()),
        (403, "{}".to_owned()),
        (403, cut),
        (403, json!({ "because": "account_closed" }).to_string()),
        (403, json!({ "device": "device" }).to_string()),
        (403, ended("moved_away").to_string()),
        (403, json!({ "error": "this account is closed" }).to_string()),
        (403, json!({ "device": "another", "because": "account_closed" }).to_string()),
        (403, json!({ "device": "another", "because": "other_device" }).to_string()),
        (403, json!({ "device": "", "because": "account_closed" }).to_string()),
        (200, closed.clone()),
        (404, closed.clone()),
        (410, closed.clone()),
        (451, closed.clone()),
        (500, closed.clone()),
        (503, closed.clone()),
        // The kept code is tried, and refused as everything else is.
        (401, closed.clone()),
    ] {
        let device = Device::new();
        let service = answering(status, body.clone()).await;
        let dossier = unlocked(&device, &service).await;
        let entries = device.vault.count();
        assert_eq!(synchronise(&dossier).await, broken, "{status} {body}");
        assert_still_there(&device, &dossier, entries, &body).await;
    }

    // The same words in the place of data, or of any other answer than that to a renewal.
    for status in [200, 403, 410] {
        let body = closed.clone();
        let service = FakeService::answering(move |line, _| match line {
            "POST /v1/session/refresh" => {
                Reply::Json(200, json!({ "access": "a", "refresh": "r", "expires_in": 300 }).to_string())
            }
            _ => Reply::Json(status, body.clone()),
        })
        .await;
        let device = Device::new();
        let dossier = unlocked(&device, &service).await;
        let entries = device.vault.count();
        assert_eq!(synchronise(&dossier).await, broken, "{status}");
        assert_still_there(&device, &dossier, entries, "data").await;
        assert_eq!(
            dossier.close_account(code(CODE)).await,
            Err(ApiError::ServiceUnavailable),
            "an answer to closing of another form"
        );
        assert_still_there(&device, &dossier, entries, "closing").await;
    }
}

async fn assert_still_there(device: &Device, dossier: &Dossier, entries: usize, case: &str) {
    // Whatever was begun beside would be done by now.
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
    drop(dossier.inner.gate.lock().await);
    assert_eq!(phase(dossier).await, Phase::Open, "{case}");
    assert!(device.files().iter().any(|file| file.ends_with(".dossier")), "{case}");
    assert_eq!(device.vault.count(), entries, "{case}");
    assert!(dossier.home().await.unwrap().fetched, "{case}");
}
