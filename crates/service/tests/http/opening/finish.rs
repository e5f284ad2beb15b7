//! The end: nothing is created before it, and then everything.

use protocol::entrance::{Act, Step};
use protocol::opening::{Finish, FinishOutcome};
use protocol::phone::PhoneEntry;
use protocol::{Field, Problem, Secret};
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{CODE, end, finish, manon, proof, recognised, send};
use crate::support::Server;
use crate::walk::{Came, Device};

/// Follows the link of an e-mail, and presses the page's button.
async fn confirm(server: &Server, link: &str) {
    let (_, token) = link.split_once("token=").unwrap();
    server.press("/email/confirmation", &[("token", token)]).await;
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
