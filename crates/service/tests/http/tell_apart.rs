//! Whether an attacker can tell known numbers from unknown ones, by content or by time: in signing in, in a forgotten
//! code, in the proof of an opening. And what a load of wrong codes does to an honest member.

use std::time::{Duration, Instant};

use argon2::password_hash::PasswordHasher;
use argon2::password_hash::phc::PasswordHash;
use axum::routing::post;
use axum::{Json, Router};
use reqwest::StatusCode;
use reqwest::header::{DATE, HeaderMap};
use serde_json::{Value, json};
use service::Settings;
use tokio::net::TcpListener;

use crate::ranks::{PAIRS, Share, compare};
use crate::support::{Server, client, settings};
use crate::walk::Device;

/// A number that is nobody's.
const UNKNOWN: &str = "2990199999999";

/// Hashes that cost something: a difference of one is seen.
fn cost() -> argon2::Params {
    argon2::Params::new(256, 1, 1, None).unwrap()
}

/// The request of somebody who does not know more than a number.
struct Guess {
    path: &'static str,
    status: StatusCode,
    answer: &'static str,
    body: fn(&str) -> Value,
    /// In which what goes on beside the answer has its time.
    rest: Duration,
}

const SIGN_IN: Guess = Guess {
    path: "/v1/sign-in",
    status: StatusCode::UNAUTHORIZED,
    answer: r#"{"outcome":"wrong_credentials"}"#,
    body: |nir| json!({ "nir": nir, "code": "00000000", "device": null }),
    rest: Duration::from_millis(2),
};

const FORGOTTEN: Guess = Guess {
    path: "/v1/code/forgotten",
    status: StatusCode::ACCEPTED,
    answer: "",
    // The first member's own birth date: an e-mail leaves for his number.
    body: |nir| json!({ "nir": nir, "birth_date": "1984-07-14" }),
    // Its work begins a moment after the answer.
    rest: Duration::from_millis(40),
};

const PROOF: Guess = Guess {
    path: "/v1/opening/proof",
    status: StatusCode::FORBIDDEN,
    answer: r#"{"outcome":"not_recognised"}"#,
    body: |nir| {
        json!({ "birth_name": "Delcourt", "nir": nir, "birth_date": "1998-03-14", "postal_code": "31000",
            "iban_end": "0000000", "serial_end": "00000000000" })
    },
    rest: Duration::from_millis(2),
};

impl Guess {
    /// A day later every failure and every request is forgotten: no delay is in the way.
    async fn ask(&self, server: &Server, nir: &str) -> (Duration, HeaderMap) {
        server.later(24 * 3600 + 1).await;
        tokio::time::sleep(self.rest).await;
        let start = Instant::now();
        let response = server.post(self.path).json(&(self.body)(nir)).send().await.unwrap();
        let (status, mut headers) = (response.status(), response.headers().clone());
        let body = response.text().await.unwrap();
        let taken = start.elapsed();
        assert_eq!((status, body.as_str()), (self.status, self.answer), "{}", self.path);
        headers.remove(DATE);
        (taken, headers)
    }

    /// The same answer, to the last header; and how their times compare.
    async fn share(&self, server: &Server, known: &str) -> Share {
        assert_eq!(self.ask(server, known).await.1, self.ask(server, UNKNOWN).await.1, "{}", self.path);
        compare(async || self.ask(server, known).await.0, async || self.ask(server, UNKNOWN).await.0).await
    }
}

#[tokio::test]
async fn signing_in_takes_the_same_time_for_every_number() {
    let server = Server::with(Settings { argon2: cost(), ..settings() }).await;
    server.sign_in(1).await;
    let (member, without_account) = (server.member(0).nir, server.state.newcomers()[0].nir.clone());
    for known in [member, without_account] {
        let share = SIGN_IN.share(&server, &known).await;
        assert!(!share.tells_apart(), "{share:?}");
    }
}

#[tokio::test]
async fn a_forgotten_code_takes_the_same_time_for_every_number() {
    let server = Server::with(Settings { argon2: cost(), ..settings() }).await;
    let camille = server.member(0);
    assert_eq!((FORGOTTEN.body)("")["birth_date"], camille.birth_date.to_string());
    let share = FORGOTTEN.share(&server, &camille.nir).await;
    assert!(!share.tells_apart(), "{share:?}");
    // It was no empty work: e-mails left. On a busy machine some come together and count as one.
    while server.mails(camille.email.as_deref().unwrap()).await.len() < PAIRS / 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_proof_takes_the_same_time_for_every_number() {
    let server = Server::with(Settings { argon2: cost(), ..settings() }).await;
    let (member, without_account) = (server.member(1).nir, server.state.newcomers()[0].nir.clone());
    for known in [member, without_account] {
        let share = PROOF.share(&server, &known).await;
        assert!(!share.tells_apart(), "{share:?}");
    }
}

/// As services are often written: who is not known costs no hash.
async fn leaky(known: String) -> String {
    let hasher = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, cost());
    let sign_in = move |Json(form): Json<Value>| {
        if form["nir"] == known.as_str() {
            let _: PasswordHash = hasher.hash_password(b"00000000").unwrap();
        }
        async { (StatusCode::UNAUTHORIZED, Json(json!({ "outcome": "wrong_credentials" }))) }
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1/sign-in", listener.local_addr().unwrap());
    let router = Router::new().route("/v1/sign-in", post(sign_in));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    url
}

#[tokio::test]
async fn a_service_that_leaks_one_hash_is_found_out() {
    let known = "1840731555960";
    let (url, client) = (leaky(known.to_owned()).await, client());
    let time = async |nir: &str| {
        let start = Instant::now();
        let answer = client.post(&url).json(&(SIGN_IN.body)(nir)).send().await.unwrap();
        assert_eq!(answer.text().await.unwrap(), SIGN_IN.answer);
        start.elapsed()
    };
    let share = compare(async || time(known).await, async || time(UNKNOWN).await).await;
    assert!(share.tells_apart(), "{share:?}");
}

#[tokio::test]
async fn a_load_of_wrong_codes_leaves_an_honest_member_able_to_sign_in() {
    let server = Server::start().await;
    let load: Vec<_> = (0..300)
        .map(|attempt| {
            let form = json!({ "nir": format!("29901999{:05}", attempt / 3), "code": "00000000", "device": null });
            tokio::spawn(server.post("/v1/sign-in").json(&form).send())
        })
        .collect();
    // In the midst of it.
    server.sign_in(0).await;
    for attempt in load {
        assert_eq!(attempt.await.unwrap().unwrap().status(), StatusCode::UNAUTHORIZED);
    }
    server.sign_in(1).await;
}

#[tokio::test]
async fn a_load_of_wrong_codes_on_their_own_number_leaves_an_honest_member_able_to_sign_in() {
    let server = Server::start().await;
    let member = server.member(0);
    let device = Device::default().sign_in(&server, &member.nir, &member.code).await.inside();
    let load: Vec<_> = (0..300)
        .map(|attempt| {
            let form = json!({ "nir": member.nir, "code": format!("{attempt:08}"), "device": null });
            tokio::spawn(server.post("/v1/sign-in").json(&form).send())
        })
        .collect();
    // In the midst of it, and after it: on the device that they had signed in on before.
    let device = device.sign_in(&server, &member.nir, &member.code).await.inside();
    let mut looked_at = 0;
    for attempt in load {
        looked_at += usize::from(attempt.await.unwrap().unwrap().status() == StatusCode::UNAUTHORIZED);
    }
    assert_eq!(looked_at, 5, "the others were turned away unseen");
    device.sign_in(&server, &member.nir, &member.code).await.inside();
    // On a new one they wait, and no longer than they are told.
    let turned_away = server.try_sign_in(&member.nir, &member.code).await;
    assert_eq!(turned_away.status(), StatusCode::TOO_MANY_REQUESTS);
    let wait = turned_away.json::<Value>().await.unwrap()["retry_in"].as_i64().unwrap();
    server.later(wait).await;
    server.sign_in(0).await;
}
