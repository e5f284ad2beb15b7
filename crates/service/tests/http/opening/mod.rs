//! Opening an account, over HTTP.

mod finish;
mod proof;

use protocol::Secret;
use protocol::opening::{AcceptedTerms, Finish, FinishOutcome, Proof, ProofOutcome};
use protocol::phone::PhoneEntry;
use protocol::profile::Consents;
use reqwest::{Response, StatusCode};
use service::Newcomer;

use crate::support::Server;

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

fn manon(server: &Server) -> Newcomer {
    server.state.newcomers()[0].clone()
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
