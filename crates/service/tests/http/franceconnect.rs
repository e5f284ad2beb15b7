//! What the service makes of an ID token, by itself.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use protocol::entrance::{Act, Step};
use protocol::franceconnect::{FranceConnectSignIn, Identified, IdentifiedOutcome};
use protocol::opening::{AcceptedTerms, Finish, FinishOutcome};
use protocol::profile::Consents;
use protocol::sign_in::SignInOutcome;
use protocol::{DeviceId, Secret};
use reqwest::StatusCode;
use serde_json::json;

use crate::identity::{NONCE, hashed, id_token};
use crate::support::Server;
use crate::walk::{Came, came, six_digits};

async fn identify(server: &Server, id_token: &Secret, nonce: &str) -> (StatusCode, IdentifiedOutcome) {
    let request = Identified { id_token: id_token.clone(), nonce: Secret::new(nonce) };
    let answer = server.post("/v1/franceconnect").json(&request).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

async fn sign_in<'a>(server: &'a Server, id_token: &Secret, known_as: Option<(DeviceId, Secret)>) -> Came<'a> {
    let (device, trust) = known_as.unzip();
    let request = FranceConnectSignIn { id_token: id_token.clone(), nonce: Secret::new(NONCE), device, trust };
    came(server, server.post("/v1/franceconnect/sign-in").json(&request).send().await.unwrap()).await
}

#[tokio::test]
async fn the_service_believes_no_token_that_the_provider_did_not_make_for_this_application_and_this_request() {
    let server = Server::start().await;
    for forgery in ["signature", "nonce", "audience", "expired"] {
        server.order(json!([{ "path": "/identity/token", "fault": { "forge": forgery } }])).await;
        let forged = id_token(&server, "Camille").await;
        let (status, outcome) = identify(&server, &forged, NONCE).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{forgery}");
        assert!(matches!(outcome, IdentifiedOutcome::NotProven), "{forgery}");
        assert_eq!(sign_in(&server, &forged, None).await.status(), StatusCode::GONE, "{forgery}");
    }
    let right = id_token(&server, "Camille").await;
    // Whoever finds the token, and its nonce in it, is not the application.
    assert_eq!(identify(&server, &right, &hashed(NONCE)).await.0, StatusCode::UNAUTHORIZED);
    let [header, claims, signature] = right.expose().split('.').collect::<Vec<_>>().try_into().unwrap();
    let of_nobody = URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#);
    for forged in [
        format!("{of_nobody}.{claims}."),
        format!("{of_nobody}.{claims}.{signature}"),
        format!("{header}.{claims}.{}", URL_SAFE_NO_PAD.encode([0; 64])),
        "no token".to_owned(),
        String::new(),
    ] {
        assert_eq!(identify(&server, &Secret::new(forged), NONCE).await.0, StatusCode::UNAUTHORIZED);
    }
    // As long as it lives it may be shown again: an answer may have been lost.
    for _ in 0..2 {
        assert_eq!(identify(&server, &right, NONCE).await.0, StatusCode::OK);
    }
    server.later(5 * 60 + 1).await;
    assert_eq!(identify(&server, &right, NONCE).await.0, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_known_member_signs_in_and_everything_else_is_as_after_a_right_code() {
    let server = Server::everyone().await;
    let camille = server.member(0);
    let token = id_token(&server, "Camille").await;
    match identify(&server, &token, NONCE).await {
        (StatusCode::OK, IdentifiedOutcome::Known { nir }) => assert_eq!(nir.expose(), camille.nir),
        (status, _) => panic!("{status}"),
    }
    sign_in(&server, &token, None).await.inside();
    assert!(matches!(
        sign_in(&server, &id_token(&server, "conditions").await, None).await.step().step,
        Step::AcceptTerms
    ));
    match sign_in(&server, &id_token(&server, "un autre régime").await, None).await {
        Came::Not(StatusCode::FORBIDDEN, SignInOutcome::NoLongerInScheme { scheme }) => {
            assert_eq!(scheme.as_deref(), Some("MSA"));
        }
        other => panic!("{}", other.status()),
    }
    // Born abroad: the country stands for the commune.
    sign_in(&server, &id_token(&server, "né à l’étranger").await, None).await.inside();
}

#[tokio::test]
async fn six_digits_are_asked_for_on_a_new_device_and_not_again_on_one_that_is_trusted() {
    let server = Server::everyone().await;
    let token = id_token(&server, "un code par e-mail").await;
    let walk = sign_in(&server, &token, None).await.step();
    let Step::EmailCode { .. } = &walk.step else { panic!("{:?}", walk.step) };
    walk.act(Act::SendEmailCode).await.step();
    let to = server.member_with("Code à usage unique").email.unwrap();
    let digits = six_digits(&server.mails(&to).await[0].text);
    let device = walk.act(Act::EnterEmailCode { digits }).await.inside();
    sign_in(&server, &token, device.known_as.clone()).await.inside();
    // An old copy of the device's trust is not trusted.
    assert!(matches!(sign_in(&server, &token, device.known_as).await.step().step, Step::EmailCode { .. }));
}

#[tokio::test]
async fn a_person_without_an_account_may_open_it_at_once_and_signs_in_afterwards() {
    let server = Server::start().await;
    let token = id_token(&server, "Hugo").await;
    let IdentifiedOutcome::NoAccount { opening, person, .. } = identify(&server, &token, NONCE).await.1 else {
        panic!("an account")
    };
    assert_eq!(person.name, "Hugo Barbier");
    assert_eq!(sign_in(&server, &token, None).await.status(), StatusCode::GONE);
    let finish = Finish {
        opening,
        terms: AcceptedTerms::Accepted,
        code: Secret::new("271828182845"),
        email: "hugo@exemple.fr".to_owned(),
        mobile: None,
        landline: None,
        consents: Consents::default(),
    };
    let opened = server.post("/v1/opening/finish").json(&finish).send().await.unwrap();
    assert_eq!(opened.json::<FinishOutcome>().await.unwrap(), FinishOutcome::Opened);
    assert!(matches!(identify(&server, &token, NONCE).await.1, IdentifiedOutcome::Known { .. }));
    assert!(matches!(sign_in(&server, &token, None).await.step().step, Step::ConfirmEmail { .. }));
}

#[tokio::test]
async fn birth_data_of_nobody_get_one_answer_and_a_closed_account_may_be_opened_anew() {
    let server = Server::start().await;
    let mut answers = Vec::new();
    for who in ["Né un autre jour", "Inconnue de la caisse"] {
        let request = Identified { id_token: id_token(&server, who).await, nonce: Secret::new(NONCE) };
        let answer = server.post("/v1/franceconnect").json(&request).send().await.unwrap();
        answers.push((answer.status(), answer.text().await.unwrap()));
    }
    assert_eq!(answers[0], (StatusCode::FORBIDDEN, r#"{"outcome":"not_matched"}"#.to_owned()));
    assert_eq!(answers[0], answers[1]);
    let tokens = server.sign_in(0).await;
    let close = server.post("/v1/account/close").bearer_auth(tokens.access.expose());
    close.json(&json!({ "code": server.member(0).code })).send().await.unwrap();
    let after = identify(&server, &id_token(&server, "Camille").await, NONCE).await.1;
    assert!(matches!(after, IdentifiedOutcome::NoAccount { .. }));
}

#[tokio::test]
async fn no_more_than_so_many_tokens_are_looked_at_in_a_minute() {
    let server = Server::start().await;
    let nothing = Secret::new("no token");
    let mut slowed = 0;
    for _ in 0..130 {
        slowed += usize::from(identify(&server, &nothing, NONCE).await.0 == StatusCode::TOO_MANY_REQUESTS);
    }
    assert!((1..=10).contains(&slowed), "{slowed}");
    server.later(61).await;
    assert_eq!(identify(&server, &nothing, NONCE).await.0, StatusCode::UNAUTHORIZED);
}
