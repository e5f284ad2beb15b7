//! What a step wants, before anything is sent.

use protocol::opening::{OpeningAnswer, OpeningEntries, OpeningStep, TermsAnswer, WrongEntry};
use protocol::phone::PhoneEntry;
use protocol::{Field, Problem};

use super::{CODE, Device, draft, go_on, on_to, service, typed};
use crate::testing::NIR;

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
