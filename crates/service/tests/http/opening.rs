//! Opening an account: the table of answers, what they do not tell, and that nothing is created before the end.

use std::time::Duration;

use protocol::entrance::{Act, Step};
use protocol::opening::{AcceptedTerms, Finish, FinishOutcome, Proof, ProofOutcome};
use protocol::phone::PhoneEntry;
use protocol::profile::Consents;
use protocol::{Field, Problem, Secret};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use service::{Newcomer, Posted};

use crate::support::Server;
use crate::walk::{Came, Device};

const CODE: &str = "271828182845";

fn proof(of: &Newcomer) -> Proof {
    Proof {
        birth_name: Secret::new(of.birth_name.as_str()),
        nir: Secret::new(of.nir.as_str()),
        birth_date: of.birth_date,
        postal_code: of.postal_code.clone(),
        iban_end: Secret::new(of.iban_end.as_str()),
        serial_end: Secret::new(of.serial_end.clone().unwrap_or_default()),
    }
}

fn finish(opening: &Secret) -> Finish {
    Finish {
        opening: opening.clone(),
        terms: AcceptedTerms::Accepted,
        code: Secret::new(CODE),
        email: "manon.delcourt@exemple.fr".to_owned(),
        mobile: Some(PhoneEntry { country: "fr".to_owned(), number: "06 39 98 12 34".to_owned() }),
        landline: None,
        consents: Consents { email: false, phone: false, sms: true },
    }
}

async fn send(server: &Server, proof: &Proof) -> Response {
    server.post("/v1/opening/proof").json(proof).send().await.unwrap()
}

async fn recognised(server: &Server, proof: &Proof) -> Secret {
    match send(server, proof).await.json().await.unwrap() {
        ProofOutcome::Recognised { opening, .. } => opening,
        _ => panic!("not recognised"),
    }
}

async fn end(server: &Server, finish: &Finish) -> (StatusCode, FinishOutcome) {
    let answer = server.post("/v1/opening/finish").json(finish).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

/// Follows the link of an e-mail, and presses the page's button.
async fn confirm(server: &Server, link: &str) {
    let (_, token) = link.split_once("token=").unwrap();
    server.press("/email/confirmation", &[("token", token)]).await;
}

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

fn manon(server: &Server) -> Newcomer {
    server.state.newcomers()[0].clone()
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
async fn nothing_is_created_before_the_end_and_then_everything() {
    let server = Server::start().await;
    let manon = manon(&server);
    let opening = recognised(&server, &proof(&manon)).await;
    assert_eq!(server.try_sign_in(&manon.nir, CODE).await.status(), StatusCode::UNAUTHORIZED);
    assert!(server.mails("manon.delcourt@exemple.fr").await.is_empty());
    assert_eq!(end(&server, &finish(&opening)).await, (StatusCode::OK, FinishOutcome::Opened));

    // Services stay closed until the link is followed.
    let walk = Device::default().sign_in(&server, &manon.nir, CODE).await.step();
    assert!(matches!(walk.step, Step::ConfirmEmail { .. }), "{:?}", walk.step);
    let mails = server.mails("manon.delcourt@exemple.fr").await;
    confirm(&server, mails[0].link.as_deref().unwrap()).await;
    assert!(matches!(walk.act(Act::Look).await, Came::In(_)));

    // A second opening of the same person, and the token of the first, change nothing any more.
    let again: Value = send(&server, &proof(&manon)).await.json().await.unwrap();
    assert_eq!(again["outcome"], "already_open");
    let late = Finish { code: Secret::new("314159265358"), ..finish(&opening) };
    assert_eq!(end(&server, &late).await, (StatusCode::CONFLICT, FinishOutcome::AlreadyOpen));
    Device::default().sign_in(&server, &manon.nir, CODE).await.inside();
}

#[tokio::test]
async fn a_closed_account_may_be_opened_anew_and_its_old_code_opens_nothing() {
    let server = Server::start().await;
    let manon = manon(&server);
    let opening = recognised(&server, &proof(&manon)).await;
    end(&server, &finish(&opening)).await;
    let walk = Device::default().sign_in(&server, &manon.nir, CODE).await.step();
    let mails = server.mails("manon.delcourt@exemple.fr").await;
    confirm(&server, mails[0].link.as_deref().unwrap()).await;
    walk.act(Act::Look).await.inside();
    let inside: Value = server.try_sign_in(&manon.nir, CODE).await.json().await.unwrap();
    let close = server.post("/v1/account/close").bearer_auth(inside["tokens"]["access"].as_str().unwrap());
    assert_eq!(close.json(&json!({ "code": CODE })).send().await.unwrap().status(), StatusCode::OK);
    assert_eq!(server.try_sign_in(&manon.nir, CODE).await.status(), StatusCode::UNAUTHORIZED);

    let again = recognised(&server, &proof(&manon)).await;
    let anew = Finish { code: Secret::new("314159265358"), ..finish(&again) };
    assert_eq!(end(&server, &anew).await, (StatusCode::OK, FinishOutcome::Opened));
    assert_eq!(server.try_sign_in(&manon.nir, CODE).await.status(), StatusCode::UNAUTHORIZED);
    let walk = Device::default().sign_in(&server, &manon.nir, "314159265358").await.step();
    assert!(matches!(walk.step, Step::ConfirmEmail { .. }), "{:?}", walk.step);
}

#[tokio::test]
async fn sent_twice_it_is_done_once_and_what_comes_last_counts_until_confirmed() {
    let server = Server::start().await;
    let manon = manon(&server);
    let opening = recognised(&server, &proof(&manon)).await;
    for _ in 0..2 {
        assert_eq!(end(&server, &finish(&opening)).await.1, FinishOutcome::Opened);
    }
    assert_eq!(server.mails("manon.delcourt@exemple.fr").await.len(), 1);
    // The address was mistyped: another proof, another address, another code.
    let again = recognised(&server, &proof(&manon)).await;
    let other =
        Finish { code: Secret::new("314159265358"), email: "m.delcourt@exemple.fr".to_owned(), ..finish(&again) };
    assert_eq!(end(&server, &other).await.1, FinishOutcome::Opened);
    assert_eq!(server.mails("m.delcourt@exemple.fr").await.len(), 1);
    assert_eq!(server.try_sign_in(&manon.nir, CODE).await.status(), StatusCode::UNAUTHORIZED);
    Device::default().sign_in(&server, &manon.nir, "314159265358").await.step();
}

#[tokio::test]
async fn an_address_of_another_account_is_never_confirmed_and_nobody_but_its_owner_learns_of_it() {
    let server = Server::start().await;
    let (manon, owner) = (manon(&server), server.member(0).email.unwrap());
    let opening = recognised(&server, &proof(&manon)).await;
    let (name, domain) = owner.split_once('@').unwrap();
    let in_capitals = format!("{}@{domain}", name.to_uppercase());
    let request = Finish { email: in_capitals.clone(), ..finish(&opening) };
    assert_eq!(end(&server, &request).await.1, FinishOutcome::Opened);
    let mails = server.mails(&in_capitals).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].link.is_none(), "{:?}", mails[0].subject);
}

#[tokio::test]
async fn entries_that_cannot_be_so_are_named_and_nothing_is_created() {
    let server = Server::start().await;
    let manon = manon(&server);
    let opening = recognised(&server, &proof(&manon)).await;
    let right = finish(&opening);
    let phone = |number: &str| Some(PhoneEntry { country: "fr".to_owned(), number: number.to_owned() });
    let born = manon.birth_date.strftime("%d%m%Y").to_string();
    for (request, field, problem) in [
        (Finish { code: Secret::new("12345678"), ..right.clone() }, Field::NewCode, Problem::Sequence),
        (Finish { code: Secret::new(born), ..right.clone() }, Field::NewCode, Problem::BirthDate),
        (Finish { code: Secret::new(&manon.nir[..8]), ..right.clone() }, Field::NewCode, Problem::OwnNumber),
        (Finish { code: Secret::new("1234"), ..right.clone() }, Field::NewCode, Problem::TooShort),
        (Finish { email: "manon".to_owned(), ..right.clone() }, Field::Email, Problem::Impossible),
        (Finish { email: String::new(), ..right.clone() }, Field::Email, Problem::Empty),
        (Finish { mobile: phone("0536491234"), ..right.clone() }, Field::Mobile, Problem::OtherKind),
        (Finish { landline: phone("12"), ..right.clone() }, Field::Landline, Problem::TooShort),
    ] {
        let (status, outcome) = end(&server, &request).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(outcome, FinishOutcome::Refused { field, problem });
    }
    let refused = json!({ "opening": "x", "terms": "refused", "code": CODE, "email": "m@exemple.fr",
        "consents": { "email": false, "phone": false, "sms": false } });
    let answer = server.post("/v1/opening/finish").json(&refused).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(server.try_sign_in(&manon.nir, CODE).await.status(), StatusCode::UNAUTHORIZED);
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

#[tokio::test]
async fn the_readme_lists_the_persons_without_an_account_as_they_are() {
    let server = Server::start().await;
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md")).unwrap();
    let rows = server.state.newcomers().iter().map(|person| {
        let Newcomer { name, birth_name, nir, birth_date, postal_code, iban_end, serial_end, about, .. } = person;
        let born = birth_date.strftime("%d/%m/%Y");
        let serial = serial_end.as_ref().map_or("no card".to_owned(), |serial| format!("`{serial}`"));
        format!("| {name} | {birth_name} | `{nir}` | {born} | {postal_code} | `{iban_end}` | {serial} | {about} |")
    });
    let missing: Vec<_> = rows.filter(|row| !readme.contains(row)).collect();
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}
