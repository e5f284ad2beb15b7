//! The proof: the table of answers, and what they do not tell.

use std::time::Duration;

use protocol::Secret;
use protocol::entrance::Step;
use protocol::opening::{FinishOutcome, Proof};
use reqwest::StatusCode;
use serde_json::{Value, json};
use service::Posted;

use super::{end, finish, manon, proof, recognised, send};
use crate::support::Server;
use crate::walk::Device;

/// The letter leaves beside the answer: looks until it is there.
async fn letter_to(server: &Server, name: &str) -> String {
    loop {
        let letters: Vec<Posted> = server.get("/post.json").send().await.unwrap().json().await.unwrap();
        if let Some(letter) = letters.into_iter().find(|letter| letter.addressee == name) {
            return letter.text;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn every_newcomer_with_a_card_is_recognised() {
    let server = Server::start().await;
    let newcomers = server.state.newcomers().to_vec();
    assert!(newcomers.iter().any(|person| person.serial_end.is_none()));
    assert!(newcomers.iter().any(|person| person.nir.contains("2B")));
    for person in newcomers {
        let status = send(&server, &proof(&person)).await.status();
        let right = if person.serial_end.is_some() { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(status, right, "{}", person.about);
    }
}

#[tokio::test]
async fn a_name_may_be_written_as_people_write_names() {
    let server = Server::start().await;
    let solene = server.state.newcomers()[1].clone();
    assert_eq!(solene.birth_name, "Le Goff");
    for written in ["LE GOFF", "le-goff", "Legoff"] {
        let typed = Proof { birth_name: Secret::new(written), ..proof(&solene) };
        assert_eq!(send(&server, &typed).await.status(), StatusCode::OK, "{written}");
    }
    let usage_name = Proof { birth_name: Secret::new("Abadie"), ..proof(&solene) };
    assert_eq!(send(&server, &usage_name).await.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn every_wrong_combination_gets_the_same_answer() {
    let server = Server::start().await;
    let right = proof(&manon(&server));
    let member = server.member(0);
    let wrong = [
        Proof { birth_name: Secret::new("Delacour"), ..right.clone() },
        Proof { nir: Secret::new("2980399999999"), ..right.clone() },
        Proof { nir: Secret::new(member.nir.as_str()), ..right.clone() },
        Proof { nir: Secret::new("not a number"), ..right.clone() },
        Proof { birth_date: right.birth_date.tomorrow().unwrap(), ..right.clone() },
        Proof { postal_code: "31400".to_owned(), ..right.clone() },
        Proof { iban_end: Secret::new("0000000"), ..right.clone() },
        Proof { serial_end: Secret::new("00000000000"), ..right.clone() },
        Proof { serial_end: Secret::new(""), ..right.clone() },
        Proof { birth_name: Secret::new(""), iban_end: Secret::new(""), ..right.clone() },
    ];
    let mut answers = Vec::new();
    for proof in &wrong {
        let answer = send(&server, proof).await;
        let names: Vec<_> = answer.headers().keys().map(ToString::to_string).collect();
        answers.push((answer.status(), names, answer.text().await.unwrap()));
        server.later(24 * 3600 + 1).await;
    }
    assert_eq!(answers[0].0, StatusCode::FORBIDDEN);
    assert_eq!(answers[0].2, r#"{"outcome":"not_recognised"}"#);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[tokio::test]
async fn five_failures_slow_a_number_down_known_or_not_and_others_go_on() {
    let server = Server::start().await;
    let right = proof(&manon(&server));
    for nir in [right.nir.expose(), "2980399999999"] {
        let wrong = Proof { nir: Secret::new(nir), iban_end: Secret::new("0000000"), ..right.clone() };
        for _ in 0..5 {
            assert_eq!(send(&server, &wrong).await.status(), StatusCode::FORBIDDEN);
        }
        let slowed: Value = send(&server, &wrong).await.json().await.unwrap();
        assert!(slowed["outcome"] == "too_many_attempts" && (1..=30).contains(&slowed["retry_in"].as_u64().unwrap()));
    }
    assert_eq!(send(&server, &right).await.status(), StatusCode::TOO_MANY_REQUESTS);
    let solene = server.state.newcomers()[1].clone();
    assert_eq!(send(&server, &proof(&solene)).await.status(), StatusCode::OK);
    server.later(31).await;
    assert_eq!(send(&server, &right).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn no_more_than_so_many_proofs_are_looked_at_in_a_minute() {
    let server = Server::start().await;
    let right = proof(&manon(&server));
    let mut slowed = 0;
    for at in 0..130 {
        let wrong = Proof { nir: Secret::new(format!("29803{at:08}")), ..right.clone() };
        slowed += usize::from(send(&server, &wrong).await.status() == StatusCode::TOO_MANY_REQUESTS);
    }
    assert!((1..=10).contains(&slowed), "{slowed}");
    server.later(61).await;
    assert_eq!(send(&server, &right).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_proof_serves_for_half_an_hour_and_a_made_up_one_never() {
    let server = Server::start().await;
    let opening = recognised(&server, &proof(&manon(&server))).await;
    assert_eq!(end(&server, &finish(&Secret::new("made up"))).await.1, FinishOutcome::ProofOver);
    server.later(30 * 60 + 1).await;
    assert_eq!(end(&server, &finish(&opening)).await, (StatusCode::GONE, FinishOutcome::ProofOver));
}

#[tokio::test]
async fn without_a_card_a_provisional_code_comes_by_post() {
    let server = Server::start().await;
    let hugo = server.state.newcomers().iter().find(|person| person.serial_end.is_none()).unwrap().clone();
    let request = json!({ "nir": hugo.nir, "birth_date": hugo.birth_date });
    let asked = server.post("/v1/code/forgotten").json(&request).send().await.unwrap();
    assert_eq!(asked.status(), StatusCode::ACCEPTED);
    let letter = letter_to(&server, &hugo.name).await;
    let line = letter.lines().find(|line| line.contains("Voici un code provisoire")).unwrap();
    assert!(letter.contains("pour ouvrir votre compte"), "{letter}");
    let code = line.split_whitespace().next_back().unwrap();
    let walk = Device::default().sign_in(&server, &hugo.nir, code).await.step();
    assert!(matches!(walk.step, Step::ChooseCode { .. }), "{:?}", walk.step);
}
