use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use protocol::opening::{
    ContinueOpening, OpeningAnswer, OpeningDraft, OpeningEntries, OpeningStep, TermsAnswer, TypedCode, WrongEntry,
};
use protocol::phone::PhoneEntry;
use protocol::{ApiError, Field, Problem, Secret};
use serde_json::json;

use crate::testing::{FakeService, NIR, Reply, SetClock, start};
use crate::{Dossier, Fault, MemoryVault};

const CODE: &str = "271828182845";

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

    /// Every file's name and bytes.
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries = std::fs::read_dir(self.folder.path().join("data")).unwrap().map(|entry| entry.unwrap().path());
        entries
            .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(path).unwrap()))
            .filter(|(name, _)| !name.starts_with("settings"))
            .collect()
    }
}

fn entries() -> OpeningEntries {
    OpeningEntries {
        scheme: "general".to_owned(),
        birth_name: "Delcourt".to_owned(),
        nir: NIR.to_owned(),
        birth_date: "14/12/2006".to_owned(),
        postal_code: "31000".to_owned(),
        iban_end: "12 345 67".to_owned(),
        serial_end: "123 4567 8901".to_owned(),
        terms: TermsAnswer::Accepted,
        email: "manon@exemple.fr".to_owned(),
        email_again: "Manon@exemple.fr".to_owned(),
        ..OpeningEntries::default()
    }
}

fn draft(step: OpeningStep, change: impl FnOnce(&mut OpeningEntries)) -> OpeningDraft {
    let mut entries = entries();
    change(&mut entries);
    OpeningDraft { step, entries, ..OpeningDraft::default() }
}

fn typed(code: &str, again: &str) -> Option<TypedCode> {
    Some(TypedCode { code: Secret::new(code), again: Secret::new(again) })
}

async fn go_on(dossier: &Dossier, draft: OpeningDraft, code: Option<TypedCode>) -> Result<OpeningAnswer, ApiError> {
    dossier.continue_opening(ContinueOpening { draft, code }).await
}

fn on_to(step: OpeningStep) -> Result<OpeningAnswer, ApiError> {
    Ok(OpeningAnswer::Continue { step })
}

fn recognised() -> Reply {
    Reply::Json(200, json!({ "outcome": "recognised", "opening": "token", "expires_in": 1800 }).to_string())
}

/// Recognises every proof, and lets the first openings fail as told.
async fn service(first_finishes: Vec<Reply>) -> FakeService {
    let first = Mutex::new(first_finishes);
    FakeService::answering(move |line, _| match line {
        "POST /v1/opening/proof" => recognised(),
        "POST /v1/opening/finish" => match first.lock().unwrap().pop() {
            Some(reply) => reply,
            None => Reply::Json(200, json!({ "outcome": "opened" }).to_string()),
        },
        "POST /v1/sign-in" => Reply::Json(401, json!({ "outcome": "wrong_credentials" }).to_string()),
        _ => Reply::Json(202, String::new()),
    })
    .await
}

#[tokio::test]
async fn each_step_says_all_that_is_wrong_with_it_before_anything_is_sent() {
    let (device, service) = (Device::new(), service(Vec::new()).await);
    let dossier = device.start(&service);
    type Row = (OpeningStep, fn(&mut OpeningEntries), &'static [(Field, Problem)]);
    let table: [Row; 15] = [
        (OpeningStep::Scheme, |own| own.scheme.clear(), &[(Field::Scheme, Problem::Empty)]),
        (
            OpeningStep::Identity,
            |own| *own = OpeningEntries::default(),
            &[
                (Field::BirthName, Problem::Empty),
                (Field::Nir, Problem::Empty),
                (Field::BirthDate, Problem::Empty),
                (Field::PostalCode, Problem::Empty),
            ],
        ),
        (OpeningStep::Identity, |own| own.birth_name = " - ".to_owned(), &[(Field::BirthName, Problem::Empty)]),
        (OpeningStep::Identity, |own| own.nir.push('0'), &[(Field::Nir, Problem::TooLong)]),
        (OpeningStep::Identity, |own| own.nir = NIR.replace("64", "46"), &[(Field::Nir, Problem::KeyMismatch)]),
        (OpeningStep::Identity, |own| own.birth_date = "juin".to_owned(), &[(Field::BirthDate, Problem::NotDigits)]),
        (
            OpeningStep::Identity,
            |own| own.birth_date = "27/11/2026".to_owned(),
            &[(Field::BirthDate, Problem::Impossible)],
        ),
        (OpeningStep::Identity, |own| own.postal_code = "310".to_owned(), &[(Field::PostalCode, Problem::TooShort)]),
        (
            OpeningStep::Proof,
            |own| (own.iban_end, own.serial_end) = ("123".to_owned(), String::new()),
            &[(Field::IbanEnd, Problem::TooShort), (Field::SerialEnd, Problem::Empty)],
        ),
        (OpeningStep::Proof, |own| own.iban_end = "12345678".to_owned(), &[(Field::IbanEnd, Problem::TooLong)]),
        (OpeningStep::Terms, |own| own.terms = TermsAnswer::None, &[(Field::Terms, Problem::Empty)]),
        (OpeningStep::Code, |_| {}, &[(Field::NewCode, Problem::Empty)]),
        (
            OpeningStep::Contact,
            |own| (own.email, own.email_again) = ("nobody".to_owned(), String::new()),
            &[(Field::Email, Problem::Impossible), (Field::EmailAgain, Problem::Empty)],
        ),
        (
            OpeningStep::Contact,
            |own| own.email_again = "nathan@exemple.fr".to_owned(),
            &[(Field::EmailAgain, Problem::Different)],
        ),
        (
            OpeningStep::Contact,
            |own| own.mobile = PhoneEntry { country: "fr".to_owned(), number: "05 36 49 12 34".to_owned() },
            &[(Field::Mobile, Problem::OtherKind)],
        ),
    ];
    for (step, change, wrong) in table {
        let answer = go_on(&dossier, draft(step, change), None).await;
        let entries = wrong.iter().map(|(field, problem)| WrongEntry { field: *field, problem: *problem }).collect();
        assert_eq!(answer, Ok(OpeningAnswer::Correct { entries }), "{step:?}");
    }
    assert_eq!(service.count("POST"), 0);
}

#[tokio::test]
async fn a_code_is_held_to_the_policy_and_typed_twice() {
    let (device, service) = (Device::new(), service(Vec::new()).await);
    let dossier = device.start(&service);
    for (code, again, wrong) in [
        ("", "", vec![(Field::NewCode, Problem::Empty)]),
        ("1234567", "1234567", vec![(Field::NewCode, Problem::TooShort)]),
        ("12345678", "12345678", vec![(Field::NewCode, Problem::Sequence)]),
        ("11111111", "11111111", vec![(Field::NewCode, Problem::Repeated)]),
        ("14122006", "14122006", vec![(Field::NewCode, Problem::BirthDate)]),
        ("20612751", "20612751", vec![(Field::NewCode, Problem::OwnNumber)]),
        (CODE, "27182818", vec![(Field::NewCodeAgain, Problem::Different)]),
        (CODE, "", vec![(Field::NewCodeAgain, Problem::Empty)]),
    ] {
        let answer = go_on(&dossier, draft(OpeningStep::Code, |_| {}), typed(code, again)).await;
        let entries = wrong.into_iter().map(|(field, problem)| WrongEntry { field, problem }).collect();
        assert_eq!(answer, Ok(OpeningAnswer::Correct { entries }), "{code}");
    }
    let answer = go_on(&dossier, draft(OpeningStep::Code, |_| {}), typed(" 2718 2818 2845", CODE)).await;
    assert_eq!(answer, on_to(OpeningStep::Contact));
    assert_eq!(dossier.opening().await.unwrap().unwrap().code_length, Some(12));
}

#[tokio::test]
async fn a_scheme_with_a_service_of_its_own_is_named_and_nothing_is_sent() {
    let (device, service) = (Device::new(), service(Vec::new()).await);
    let dossier = device.start(&service);
    let answer = go_on(&dossier, draft(OpeningStep::Scheme, |own| own.scheme = "msa".to_owned()), None).await;
    let Ok(OpeningAnswer::OtherScheme { scheme, service: named }) = answer else { panic!("{answer:?}") };
    assert!(scheme == "MSA" && named.contains("MSA"));
    let answer = go_on(&dossier, draft(OpeningStep::Scheme, |own| own.scheme = "camieg".to_owned()), None).await;
    assert_eq!(answer, on_to(OpeningStep::Identity));
    assert_eq!(service.count("POST"), 0);
}

#[tokio::test]
async fn what_was_typed_outlives_the_app_encrypted_and_the_code_does_not() {
    let (device, service) = (Device::new(), service(Vec::new()).await);
    let dossier = device.start(&service);
    assert!(dossier.opening().await.unwrap().is_none());
    assert!(device.files().is_empty());
    go_on(&dossier, draft(OpeningStep::Code, |_| {}), typed(CODE, CODE)).await.unwrap();
    let kept = draft(OpeningStep::Contact, |own| own.landline.number = "05 36 49 12 34".to_owned());
    dossier.keep_opening(kept.clone()).await.unwrap();
    drop(dossier);

    for (name, bytes) in device.files() {
        for secret in ["Delcourt", "DELCOURT", "2061275111005", "manon", "12345678901", CODE, "05 36 49"] {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret.as_bytes()), "{secret} in {name}");
        }
    }
    let dossier = device.start(&service);
    let opening = dossier.opening().await.unwrap().unwrap();
    assert!(opening.draft == kept && opening.code_length.is_none());
    // The code is asked again, the rest is not.
    let answer = go_on(&dossier, kept.clone(), None).await;
    assert_eq!(answer, on_to(OpeningStep::Code));
    let answer = go_on(&dossier, OpeningDraft { step: OpeningStep::Code, ..kept.clone() }, typed(CODE, CODE)).await;
    assert_eq!(answer, on_to(OpeningStep::Contact));
    assert_eq!(go_on(&dossier, kept, None).await, Ok(OpeningAnswer::Opened));
    assert!(device.files().is_empty());
    assert!(dossier.opening().await.unwrap().is_none());
}

#[tokio::test]
async fn leaving_or_refusing_the_terms_leaves_nothing() {
    let (device, service) = (Device::new(), service(Vec::new()).await);
    let dossier = device.start(&service);
    dossier.keep_opening(draft(OpeningStep::Terms, |_| {})).await.unwrap();
    assert!(!device.files().is_empty());
    dossier.leave_opening().await.unwrap();
    assert!(device.files().is_empty());
    let refused = draft(OpeningStep::Terms, |own| own.terms = TermsAnswer::Refused);
    assert_eq!(go_on(&dossier, refused, None).await, Ok(OpeningAnswer::TermsRefused));
    assert!(device.files().is_empty() && dossier.opening().await.unwrap().is_none());
    drop(dossier);
    assert!(device.start(&service).opening().await.unwrap().is_none());
    assert_eq!(service.count("POST"), 0);
}

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

#[tokio::test]
async fn without_a_keyring_the_draft_lives_as_long_as_the_app() {
    let (device, service) = (Device::new(), service(Vec::new()).await);
    device.vault.set_fault(Some(Fault::Missing));
    let dossier = device.start(&service);
    dossier.keep_opening(draft(OpeningStep::Identity, |_| {})).await.unwrap();
    assert!(dossier.opening().await.unwrap().is_some());
    assert!(device.files().is_empty());
    drop(dossier);
    assert!(device.start(&service).opening().await.unwrap().is_none());
}
