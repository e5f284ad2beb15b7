use std::sync::atomic::{AtomicU32, Ordering};

use protocol::sync::SyncState;
use serde_json::json;

use crate::Dossier;
use crate::sign_in::tests::{Device, code, synchronise};
use crate::testing::{CODE, FakeService, Reply, form};

/// Every renewal gives another pair of tokens.
async fn service() -> FakeService {
    let given = AtomicU32::new(0);
    FakeService::answering(move |line, _| {
        let number = given.fetch_add(1, Ordering::Relaxed);
        let tokens = json!({ "access": format!("a{number}"), "refresh": format!("r{number}"), "expires_in": 300 });
        match line {
            "POST /v1/sign-in" => {
                let body = json!({ "outcome": "signed_in", "tokens": tokens, "device": "device", "trust": "t" });
                Reply::Json(200, body.to_string())
            }
            "POST /v1/session/refresh" => Reply::Json(200, tokens.to_string()),
            _ => Reply::Json(200, json!({ "changes": [], "cursor": 0, "remaining": 0 }).to_string()),
        }
    })
    .await
}

/// Open, without access to the service yet.
async fn unlocked(device: &Device, service: &FakeService) -> Dossier {
    let dossier = device.start(service);
    dossier.sign_in(form()).await.unwrap();
    dossier.lock().await.unwrap();
    dossier.unlock(code(CODE)).await.unwrap();
    dossier
}

#[tokio::test]
async fn all_who_wait_for_access_share_one_renewal() {
    let (device, service) = (Device::new(), service().await);
    let dossier = unlocked(&device, &service).await;
    let account = dossier.account().await.unwrap();
    let access = async |refused| dossier.inner.access(&account, refused).await.ok().unwrap();
    let (first, second, third) = tokio::join!(access(None), access(None), access(None));
    assert!(first.expose() == second.expose() && second.expose() == third.expose());
    assert_eq!(service.count("POST /v1/session/refresh"), 1);
    let (next, same) = tokio::join!(access(Some(&first)), access(Some(&first)));
    assert!(next.expose() == same.expose() && next.expose() != first.expose());
    assert_eq!(service.count("POST /v1/session/refresh"), 2);
}

#[tokio::test]
async fn a_wrong_clock_on_the_device_signs_nobody_out() {
    let (device, service) = (Device::new(), service().await);
    let dossier = unlocked(&device, &service).await;
    assert_eq!(synchronise(&dossier).await, SyncState::Idle);
    let renewals = service.count("POST /v1/session/refresh");
    for years in [20, -40] {
        device.clock.forward(years * 365 * 86_400);
        assert_eq!(synchronise(&dossier).await, SyncState::Idle);
    }
    assert_eq!(service.count("POST /v1/session/refresh"), renewals, "a token is good until it is refused");
}
