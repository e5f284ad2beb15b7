//! What is typed, and how long it is kept.

use protocol::opening::{OpeningAnswer, OpeningDraft, OpeningStep, TermsAnswer};

use super::{CODE, Device, draft, go_on, on_to, service, typed};
use crate::Fault;

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
