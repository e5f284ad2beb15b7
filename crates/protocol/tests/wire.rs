//! What travels, as it travels: a change here is a change for every client.

use insurance::{ActKind, Cents, DeductionKind, Rate};
use jiff::civil::{date, datetime};
use protocol::entrance::{Act, ChooseBecause, Details, GoOn, Refusal, Step};
use protocol::payments::{CareLine, CareRef, Deduction, Filter, Nature, PaidBeneficiary, Payee, Payment, Period};
use protocol::profile::{Masked, Reveal};
use protocol::sign_in::{SignInOutcome, Tokens};
use protocol::sync::{Change, ChangesPage, Cursor, SyncFailure, SyncState, SyncStatus};
use protocol::{ApiError, BeneficiaryId, CareId, DeviceId, Field, PaymentId, Problem, Secret};

fn payment() -> Payment {
    let person = BeneficiaryId::new("b-1");
    let line = |id: &str| CareLine {
        id: CareId::new(id),
        act: ActKind::Consultation,
        label: "Consultation".into(),
        provider: Some("Dr Lenoir".into()),
        date: date(2026, 11, 12),
        until: None,
        quantity: 1,
        paid: Cents::new(3000),
        base: Cents::new(3000),
        rate: Rate::basis_points(7000),
        reimbursed: Cents::new(2100),
    };
    Payment {
        id: PaymentId::new("p-1"),
        paid_on: date(2026, 11, 19),
        nature: Nature::Care,
        amount: Cents::new(1700),
        payee: Payee::Member { account_end: "4471".into() },
        beneficiaries: vec![PaidBeneficiary { beneficiary: person.clone(), lines: vec![line("c-1")] }],
        deductions: ["c-1", "c-0"]
            .map(|care| Deduction {
                kind: DeductionKind::FlatContribution,
                beneficiary: person.clone(),
                amount: Cents::new(200),
                care: CareRef { id: CareId::new(care), act: ActKind::Biology, provider: None, date: date(2026, 9, 8) },
            })
            .to_vec(),
        transmission: None,
    }
}

#[test]
fn a_payment_travels_like_this() {
    insta::assert_json_snapshot!(payment());
}

#[test]
fn a_payment_comes_back_as_it_was_sent() {
    let text = serde_json::to_string(&payment()).unwrap();
    assert_eq!(serde_json::from_str::<Payment>(&text).unwrap(), payment());
}

#[test]
fn a_payment_without_deductions_may_leave_them_out() {
    let mut value = serde_json::to_value(payment()).unwrap();
    value.as_object_mut().unwrap().remove("deductions");
    assert_eq!(serde_json::from_value::<Payment>(value).unwrap().deductions, []);
}

#[test]
fn a_page_of_changes_travels_like_this() {
    let page = r#"{"changes":[{"kind":"payment","id":"p-1","version":3,"body":{"a":1}},{"kind":"beneficiary","id":"b-2","version":2,"body":null}],"cursor":42,"remaining":7}"#;
    let read: ChangesPage = serde_json::from_str(page).unwrap();
    assert_eq!(read.cursor, Cursor(42));
    let Change { version, body, .. } = &read.changes[0];
    assert_eq!((*version, body.as_ref().unwrap().get()), (3, r#"{"a":1}"#));
    assert!(read.changes[1].body.is_none());
    assert_eq!(serde_json::to_string(&read).unwrap(), page);
}

#[test]
fn outcomes_of_signing_in_travel_like_this() {
    insta::assert_json_snapshot!([
        SignInOutcome::SignedIn {
            tokens: Tokens { access: Secret::new("a"), refresh: Secret::new("r"), expires_in: 300 },
            device: DeviceId::new("d-1"),
            trust: Secret::new("t"),
        },
        SignInOutcome::Entering {
            entrance: Secret::new("e"),
            expires_in: 1800,
            step: Step::EmailCode { to: "c•••@exemple.fr".into(), sent: true, again_in: 30 },
        },
        SignInOutcome::WrongCredentials,
        SignInOutcome::TooManyAttempts { retry_in: 30 },
        SignInOutcome::ProvisionalCodeExpired,
        SignInOutcome::NoLongerInScheme { scheme: Some("MSA".into()) },
        SignInOutcome::Refused { refusal: Refusal::WrongEmailCode { left: 4 } },
        SignInOutcome::EntranceEnded,
    ]);
}

#[test]
fn steps_of_the_way_in_travel_like_this() {
    let to = || "c•••@exemple.fr".to_owned();
    let details = Details {
        address: vec!["Camille Morel".into(), "31000 TOULOUSE".into()],
        email: Some("camille.morel@exemple.fr".into()),
        mobile: None,
        landline: None,
    };
    insta::assert_json_snapshot!((
        [
            Step::EmailCode { to: to(), sent: false, again_in: 0 },
            Step::ChooseCode { because: ChooseBecause::Provisional },
            Step::AcceptTerms,
            Step::GiveEmail,
            Step::ConfirmEmail { to: to(), again_in: 30 },
            Step::ConfirmDetails { details },
        ],
        [
            Act::Look,
            Act::SendEmailCode,
            Act::EnterEmailCode { digits: Secret::new("012345") },
            Act::ChooseCode { code: Secret::new("48213957") },
            Act::AcceptTerms,
            Act::GiveEmail { email: "camille.morel@exemple.fr".into() },
            Act::SendLink,
            Act::ConfirmDetails,
            Act::Later,
            Act::Leave,
        ]
        .map(|act| GoOn { entrance: Secret::new("e"), act }),
    ));
}

#[test]
fn the_bridge_speaks_like_this() {
    insta::assert_json_snapshot!((
        [
            ApiError::Invalid { field: Field::Nir, problem: Problem::KeyMismatch },
            ApiError::WrongCode { retry_in: 30 },
            ApiError::Offline,
            ApiError::Internal { reference: "AB12CD34".into() },
        ],
        [
            Filter::default(),
            Filter {
                person: Some(BeneficiaryId::new("b-1")),
                nature: Some(Nature::ThirdParty),
                period: Period::Between { from: date(2026, 1, 1), to: date(2026, 1, 31) },
            },
        ],
        SyncStatus {
            state: SyncState::Failed { because: SyncFailure::SomeKinds },
            complete_at: Some(datetime(2026, 11, 18, 9, 12, 0, 0)),
            now: datetime(2026, 11, 18, 9, 14, 0, 0),
            failed_kinds: vec!["payment".into()],
        },
        Masked { shown: "••••".into(), reveal: Reveal::Nir { person: BeneficiaryId::new("b-1") } },
    ));
}
