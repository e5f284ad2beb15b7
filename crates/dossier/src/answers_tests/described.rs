//! The answers that the service describes, each with what the interface gets.

use std::collections::BTreeSet;

use protocol::entrance::Refusal;
use protocol::opening::WrongEntry;
use protocol::sync::SyncFailure;
use protocol::{Field, Problem};
use serde_json::Value;

use super::*;

/// What is asked, the status and body of the answer, and what comes of it.
struct Row(Asked, u16, Value, Told);

fn outcome(name: &str) -> Value {
    json!({ "outcome": name })
}

fn with(name: &str, more: Value) -> Value {
    let mut body = more;
    body["outcome"] = json!(name);
    body
}

/// The service says something in its own words, which are for developers.
fn said() -> Value {
    json!({ "error": "in words that no member is shown" })
}

fn idle() -> Told {
    Ok(Seen::Sync(SyncState::Idle))
}

fn failed(because: SyncFailure) -> Told {
    Ok(Seen::Sync(SyncState::Failed { because }))
}

fn correct(field: Field, problem: Problem) -> Told {
    Ok(Seen::Opening(OpeningAnswer::Correct { entries: vec![WrongEntry { field, problem }] }))
}

fn refused(refusal: Refusal) -> Row {
    let body = with("refused", json!({ "refusal": refusal }));
    Row(Asked::Entrance, 422, body, Err(ApiError::Refused { refusal }))
}

fn ways_in() -> Vec<Row> {
    let signed_in = || serde_json::from_str::<Value>(&signed_in()).unwrap();
    let step = |step: Value| with("entering", json!({ "entrance": "e", "expires_in": 9, "step": step }));
    let terms = || step(json!({ "step": "accept_terms" }));
    let waits = || ApiError::TooManyAttempts { retry_in: 30 };
    let msa = || ApiError::NoLongerInScheme { scheme: Some("MSA".to_owned()) };
    let no_scheme = json!({ "scheme": null });
    vec![
        Row(Asked::SignIn, 200, signed_in(), Ok(Seen::Phase(Phase::Open))),
        Row(Asked::SignIn, 200, terms(), Ok(Seen::Phase(Phase::Entering))),
        Row(Asked::SignIn, 401, outcome("wrong_credentials"), Err(ApiError::WrongCredentials)),
        Row(Asked::SignIn, 403, outcome("provisional_code_expired"), Err(ApiError::ProvisionalCodeExpired)),
        Row(Asked::SignIn, 403, with("no_longer_in_scheme", json!({ "scheme": "MSA" })), Err(msa())),
        Row(
            Asked::SignIn,
            403,
            with("no_longer_in_scheme", no_scheme),
            Err(ApiError::NoLongerInScheme { scheme: None }),
        ),
        Row(Asked::SignIn, 422, said(), Err(ApiError::ServiceUnavailable)),
        Row(Asked::SignIn, 429, with("too_many_attempts", json!({ "retry_in": 30 })), Err(waits())),
        Row(Asked::Entrance, 200, terms(), Ok(Seen::Phase(Phase::Entering))),
        Row(Asked::Entrance, 200, signed_in(), Ok(Seen::Phase(Phase::Open))),
        Row(Asked::Entrance, 403, with("no_longer_in_scheme", json!({ "scheme": "MSA" })), Err(msa())),
        Row(Asked::Entrance, 410, outcome("entrance_ended"), Err(ApiError::EntranceEnded)),
        Row(Asked::Entrance, 422, said(), Err(ApiError::ServiceUnavailable)),
        refused(Refusal::WrongEmailCode { left: 4 }),
        refused(Refusal::EmailCodeVoid),
        refused(Refusal::TooSoon { retry_in: 12 }),
        refused(Refusal::Entry { field: Field::NewCode, problem: Problem::Same }),
        refused(Refusal::OutOfPlace),
        Row(Asked::Forgotten, 202, Value::Null, Ok(Seen::Done)),
        Row(Asked::Forgotten, 422, said(), Err(ApiError::ServiceUnavailable)),
    ]
}

fn openings() -> Vec<Row> {
    let recognised = with("recognised", json!({ "opening": "token", "expires_in": 1800 }));
    let on = OpeningAnswer::Continue { step: OpeningStep::Terms };
    let waits = || ApiError::TooManyAttempts { retry_in: 30 };
    let email = json!({ "field": "email", "problem": "impossible" });
    vec![
        Row(Asked::Proof, 200, recognised, Ok(Seen::Opening(on))),
        Row(Asked::Proof, 403, outcome("not_recognised"), Ok(Seen::Opening(OpeningAnswer::NotRecognised))),
        Row(Asked::Proof, 409, outcome("already_open"), Ok(Seen::Opening(OpeningAnswer::AlreadyOpen))),
        Row(Asked::Proof, 422, said(), Err(ApiError::ServiceUnavailable)),
        Row(Asked::Proof, 429, with("too_many_attempts", json!({ "retry_in": 30 })), Err(waits())),
        Row(Asked::Finish, 200, outcome("opened"), Ok(Seen::Opening(OpeningAnswer::Opened))),
        Row(Asked::Finish, 409, outcome("already_open"), Ok(Seen::Opening(OpeningAnswer::AlreadyOpen))),
        // The proof is given again, once; a service that still finds it too old is broken.
        Row(Asked::Finish, 410, outcome("proof_over"), Err(ApiError::ServiceUnavailable)),
        Row(Asked::Finish, 422, with("refused", email), correct(Field::Email, Problem::Impossible)),
        Row(Asked::Finish, 422, said(), Err(ApiError::ServiceUnavailable)),
    ]
}

fn sessions() -> Vec<Row> {
    let ended = |because: &str| json!({ "device": "device", "because": because });
    let tokens = || serde_json::from_str::<Value>(&tokens()).unwrap();
    let page = || serde_json::from_str::<Value>(&page()).unwrap();
    let signed_out = || Ok(Seen::Phase(Phase::SignedOut));
    let pdf = || json!(String::from_utf8_lossy(PDF));
    vec![
        Row(Asked::Refresh, 200, tokens(), idle()),
        Row(Asked::Refresh, 401, said(), failed(SyncFailure::SessionEnded)),
        Row(Asked::Refresh, 403, ended("other_device"), failed(SyncFailure::SessionEnded)),
        Row(Asked::Refresh, 403, ended("account_closed"), failed(SyncFailure::SessionEnded)),
        Row(Asked::EndSession, 204, Value::Null, signed_out()),
        Row(Asked::EndSession, 401, said(), signed_out()),
        Row(Asked::EndDevice, 204, Value::Null, Ok(Seen::Done)),
        Row(Asked::EndDevice, 401, said(), Err(ApiError::SessionEnded)),
        Row(Asked::EndDevice, 404, said(), Err(ApiError::NotFound)),
        Row(Asked::Changes, 200, page(), idle()),
        Row(Asked::Changes, 304, Value::Null, idle()),
        Row(Asked::Changes, 400, said(), failed(SyncFailure::Service)),
        Row(Asked::Changes, 401, said(), failed(SyncFailure::SessionEnded)),
        // Started again once; a service that forgets the beginning too is broken.
        Row(Asked::Changes, 410, said(), failed(SyncFailure::Service)),
        Row(Asked::Content, 200, pdf(), idle()),
        Row(Asked::Content, 206, pdf(), idle()),
        Row(Asked::Content, 304, Value::Null, failed(SyncFailure::Service)),
        Row(Asked::Content, 401, said(), failed(SyncFailure::SessionEnded)),
        Row(Asked::Content, 404, said(), failed(SyncFailure::Service)),
        Row(Asked::Content, 416, said(), failed(SyncFailure::Service)),
    ]
}

fn oneself() -> Vec<Row> {
    let wait = |retry_in: u64| json!({ "retry_in": retry_in });
    let same = json!({ "field": "new_code", "problem": "own_number" });
    let invalid = ApiError::Invalid { field: Field::NewCode, problem: Problem::OwnNumber };
    vec![
        Row(Asked::Close, 200, outcome("closed"), Ok(Seen::Phase(Phase::SignedOut))),
        Row(Asked::Close, 401, said(), Err(ApiError::SessionEnded)),
        Row(Asked::Close, 403, with("wrong_code", wait(0)), Err(ApiError::WrongCode { retry_in: 0 })),
        Row(Asked::Close, 429, with("too_many_attempts", wait(30)), Err(ApiError::TooManyAttempts { retry_in: 30 })),
        Row(Asked::Change, 200, outcome("done"), Ok(Seen::Done)),
        Row(Asked::Change, 401, said(), Err(ApiError::SessionEnded)),
        Row(Asked::Change, 403, with("wrong_code", wait(30)), Err(ApiError::WrongCode { retry_in: 30 })),
        Row(Asked::Change, 409, said(), Err(ApiError::ServiceUnavailable)),
        Row(Asked::Change, 422, with("refused", same), Err(invalid)),
        Row(Asked::Change, 422, said(), Err(ApiError::ServiceUnavailable)),
        Row(Asked::Change, 429, with("too_many_attempts", wait(60)), Err(ApiError::TooManyAttempts { retry_in: 60 })),
    ]
}

fn table() -> Vec<Row> {
    [ways_in(), openings(), sessions(), oneself()].into_iter().flatten().collect()
}

#[tokio::test]
async fn each_described_answer_leads_to_its_own_screen_or_words() {
    for Row(asked, status, body, expected) in table() {
        let bytes = match (&body, asked) {
            (Value::Null, _) => Vec::new(),
            // No JSON: the document itself.
            (Value::String(text), Asked::Content) => text.clone().into_bytes(),
            (body, _) => body.to_string().into_bytes(),
        };
        // Signing in, or changes, on the way to what is asked is answered as usual.
        let service = service(asked, move || content(status, &bytes)).await;
        let device = Device::new();
        let dossier = device.start(&service);
        asked.prepare(&dossier).await;
        assert_eq!(asked.ask(&dossier).await, expected, "{asked:?} {status} {body}");
        assert!(service.count(asked.line()) > 0, "{asked:?} was not asked");
    }
}

#[test]
fn the_table_has_every_status_that_the_service_describes() {
    let snapshot = "/../service/tests/http/snapshots/http__pages__the_description_lists_every_route.snap";
    let described = std::fs::read_to_string(format!("{}{snapshot}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for asked in Asked::ALL {
        let line = described.lines().find(|line| line.starts_with(asked.line())).unwrap();
        let described: BTreeSet<u16> =
            line.split_once("-> ").unwrap().1.split(' ').map(|status| status.parse().unwrap()).collect();
        let rows: BTreeSet<u16> = table().iter().filter(|row| row.0 == asked).map(|row| row.1).collect();
        assert_eq!(rows, described, "{asked:?}");
    }
}
