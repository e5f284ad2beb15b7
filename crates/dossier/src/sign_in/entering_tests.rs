use std::sync::{Arc, Mutex};

use protocol::entrance::{Act, ChooseBecause, Refusal, Step};
use protocol::sign_in::Phase;
use protocol::sync::{SyncFailure, SyncState};
use protocol::{ApiError, Field, Problem, Secret};
use serde_json::{Value, json};

use crate::testing::{CODE, FakeService, Reply, SetClock, form, start};
use crate::{Dossier, MemoryVault};

const NEW_CODE: &str = "730519284615";

fn entering(step: Value) -> String {
    json!({ "outcome": "entering", "entrance": "secret-entrance", "expires_in": 1800, "step": step }).to_string()
}

fn signed_in() -> String {
    let tokens = json!({ "access": "good", "refresh": "next", "expires_in": 600 });
    json!({ "outcome": "signed_in", "tokens": tokens, "device": "device", "trust": "trust" }).to_string()
}

/// A service that answers a sign-in with `first`, and each act from the list.
async fn service(first: String, acts: Vec<(u16, String)>) -> (FakeService, Arc<Mutex<Vec<String>>>) {
    let (bodies, acts) = (Arc::new(Mutex::new(Vec::new())), Mutex::new(acts.into_iter()));
    let log = Arc::clone(&bodies);
    let service = FakeService::answering(move |line, body| {
        log.lock().unwrap().push(body.to_owned());
        match line {
            "POST /v1/sign-in" => Reply::Json(200, first.clone()),
            "POST /v1/entrance" => match acts.lock().unwrap().next() {
                Some((status, body)) => Reply::Json(status, body),
                None => Reply::Json(410, json!({ "outcome": "entrance_ended" }).to_string()),
            },
            _ => Reply::Json(200, json!({ "changes": [], "cursor": 0, "remaining": 0 }).to_string()),
        }
    })
    .await;
    (service, bodies)
}

struct Device {
    folder: tempfile::TempDir,
    vault: MemoryVault,
    clock: SetClock,
}

impl Device {
    fn new() -> Self {
        let (folder, clock) = (tempfile::tempdir().unwrap(), SetClock::at("2026-11-26T09:00:00Z"));
        Self { folder, vault: MemoryVault::default(), clock }
    }

    async fn start(&self, service: &FakeService) -> Dossier {
        let dossier = start(self.folder.path(), &self.vault, &self.clock, service);
        dossier.choose_caisse("311".to_owned()).await.unwrap();
        dossier
    }
}

async fn stands(dossier: &Dossier) -> (Phase, Option<Step>) {
    let session = dossier.session().await.unwrap();
    let text = serde_json::to_string(&session).unwrap();
    assert!(!text.contains("secret-entrance") && !text.contains(CODE), "the interface sees a secret");
    (session.phase, session.step)
}

fn choose(code: &str) -> Act {
    Act::ChooseCode { code: Secret::new(code) }
}

#[tokio::test]
async fn the_code_chosen_on_the_way_opens_the_file_from_then_on() {
    let step = json!({ "step": "choose_code", "because": "provisional" });
    let terms = (200, entering(json!({ "step": "accept_terms" })));
    let (service, bodies) = service(entering(step), vec![terms, (200, signed_in())]).await;
    let device = Device::new();
    let dossier = device.start(&service).await;
    dossier.sign_in(form()).await.unwrap();
    let choosing = Step::ChooseCode { because: ChooseBecause::Provisional };
    assert_eq!(stands(&dossier).await, (Phase::Entering, Some(choosing)));
    let weak = ApiError::Invalid { field: Field::NewCode, problem: Problem::Sequence };
    assert_eq!(dossier.go_on(choose("1234 5678")).await, Err(weak));
    dossier.go_on(choose("7305 1928 4615")).await.unwrap();
    assert_eq!(stands(&dossier).await, (Phase::Entering, Some(Step::AcceptTerms)));
    assert_eq!(dossier.home().await.err(), Some(ApiError::SignedOut));
    dossier.go_on(Act::AcceptTerms).await.unwrap();
    assert_eq!(stands(&dossier).await, (Phase::Open, None));
    assert!(bodies.lock().unwrap().iter().filter(|body| body.contains(NEW_CODE)).count() == 1);
    dossier.lock().await.unwrap();
    assert!(matches!(dossier.unlock(Secret::new(CODE)).await, Err(ApiError::WrongCode { .. })));
    dossier.unlock(Secret::new(NEW_CODE)).await.unwrap();
}

#[tokio::test]
async fn digits_are_asked_for_when_the_member_is_there_and_too_many_are_said() {
    let step = |sent: bool| json!({ "step": "email_code", "to": "c•••@exemple.fr", "sent": sent, "again_in": 0 });
    let too_soon = json!({ "outcome": "refused", "refusal": { "refused": "too_soon", "retry_in": 900 } }).to_string();
    let wrong = json!({ "outcome": "refused", "refusal": { "refused": "wrong_email_code", "left": 4 } }).to_string();
    let sent = (200, entering(step(true)));
    let (service, bodies) = service(entering(step(false)), vec![sent, (422, wrong), (422, too_soon)]).await;
    let device = Device::new();
    let dossier = device.start(&service).await;
    dossier.sign_in(form()).await.unwrap();
    assert!(matches!(stands(&dossier).await.1, Some(Step::EmailCode { sent: true, .. })));
    assert!(bodies.lock().unwrap().iter().any(|body| body.contains("send_email_code")));
    let short = ApiError::Invalid { field: Field::EmailCode, problem: Problem::TooShort };
    let enter = |digits: &str| Act::EnterEmailCode { digits: Secret::new(digits) };
    assert_eq!(dossier.go_on(enter("12 345")).await, Err(short));
    let wrong = Refusal::WrongEmailCode { left: 4 };
    assert_eq!(dossier.go_on(enter("123 456")).await, Err(ApiError::Refused { refusal: wrong }));
    assert!(matches!(stands(&dossier).await.1, Some(Step::EmailCode { .. })), "the step stays");
    dossier.sign_in(form()).await.unwrap();
    assert!(matches!(stands(&dossier).await.1, Some(Step::EmailCode { sent: false, again_in: 900, .. })));
}

#[tokio::test]
async fn turning_back_being_away_and_the_service_end_the_way_in() {
    let terms = || entering(json!({ "step": "accept_terms" }));
    let ended = (410, json!({ "outcome": "entrance_ended" }).to_string());
    let (service, bodies) = service(terms(), vec![ended]).await;
    let device = Device::new();
    let dossier = device.start(&service).await;
    dossier.sign_in(form()).await.unwrap();
    dossier.leave_entrance().await.unwrap();
    assert_eq!(stands(&dossier).await, (Phase::SignIn, None));
    assert!(bodies.lock().unwrap().iter().any(|body| body.contains("leave")));
    assert_eq!(dossier.go_on(Act::AcceptTerms).await, Err(ApiError::EntranceEnded));

    dossier.sign_in(form()).await.unwrap();
    device.clock.forward(19 * 60);
    dossier.leave_when_away();
    assert_eq!(stands(&dossier).await.0, Phase::Entering);
    device.clock.forward(60);
    dossier.leave_when_away();
    assert_eq!(stands(&dossier).await, (Phase::SignIn, None));

    dossier.sign_in(form()).await.unwrap();
    assert_eq!(dossier.go_on(Act::AcceptTerms).await, Err(ApiError::EntranceEnded));
    assert_eq!(stands(&dossier).await, (Phase::SignIn, None));
    drop(dossier);
    assert_eq!(stands(&device.start(&service).await).await, (Phase::SignIn, None), "nothing of it is kept");
}

#[tokio::test]
async fn an_address_that_is_not_confirmed_yet_is_said() {
    let step = || entering(json!({ "step": "confirm_email", "to": "c•••@exemple.fr", "again_in": 0 }));
    let (service, _) = service(step(), vec![(200, step()), (200, signed_in())]).await;
    let device = Device::new();
    let dossier = device.start(&service).await;
    dossier.sign_in(form()).await.unwrap();
    assert_eq!(dossier.go_on(Act::Look).await, Err(ApiError::Refused { refusal: Refusal::NotYet }));
    dossier.go_on(Act::Look).await.unwrap();
    assert_eq!(stands(&dossier).await, (Phase::Open, None));
}

#[tokio::test]
async fn turning_back_from_an_account_that_is_open_leads_back_to_it() {
    let first = Mutex::new(vec![entering(json!({ "step": "accept_terms" })), signed_in()]);
    let service = FakeService::answering(move |line, _| match line {
        "POST /v1/sign-in" => Reply::Json(200, first.lock().unwrap().pop().unwrap()),
        "POST /v1/entrance" => Reply::Json(410, json!({ "outcome": "entrance_ended" }).to_string()),
        _ => Reply::Json(401, "{}".to_owned()),
    })
    .await;
    let device = Device::new();
    let dossier = device.start(&service).await;
    dossier.sign_in(form()).await.unwrap();
    assert_eq!(stands(&dossier).await, (Phase::Open, None));
    dossier.sign_in(form()).await.unwrap();
    assert_eq!(stands(&dossier).await, (Phase::Entering, Some(Step::AcceptTerms)));
    assert!(dossier.home().await.is_ok(), "what is here stays readable");
    dossier.leave_entrance().await.unwrap();
    assert_eq!(stands(&dossier).await, (Phase::Open, None));
}

#[tokio::test]
async fn synchronisation_that_signs_in_by_itself_asks_for_no_e_mail() {
    let step = json!({ "step": "email_code", "to": "c•••@exemple.fr", "sent": false, "again_in": 0 });
    let answers = Mutex::new(vec![entering(step.clone()), entering(step), signed_in()]);
    let service = FakeService::answering(move |line, _| match line {
        "POST /v1/sign-in" => match answers.lock().unwrap().pop() {
            Some(answer) => Reply::Json(200, answer),
            None => Reply::Json(401, json!({ "outcome": "wrong_credentials" }).to_string()),
        },
        _ => Reply::Json(401, "{}".to_owned()),
    })
    .await;
    let device = Device::new();
    let dossier = device.start(&service).await;
    dossier.sign_in(form()).await.unwrap();
    dossier.keep_code(true).await.unwrap();
    let account = dossier.account().await.unwrap();
    let ended = SyncState::Failed { because: SyncFailure::SessionEnded };
    assert_eq!(dossier.synchronise(&account).await, ended);
    assert!(service.count("POST /v1/sign-in") > 1);
    assert_eq!(service.count("POST /v1/entrance"), 0);
    assert_eq!(stands(&dossier).await, (Phase::Open, None), "what is here stays readable");
}
