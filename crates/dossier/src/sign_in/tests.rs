use protocol::settings::Settings;
use protocol::sign_in::{FileOnSignOut, Phase, SignInForm, Storage};
use protocol::sync::{SyncFailure, SyncState, kind};
use protocol::{ApiError, Secret};
use serde_json::json;

use crate::testing::{CODE, FakeService, NIR, Reply, SetClock, change, form, payment, person, profile, start};
use crate::{Dossier, Fault, MemoryVault};

/// A service that knows one member with one payment. Access tokens are « good »; a request with another is refused.
pub(crate) async fn service() -> FakeService {
    FakeService::answering(|line, body| match line {
        "POST /v1/sign-in" if body.contains(CODE) => Reply::Json(200, signed_in()),
        "POST /v1/sign-in" => Reply::Json(401, json!({ "outcome": "wrong_credentials" }).to_string()),
        "POST /v1/session/refresh" => Reply::Json(200, tokens().to_string()),
        "POST /v1/session/end" => Reply::Json(204, String::new()),
        _ => Reply::Json(200, page()),
    })
    .await
}

fn tokens() -> serde_json::Value {
    json!({ "access": "good", "refresh": "next", "expires_in": 600 })
}

pub(crate) fn signed_in() -> String {
    json!({ "outcome": "signed_in", "tokens": tokens(), "device": "device", "trust": "trust" }).to_string()
}

fn page() -> String {
    let day = jiff::civil::date(2026, 11, 3);
    let changes = [
        change(kind::BENEFICIARY, "member", 1, &person("member", 1, "Camille", jiff::civil::date(2006, 12, 1))),
        change(kind::PROFILE, "me", 1, &profile()),
        change(kind::PAYMENT, "p", 1, &payment("p", day, "member")),
    ];
    json!({ "changes": changes, "cursor": 3, "remaining": 0 }).to_string()
}

pub(crate) struct Device {
    folder: tempfile::TempDir,
    pub(crate) vault: MemoryVault,
    pub(crate) clock: SetClock,
}

impl Device {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            vault: MemoryVault::default(),
            clock: SetClock::at("2026-11-26T09:00:00Z"),
        }
    }

    pub(crate) fn start(&self, service: &FakeService) -> Dossier {
        start(self.folder.path(), &self.vault, &self.clock, service)
    }

    pub(crate) fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path().join("data")).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| !name.starts_with("settings"));
        names.sort();
        names
    }
}

pub(crate) async fn synchronise(dossier: &Dossier) -> SyncState {
    let account = dossier.account().await.unwrap();
    dossier.synchronise(&account).await
}

pub(crate) async fn phase(dossier: &Dossier) -> Phase {
    dossier.session().await.unwrap().phase
}

pub(crate) fn code(text: &str) -> Secret {
    Secret::new(text)
}

#[tokio::test]
async fn from_the_first_start_to_reading_without_the_network() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    assert_eq!(phase(&dossier).await, Phase::ChooseCaisse);
    assert_eq!(dossier.home().await.err(), Some(ApiError::SignedOut));
    dossier.choose_caisse("311".to_owned()).await.unwrap();
    assert_eq!(phase(&dossier).await, Phase::SignIn);
    dossier.sign_in(form()).await.unwrap();
    let session = dossier.session().await.unwrap();
    assert_eq!((session.phase, session.storage, session.ask_to_keep_code), (Phase::Open, Storage::Kept, true));
    assert!(!dossier.home().await.unwrap().fetched);
    assert_eq!(synchronise(&dossier).await, SyncState::Idle);
    assert_eq!(dossier.home().await.unwrap().first_name, "Camille");
    drop(dossier);

    let offline = FakeService::unreachable().await;
    let dossier = device.start(&offline);
    let session = dossier.session().await.unwrap();
    let member = session.member.unwrap();
    assert_eq!((session.phase, member.name.as_str()), (Phase::Locked, "Camille Morel"));
    assert_eq!(member.masked_nir, "2 06 12 •• ••• ••• ••");
    assert_eq!(dossier.home().await.err(), Some(ApiError::Locked));
    dossier.unlock(code("1234 5678")).await.unwrap();
    let home = dossier.home().await.unwrap();
    assert_eq!((home.fetched, home.last_payments.len()), (true, 1));
    assert_eq!(synchronise(&dossier).await, SyncState::Offline);
    assert_eq!(dossier.payments(protocol::payments::Filter::default()).await.unwrap().totals.received.get(), 1900);
}

#[tokio::test]
async fn entries_that_cannot_be_right_are_never_sent() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    let wrong = SignInForm { nir: Secret::new("2 06 12 75 111 005 65"), code: Secret::new(CODE) };
    assert!(matches!(dossier.sign_in(wrong).await, Err(ApiError::Invalid { .. })));
    let short = SignInForm { nir: Secret::new(NIR), code: Secret::new("123") };
    assert!(matches!(dossier.sign_in(short).await, Err(ApiError::Invalid { .. })));
    assert_eq!(service.count("POST"), 0);
    let unknown = SignInForm { nir: Secret::new(NIR), code: Secret::new("87654321") };
    assert_eq!(dossier.sign_in(unknown).await, Err(ApiError::WrongCredentials));
}

#[tokio::test]
async fn wrong_codes_are_slowed_down_and_a_restart_does_not_help() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    dossier.lock().await.unwrap();
    for retry_in in [0, 0, 30] {
        assert_eq!(dossier.unlock(code("99999999")).await, Err(ApiError::WrongCode { retry_in }));
    }
    assert_eq!(dossier.unlock(code(CODE)).await, Err(ApiError::TooManyAttempts { retry_in: 30 }));
    drop(dossier);
    let dossier = device.start(&service);
    device.clock.forward(10);
    assert_eq!(dossier.unlock(code(CODE)).await, Err(ApiError::TooManyAttempts { retry_in: 20 }));
    device.clock.forward(-86_400);
    assert_eq!(dossier.unlock(code(CODE)).await, Err(ApiError::TooManyAttempts { retry_in: 30 }));
    device.clock.forward(30);
    assert_eq!(dossier.unlock(code("99999999")).await, Err(ApiError::WrongCode { retry_in: 60 }));
    device.clock.forward(60);
    dossier.unlock(code(CODE)).await.unwrap();
    dossier.lock().await.unwrap();
    assert_eq!(dossier.unlock(code("99999999")).await, Err(ApiError::WrongCode { retry_in: 0 }));
}

#[tokio::test]
async fn logging_out_stays_out_and_keeps_the_file_for_the_same_member() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.choose_caisse("311".to_owned()).await.unwrap();
    dossier.sign_in(form()).await.unwrap();
    synchronise(&dossier).await;
    dossier.keep_code(true).await.unwrap();
    let files = device.files();
    dossier.sign_out(FileOnSignOut::Keep).await.unwrap();
    assert_eq!(phase(&dossier).await, Phase::SignedOut);
    assert_eq!(service.count("POST /v1/session/end"), 1);
    assert_eq!(dossier.unlock(code(CODE)).await, Err(ApiError::SignedOut));
    dossier.leave_signed_out().await.unwrap();
    assert_eq!(phase(&dossier).await, Phase::SignIn);
    drop(dossier);

    let dossier = device.start(&service);
    let session = dossier.session().await.unwrap();
    assert_eq!((session.phase, session.member), (Phase::SignIn, None));
    dossier.sign_in(form()).await.unwrap();
    assert!(dossier.home().await.unwrap().fetched, "the file is the same");
    assert!(dossier.session().await.unwrap().ask_to_keep_code);
    assert!(device.files().iter().all(|file| files.contains(file)));
}

#[tokio::test]
async fn logging_out_with_the_file_leaves_nothing_even_without_the_service() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    drop(dossier);
    let dossier = device.start(&FakeService::unreachable().await);
    assert_eq!(phase(&dossier).await, Phase::Locked);
    dossier.sign_out(FileOnSignOut::Remove).await.unwrap();
    assert!(device.files().is_empty());
}

#[tokio::test]
async fn without_a_keyring_the_session_works_and_keeps_nothing() {
    for fault in [Fault::Missing, Fault::Locked] {
        let (device, service) = (Device::new(), service().await);
        device.vault.set_fault(Some(fault));
        let dossier = device.start(&service);
        dossier.sign_in(form()).await.unwrap();
        let session = dossier.session().await.unwrap();
        assert_eq!((session.storage, session.ask_to_keep_code), (Storage::SessionOnly, false));
        synchronise(&dossier).await;
        dossier.lock().await.unwrap();
        dossier.unlock(code(CODE)).await.unwrap();
        assert!(dossier.home().await.unwrap().fetched, "a lock keeps what the session fetched");
        assert!(device.files().is_empty());
        drop(dossier);
        assert_eq!(phase(&device.start(&service)).await, Phase::ChooseCaisse);
    }
}

#[tokio::test]
async fn another_member_on_the_device_has_a_file_of_their_own() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    synchronise(&dossier).await;
    let other = SignInForm { nir: Secret::new("1 88 11 34 170 052"), code: Secret::new(CODE) };
    dossier.sign_in(other).await.unwrap();
    let (home, session) = (dossier.home().await.unwrap(), dossier.session().await.unwrap());
    assert!(!home.fetched && home.last_payments.is_empty());
    assert_eq!(session.member.unwrap().masked_nir, "1 88 11 •• ••• ••• ••");
    dossier.sign_out(FileOnSignOut::Remove).await.unwrap();
    dossier.sign_in(form()).await.unwrap();
    assert!(dossier.home().await.unwrap().fetched, "the first member's file was not touched");
}

#[tokio::test]
async fn a_damaged_file_is_set_aside_fetched_again_and_told_until_it_is_closed() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    synchronise(&dossier).await;
    dossier.lock().await.unwrap();
    let file = device.files().into_iter().find(|name| name.ends_with(".dossier")).unwrap();
    std::fs::write(device.folder.path().join("data").join(&file), vec![7; 20_000]).unwrap();
    dossier.unlock(code(CODE)).await.unwrap();
    assert!(dossier.session().await.unwrap().file_was_set_aside);
    assert!(dossier.session().await.unwrap().file_was_set_aside, "asking is not telling");
    assert!(device.files().contains(&file.replace(".dossier", ".damaged-1")));
    assert!(!dossier.home().await.unwrap().fetched);
    assert_eq!(synchronise(&dossier).await, SyncState::Idle);
    assert!(dossier.home().await.unwrap().fetched);
    dossier.lock().await.unwrap();
    dossier.unlock(code(CODE)).await.unwrap();
    assert!(!dossier.session().await.unwrap().file_was_set_aside);
}

#[tokio::test]
async fn an_ended_session_is_renewed_by_the_kept_code_only() {
    let device = Device::new();
    let service = FakeService::answering(|line, _| match line {
        "POST /v1/sign-in" => Reply::Json(200, signed_in()),
        _ => Reply::Json(401, "{}".to_owned()),
    })
    .await;
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    let ended = SyncState::Failed { because: SyncFailure::SessionEnded };
    assert_eq!(synchronise(&dossier).await, ended);
    assert_eq!(service.count("POST /v1/sign-in"), 1, "the code was not given to keep");
    assert_eq!(phase(&dossier).await, Phase::Open, "what is here stays readable");
    dossier.keep_code(true).await.unwrap();
    assert_eq!(synchronise(&dossier).await, ended);
    assert!(service.count("POST /v1/sign-in") > 1);
    let count = service.count("POST /v1/sign-in");
    dossier.settings(Settings { keep_code: false, ..Settings::default() }).await.unwrap();
    assert_eq!(synchronise(&dossier).await, ended);
    assert_eq!(service.count("POST /v1/sign-in"), count);
}

#[tokio::test]
async fn an_attestation_is_made_kept_seen_saved_and_removed_without_the_network() {
    let (device, service) = (Device::new(), service().await);
    let dossier = device.start(&service);
    dossier.sign_in(form()).await.unwrap();
    let request = protocol::documents::AttestationRequest { person: None, exemption: false };
    assert_eq!(dossier.preview_attestation(request.clone()).await.err(), Some(ApiError::NotFound));
    synchronise(&dossier).await;
    drop(dossier);
    let dossier = device.start(&FakeService::unreachable().await);
    dossier.unlock(code(CODE)).await.unwrap();
    let preview = dossier.preview_attestation(request.clone()).await.unwrap();
    assert!(preview.text.iter().any(|line| line.contains("Camille Morel")), "{:?}", preview.text);
    assert!(dossier.documents().await.unwrap().is_empty(), "looking keeps nothing");
    let id = dossier.make_attestation(request).await.unwrap();
    let view = dossier.view_document(id.clone()).await.unwrap();
    assert_eq!((view.pages.len(), view.pages[0].width), (1, 909));
    assert!(view.text.iter().any(|line| line.contains("Camille Morel")), "{:?}", view.text);
    let saved = dossier.save_document(id.clone()).await.unwrap();
    assert_eq!(saved.file_name, "attestation-de-droits-2026-11-26.pdf");
    let copy = std::fs::read(device.folder.path().join("downloads").join(&saved.file_name)).unwrap();
    assert!(copy.starts_with(b"%PDF-"));
    dossier.remove_document(id.clone()).await.unwrap();
    assert_eq!(dossier.view_document(id).await.err(), Some(ApiError::NotFound));
}
