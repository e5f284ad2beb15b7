//! Changes that members make to their own information (R13).

use protocol::profile::Profile;
use protocol::{Secret, sync::ChangesPage};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::support::Server;

const NEW_CODE: &str = "904716253847";
const IBAN: &str = "FR7630006000011234567890189";

async fn ask(server: &Server, access: &Secret, key: &str, change: &Value) -> Response {
    let body = json!({ "key": key, "change": change });
    server.post("/v1/profile/changes").bearer_auth(access.expose()).json(&body).send().await.unwrap()
}

async fn done(server: &Server, access: &Secret, change: Value) {
    let answer = ask(server, access, &change.to_string(), &change).await;
    let (status, body) = (answer.status(), answer.text().await.unwrap());
    assert_eq!((status, body.as_str()), (StatusCode::OK, r#"{"outcome":"done"}"#), "{change}");
}

async fn refused(server: &Server, access: &Secret, change: Value) -> (StatusCode, Value) {
    let answer = ask(server, access, "refused", &change).await;
    (answer.status(), answer.json().await.unwrap())
}

async fn profile(server: &Server, access: &Secret) -> Profile {
    let page: ChangesPage = server.changes(access, "?after=0&limit=1000").await.json().await.unwrap();
    let mut bodies = page.changes.into_iter().filter(|change| change.kind == "profile");
    serde_json::from_str(bodies.next_back().unwrap().body.unwrap().get()).unwrap()
}

#[tokio::test]
async fn what_is_changed_comes_back_with_the_next_changes_and_is_told_by_e_mail() {
    let server = Server::start().await;
    let member = server.member(0);
    let (access, email) = (server.sign_in(0).await.access, member.email.unwrap());
    done(&server, &access, json!({ "what": "mobile", "number": { "country": "fr", "number": "07 39 98 00 11" } }))
        .await;
    done(&server, &access, json!({ "what": "landline", "number": { "country": "be", "number": "02 123 45 67" } }))
        .await;
    done(&server, &access, json!({ "what": "consents", "consents": { "email": true, "phone": false, "sms": true } }))
        .await;
    let address = json!({ "complement": "", "street": "3 rue du Puits", "postal_code": "35000", "town": "Rennes" });
    done(&server, &access, json!({ "what": "address", "address": address, "code": member.code })).await;
    let now = profile(&server, &access).await;
    assert_eq!(now.mobile.as_deref(), Some("0739980011"));
    assert_eq!(now.landline.as_deref(), Some("+3221234567"));
    assert!(now.consents.email && now.consents.sms && !now.consents.phone);
    assert_eq!(now.address, [member.name.as_str(), "3 rue du Puits", "35000 RENNES"]);
    let told: Vec<_> = server.mails(&email).await.into_iter().map(|mail| mail.subject).collect();
    assert_eq!(told.len(), 4, "{told:?}");
    done(&server, &access, json!({ "what": "mobile", "number": null })).await;
    assert_eq!(profile(&server, &access).await.mobile, None);
}

#[tokio::test]
async fn a_request_that_comes_twice_is_done_once() {
    let server = Server::start().await;
    let access = server.sign_in(0).await.access;
    let change = json!({ "what": "mobile", "number": { "country": "fr", "number": "0739980011" } });
    for _ in 0..2 {
        assert_eq!(ask(&server, &access, "one key", &change).await.status(), StatusCode::OK);
    }
    let email = server.member(0).email.unwrap();
    assert_eq!(server.mails(&email).await.len(), 1);
    let other = json!({ "what": "mobile", "number": null });
    assert_eq!(ask(&server, &access, "one key", &other).await.status(), StatusCode::CONFLICT);
    let somebody = server.sign_in(1).await.access;
    assert_eq!(ask(&server, &somebody, "one key", &other).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_the_entry_that_is_wrong() {
    let server = Server::start().await;
    let (member, access) = (server.member(0), server.sign_in(0).await.access);
    let code = member.code.as_str();
    let cases = [
        (
            json!({ "what": "mobile", "number": { "country": "fr", "number": "05 36 49 00 11" } }),
            "mobile",
            "other_kind",
        ),
        (json!({ "what": "email", "email": "nobody", "code": code }), "email", "impossible"),
        (json!({ "what": "bank", "iban": "FR7630006000011234567890188", "code": code }), "iban", "key_mismatch"),
        (json!({ "what": "code", "present": code, "new": "11111111" }), "new_code", "repeated"),
        (json!({ "what": "code", "present": code, "new": code }), "new_code", "same"),
        (json!({ "what": "code", "present": code, "new": member.nir.get(..8) }), "new_code", "own_number"),
        (json!({ "what": "email", "email": member.email, "code": code }), "email", "same"),
    ];
    for (change, field, problem) in cases {
        let (status, said) = refused(&server, &access, change).await;
        let expected = json!({ "outcome": "refused", "field": field, "problem": problem });
        assert_eq!((status, said), (StatusCode::UNPROCESSABLE_ENTITY, expected));
    }
    let nobody = Secret::new("nobody");
    let answer = ask(&server, &nobody, "key", &json!({ "what": "give_up_bank" })).await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_wrong_code_is_counted_slowed_down_and_leaves_the_session_open() {
    let server = Server::start().await;
    let (member, access) = (server.member(0), server.sign_in(0).await.access);
    let wish = |code: &str| json!({ "what": "bank", "iban": IBAN, "code": code });
    for _ in 0..4 {
        let (status, said) = refused(&server, &access, wish("90909091")).await;
        assert_eq!((status, said), (StatusCode::FORBIDDEN, json!({ "outcome": "wrong_code", "retry_in": 0 })));
    }
    let (status, said) = refused(&server, &access, wish("90909091")).await;
    assert_eq!((status, said), (StatusCode::FORBIDDEN, json!({ "outcome": "wrong_code", "retry_in": 30 })));
    let (status, said) = refused(&server, &access, wish(&member.code)).await;
    assert_eq!((status, &said["outcome"]), (StatusCode::TOO_MANY_REQUESTS, &json!("too_many_attempts")));
    assert_eq!(server.changes(&access, "").await.status(), StatusCode::OK);
    server.later(31).await;
    done(&server, &access, wish(&member.code)).await;
}

#[tokio::test]
async fn a_new_bank_account_waits_two_days_in_which_it_can_be_taken_back() {
    let server = Server::start().await;
    let (member, access) = (server.member(0), server.sign_in(0).await.access);
    let old = profile(&server, &access).await.iban;
    let wish = json!({ "what": "bank", "iban": "fr76 3000 6000 0112 3456 7890 189", "code": member.code });
    done(&server, &access, wish).await;
    let waits = profile(&server, &access).await;
    assert_eq!((&waits.iban, waits.pending_bank.map(|pending| pending.iban)), (&old, Some(IBAN.to_owned())));
    done(&server, &access, json!({ "what": "give_up_bank" })).await;
    assert!(profile(&server, &access).await.pending_bank.is_none());

    let again = json!({ "what": "bank", "iban": IBAN, "code": member.code });
    assert_eq!(ask(&server, &access, "again", &again).await.status(), StatusCode::OK);
    server.later(48 * 3600 + 1).await;
    let access = server.sign_in(0).await.access;
    let now = profile(&server, &access).await;
    assert_eq!((now.iban.as_deref(), now.pending_bank.is_none()), (Some(IBAN), true));
}

#[tokio::test]
async fn a_new_code_counts_at_once_and_signs_every_other_device_out() {
    let server = Server::start().await;
    let member = server.member(0);
    let (here, elsewhere) = (server.sign_in(0).await, server.sign_in(0).await);
    let change = json!({ "what": "code", "present": member.code, "new": NEW_CODE });
    assert_eq!(ask(&server, &here.access, "key", &change).await.status(), StatusCode::OK);
    // The answer was lost: the present code is another one by now, and the request the same.
    assert_eq!(ask(&server, &here.access, "key", &change).await.status(), StatusCode::OK);
    assert_eq!(server.changes(&here.access, "").await.status(), StatusCode::OK);
    assert_eq!(server.changes(&elsewhere.access, "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.refresh(&elsewhere.refresh).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.refresh(&here.refresh).await.status(), StatusCode::OK);
    assert_eq!(server.try_sign_in(&member.nir, &member.code).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.try_sign_in(&member.nir, NEW_CODE).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_new_address_waits_for_its_link_and_the_old_one_is_told() {
    let server = Server::start().await;
    let (member, access) = (server.member(0), server.sign_in(0).await.access);
    let (old, new) = (member.email.clone().unwrap(), "camille.nouvelle@exemple.fr");
    done(&server, &access, json!({ "what": "email", "email": new, "code": member.code })).await;
    let waits = profile(&server, &access).await;
    assert_eq!(waits.email.as_deref(), Some(old.as_str()));
    assert_eq!(waits.pending_email.map(|pending| pending.email).as_deref(), Some(new));
    assert_eq!(server.mails(&old).await.len(), 1);
    let first = server.mails(new).await.remove(0).link.unwrap();

    // Sent again, the first link does not serve any more; nor too often.
    let (status, said) = refused(&server, &access, json!({ "what": "resend_email" })).await;
    assert_eq!((status, &said["outcome"]), (StatusCode::TOO_MANY_REQUESTS, &json!("too_many_attempts")));
    server.later(31).await;
    done(&server, &access, json!({ "what": "resend_email" })).await;
    let second = server.mails(new).await.remove(0).link.unwrap();
    let token = |link: &str| link.split_once("token=").unwrap().1.to_owned();
    let follow = async |link: &str| server.press("/email/confirmation", &[("token", &token(link))]).await;
    assert!(follow(&first).await.contains("Ce lien ne sert plus"));
    // Looking at the page confirms nothing.
    let page = format!("/email/confirmation?token={}", token(&second));
    assert!(server.get(&page).send().await.unwrap().text().await.unwrap().contains(new));
    assert_eq!(profile(&server, &access).await.email.as_deref(), Some(old.as_str()));
    assert!(follow(&second).await.contains("Votre adresse est confirmée"));
    let now = profile(&server, &access).await;
    assert_eq!((now.email.as_deref(), now.pending_email.is_none()), (Some(new), true));
    assert_eq!(server.mails(&old).await.len(), 2);
    done(&server, &access, json!({ "what": "give_up_email" })).await;
}

#[tokio::test]
async fn an_address_of_another_account_gets_a_word_and_no_link() {
    let server = Server::start().await;
    let (member, access) = (server.member(0), server.sign_in(0).await.access);
    let taken = server.member(1).email.unwrap();
    done(&server, &access, json!({ "what": "email", "email": taken.to_uppercase(), "code": member.code })).await;
    let told = server.mails(&profile(&server, &access).await.pending_email.unwrap().email).await;
    assert_eq!((told.len(), told[0].link.is_none()), (1, true));
}
