//! Every answer to signing in, as a table.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::Server;

/// Who, with which code (none for their own), and what the service answers.
const TABLE: &[(&str, Option<&str>, StatusCode, &str)] = &[
    ("Famille avec jumeaux", None, StatusCode::OK, r#"{"outcome":"signed_in"}"#),
    ("Famille avec jumeaux", Some("00000000"), StatusCode::UNAUTHORIZED, r#"{"outcome":"wrong_credentials"}"#),
    (
        "4 chiffres",
        None,
        StatusCode::OK,
        r#"{"outcome":"entering","step":{"step":"choose_code","because":"provisional"}}"#,
    ),
    (
        "8 chiffres",
        None,
        StatusCode::OK,
        r#"{"outcome":"entering","step":{"step":"choose_code","because":"provisional"}}"#,
    ),
    (
        "a trop servi",
        None,
        StatusCode::OK,
        r#"{"outcome":"entering","step":{"step":"choose_code","because":"expired"}}"#,
    ),
    ("Conditions d’utilisation", None, StatusCode::OK, r#"{"outcome":"entering","step":{"step":"accept_terms"}}"#),
    (
        "services encore fermés",
        None,
        StatusCode::OK,
        r#"{"outcome":"entering","step":{"step":"confirm_email","to":"a•••@exemple.fr","again_in":0}}"#,
    ),
    ("Coordonnées à confirmer", None, StatusCode::OK, r#"{"outcome":"entering","step":{"step":"confirm_details"}}"#),
    (
        "Code à usage unique",
        None,
        StatusCode::OK,
        r#"{"outcome":"entering","step":{"step":"email_code","to":"y•••@exemple.fr","sent":false,"again_in":0}}"#,
    ),
    ("à la MSA", None, StatusCode::FORBIDDEN, r#"{"outcome":"no_longer_in_scheme","scheme":"MSA"}"#),
    ("à la MSA", Some("00000000"), StatusCode::UNAUTHORIZED, r#"{"outcome":"wrong_credentials"}"#),
    ("n’est plus valable", None, StatusCode::FORBIDDEN, r#"{"outcome":"provisional_code_expired"}"#),
];

#[tokio::test]
async fn each_member_gets_the_outcome_that_they_are_there_for() {
    let server = Server::everyone().await;
    for (about, code, status, expected) in TABLE {
        let member = server.member_with(about);
        let response = server.try_sign_in(&member.nir, code.unwrap_or(&member.code)).await;
        assert_eq!(response.status(), *status, "{about}");
        let answer: Value = response.json().await.unwrap();
        let expected: Value = serde_json::from_str(expected).unwrap();
        assert!(holds(&answer, &expected), "{about}: {answer}");
        assert_eq!(answer.get("tokens").is_some(), expected["outcome"] == "signed_in", "{about}");
    }
}

#[tokio::test]
async fn a_locked_number_and_an_ended_way_in_have_answers_of_their_own() {
    let server = Server::start().await;
    for _ in 0..5 {
        server.try_sign_in("2990199999999", "00000000").await;
    }
    let locked = server.try_sign_in("2990199999999", "00000000").await;
    assert_eq!(locked.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(locked.json::<Value>().await.unwrap()["outcome"], "too_many_attempts");
    let ended = json!({ "entrance": "made up", "act": { "act": "look" } });
    let ended = server.post("/v1/entrance").json(&ended).send().await.unwrap();
    assert_eq!(ended.status(), StatusCode::GONE);
    assert_eq!(ended.text().await.unwrap(), r#"{"outcome":"entrance_ended"}"#);
}

/// Whether the answer has all that is expected; it may have more.
fn holds(answer: &Value, expected: &Value) -> bool {
    match (answer, expected) {
        (Value::Object(answer), Value::Object(expected)) => {
            expected.iter().all(|(name, value)| answer.get(name).is_some_and(|own| holds(own, value)))
        }
        _ => answer == expected,
    }
}
