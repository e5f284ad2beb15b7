//! Whether an attacker can tell known numbers from unknown ones, by content or by time; and what a load of wrong codes
//! does to an honest member.

use std::time::{Duration, Instant};

use reqwest::StatusCode;
use serde_json::json;
use service::Settings;

use crate::support::{Server, settings};

/// Pairs of samples.
const PAIRS: usize = 160;

/// The bound. Of two groups that take the same time, a sample of one is quicker than one of the other half of the time.
/// With 160 of each that share has a standard deviation of √((2·160 + 1) / (12 · 160²)) = 0.032: it lies further
/// than 0.16 from a half once in about two million runs, whatever the machine and its load. A known number that made
/// the service hash once more, or less, would bring it near 0 or 1.
const BOUND: f64 = 0.16;

async fn time(server: &Server, nir: &str) -> Duration {
    let start = Instant::now();
    let answer = server.try_sign_in(nir, "00000000").await;
    let status = answer.status();
    let body = answer.text().await.unwrap();
    let taken = start.elapsed();
    assert_eq!((status, body.as_str()), (StatusCode::UNAUTHORIZED, r#"{"outcome":"wrong_credentials"}"#));
    taken
}

/// How often a sample of `ones` is quicker than one of `others`; ties count half (Mann and Whitney 1947).
fn quicker(ones: &[Duration], others: &[Duration]) -> f64 {
    let score = |one: &Duration, other: &Duration| match one.cmp(other) {
        std::cmp::Ordering::Less => 1.0,
        std::cmp::Ordering::Equal => 0.5,
        std::cmp::Ordering::Greater => 0.0,
    };
    let sum: f64 = ones.iter().flat_map(|one| others.iter().map(move |other| score(one, other))).sum();
    sum / (ones.len() * others.len()) as f64
}

#[tokio::test]
async fn known_and_unknown_numbers_take_the_same_time() {
    // Hashes that cost something: a difference of one would be seen.
    let argon2 = argon2::Params::new(256, 1, 1, None).unwrap();
    let server = Server::with(Settings { argon2, ..settings() }).await;
    server.sign_in(1).await;
    let known = server.member(0).nir;
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for pair in 0..PAIRS {
        // A day later every failure is forgotten: no delay is in the way.
        server.later(24 * 3600 + 1).await;
        // Neither is always first.
        if pair % 2 == 0 {
            ones.push(time(&server, &known).await);
            others.push(time(&server, "2990199999999").await);
        } else {
            others.push(time(&server, "2990199999999").await);
            ones.push(time(&server, &known).await);
        }
    }
    let share = quicker(&ones, &others);
    assert!((share - 0.5).abs() < BOUND, "known numbers are quicker {share:.3} of the time");
}

#[test]
fn the_measure_sees_a_difference() {
    let millis = |from: u64| (from..from + 100).map(Duration::from_millis).collect::<Vec<_>>();
    assert!((quicker(&millis(0), &millis(0)) - 0.5).abs() < 1e-9);
    assert!((quicker(&millis(0), &millis(40)) - 0.5).abs() > BOUND);
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
