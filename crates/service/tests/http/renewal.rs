//! A forgotten code (A12).

use std::time::Duration;

use protocol::entrance::{Act, ChooseBecause, Step};
use reqwest::StatusCode;
use serde_json::json;
use service::{Mailed, Member, Posted};

use crate::support::Server;
use crate::walk::Device;

async fn forget(server: &Server, nir: &str, birth_date: &str) -> (StatusCode, String) {
    let request = json!({ "nir": nir, "birth_date": birth_date });
    let response = server.post("/v1/code/forgotten").json(&request).send().await.unwrap();
    (response.status(), response.text().await.unwrap())
}

/// The e-mail leaves beside the answer: looks until it is there.
async fn mail(server: &Server, member: &Member, subject: &str) -> Mailed {
    loop {
        let mails = server.mails(member.email.as_deref().unwrap()).await;
        if let Some(mail) = mails.into_iter().find(|mail| mail.subject == subject) {
            return mail;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

async fn letters(server: &Server) -> Vec<Posted> {
    server.get("/post.json").send().await.unwrap().json().await.unwrap()
}

async fn choose(server: &Server, token: &str, code: &str, again: &str, lang: &str) -> String {
    let form = [("token", token), ("code", code), ("again", again), ("lang", lang)];
    server.press("/code/renewal", &form).await
}

#[tokio::test]
async fn the_answer_is_the_same_for_everyone() {
    let server = Server::start().await;
    let member = server.member(0);
    let born = member.birth_date.to_string();
    let known = forget(&server, &member.nir, &born).await;
    assert_eq!(known, (StatusCode::ACCEPTED, String::new()));
    assert_eq!(forget(&server, &member.nir, "1950-01-01").await, known);
    assert_eq!(forget(&server, "2990199999999", &born).await, known);
    mail(&server, &member, "Choisissez un nouveau code").await;
    for _ in 0..8 {
        assert_eq!(forget(&server, &member.nir, &born).await, known);
    }
    assert_eq!(server.mails(member.email.as_deref().unwrap()).await.len(), 1, "too often");
}

#[tokio::test]
async fn a_link_by_e_mail_opens_a_page_that_replaces_the_code_once() {
    let server = Server::start().await;
    let member = server.member(0);
    let (tokens, born) = (server.sign_in(0).await, member.birth_date.to_string());
    forget(&server, &member.nir, &born).await;
    let link = mail(&server, &member, "Choisissez un nouveau code").await.link.unwrap();
    let path = link.strip_prefix(server.url.as_str()).unwrap();
    let token = path.split_once("token=").unwrap().1;
    for (lang, said) in [("fr", "Choisir un nouveau code"), ("en", "Choose a new code")] {
        let response = server.get(&format!("{path}&lang={lang}")).send().await.unwrap();
        assert_eq!(response.headers()["referrer-policy"], "no-referrer");
        assert!(response.text().await.unwrap().contains(said));
    }
    server.sign_in(0).await;
    for (code, again, said) in [
        ("", "", "Choisissez un code."),
        ("1234567", "1234567", "Il doit compter de 8 à 13 chiffres."),
        ("7305x9284615", "7305x9284615", "Il ne doit comporter que des chiffres."),
        ("730519284615", "730519284616", "Les deux saisies ne sont pas les mêmes."),
        (member.code.as_str(), member.code.as_str(), "C’est le code actuel"),
    ] {
        let page = choose(&server, token, code, again, "fr").await;
        assert!(page.contains(said) && (code.is_empty() || !page.contains(code)), "{said}: {page}");
    }
    assert!(choose(&server, token, "1", "1", "en").await.contains("It must have 8 to 13 digits."));
    assert!(choose(&server, token, "7305 1928 4615", "730519284615", "fr").await.contains("Votre code est remplacé"));
    assert!(choose(&server, token, "730519284616", "730519284616", "fr").await.contains("Ce lien ne sert plus"));
    assert!(server.get(path).send().await.unwrap().text().await.unwrap().contains("Ce lien ne sert plus"));
    mail(&server, &member, "Le code de votre compte a été remplacé").await;
    assert_eq!(server.changes(&tokens.access, "").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.refresh(&tokens.refresh).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.try_sign_in(&member.nir, &member.code).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(server.try_sign_in(&member.nir, "730519284615").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_link_lives_half_an_hour_and_a_newer_one_replaces_it() {
    let server = Server::start().await;
    let member = server.member(1);
    let born = member.birth_date.to_string();
    forget(&server, &member.nir, &born).await;
    let first = mail(&server, &member, "Choisissez un nouveau code").await;
    server.later(31).await;
    forget(&server, &member.nir, &born).await;
    let second = loop {
        let newest = mail(&server, &member, "Choisissez un nouveau code").await;
        if newest.id != first.id {
            break newest;
        }
    };
    let page = async |mail: &Mailed| {
        let link = mail.link.clone().unwrap();
        server.get(link.strip_prefix(server.url.as_str()).unwrap()).send().await.unwrap().text().await.unwrap()
    };
    assert!(page(&first).await.contains("Ce lien ne sert plus"));
    assert!(page(&second).await.contains("Nouveau code"));
    server.later(30 * 60).await;
    assert!(page(&second).await.contains("Ce lien ne sert plus"));
}

#[tokio::test]
async fn without_a_confirmed_address_a_provisional_code_comes_by_post() {
    let server = Server::everyone().await;
    let member = server.member_with("services encore fermés");
    let born = member.birth_date.to_string();
    forget(&server, &member.nir, &born).await;
    let letter = loop {
        if let Some(letter) = letters(&server).await.pop() {
            break letter;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    assert!(server.mails(member.email.as_deref().unwrap()).await.is_empty());
    assert!(letter.text.contains("démonstration"), "{}", letter.text);
    let code = letter.text.split_once("code provisoire : ").unwrap().1[..4].to_owned();
    // The code that they have forgotten serves as before: whoever asks takes nothing from them.
    Device::default().sign_in(&server, &member.nir, &member.code).await.step().act(Act::Leave).await;
    let walk = Device::default().sign_in(&server, &member.nir, &code).await.step();
    assert_eq!(walk.step, Step::ChooseCode { because: ChooseBecause::Provisional });
    server.later(3600).await;
    forget(&server, &member.nir, &born).await;
    assert_eq!(letters(&server).await.len(), 1, "a second letter so soon");
}
