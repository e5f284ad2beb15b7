//! E-mails handed over by SMTP, and the pages on which they can be read.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::json;
use service::Settings;

use crate::mail_server::{MailServer, Manner};
use crate::support::{Server, settings};

/// A forgotten code is the simplest e-mail to cause.
async fn cause_mail(server: &Server) -> String {
    cause_mail_of(server, 0).await
}

async fn cause_mail_of(server: &Server, at: usize) -> String {
    let member = server.member(at);
    let request = json!({ "nir": member.nir, "birth_date": member.birth_date });
    let answer = server.post("/v1/code/forgotten").json(&request).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::ACCEPTED);
    member.email.unwrap()
}

async fn handed_over(server: &Server, to: &str, state: &str) {
    while server.mails(to).await.first().is_none_or(|mail| mail.hand_over != state) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

async fn with_mail_server(address: &str) -> Server {
    Server::with(Settings { smtp: Some(address.parse().unwrap()), ..settings() }).await
}

#[tokio::test]
async fn an_e_mail_is_handed_over_by_smtp_in_text_and_html_and_stays_in_the_mailbox() {
    let post = MailServer::start(Manner::Takes).await;
    let server = with_mail_server(&post.address).await;
    let to = cause_mail(&server).await;
    handed_over(&server, &to, "done").await;
    let mail = post.taken(&to, "Subject: Choisissez un nouveau code").await;
    assert!(mail.greeted);
    assert_eq!(mail.from, "ne-pas-repondre@compte-assure.example");
    let kept = server.mails(&to).await.remove(0);
    let link = kept.link.unwrap();
    let [(text_type, text), (html_type, html)] = mail.parts().try_into().unwrap();
    assert!(text_type.starts_with("text/plain") && html_type.starts_with("text/html"), "{text_type} {html_type}");
    assert_eq!(text.trim_end(), kept.text.trim_end(), "what is read in the mailbox is what was sent");
    assert!(text.contains(&link) && text.contains("Bonjour"), "{text}");
    assert!(html.contains(&format!("href=\"{link}\"")) && html.contains("<html lang=\"fr\">"), "{html}");
}

#[tokio::test]
async fn each_member_is_written_to_in_their_language() {
    let post = MailServer::start(Manner::Takes).await;
    let server = with_mail_server(&post.address).await;
    for (at, spoken, subject, greeting) in [
        (0, "fr", "Subject: Choisissez un nouveau code", "Bonjour"),
        (1, "en-GB,en;q=0.9", "Subject: Choose a new code", "Hello"),
    ] {
        let member = server.member(at);
        let form = json!({ "nir": member.nir, "code": member.code, "device": null });
        let entered = server.post("/v1/sign-in").header("accept-language", spoken).json(&form).send().await.unwrap();
        assert_eq!(entered.status(), StatusCode::OK);
        let to = cause_mail_of(&server, at).await;
        let mail = post.taken(&to, subject).await;
        for (kind, part) in mail.parts() {
            assert!(part.contains(greeting), "{kind}: {part}");
        }
        assert!(mail.parts()[1].1.contains(&format!("lang=\"{}\"", &spoken[..2])));
    }
    assert_eq!(post.count(), 2);
}

#[tokio::test]
async fn a_mail_server_that_refuses_or_is_not_there_changes_no_answer_and_loses_nothing() {
    let refusing = MailServer::start(Manner::Refuses).await;
    let address = refusing.address.clone();
    for gone in [false, true] {
        let server = with_mail_server(&address).await;
        let to = cause_mail(&server).await;
        handed_over(&server, &to, "failed").await;
        let kept = server.mails(&to).await.remove(0);
        let (_, token) = kept.link.as_deref().unwrap().split_once("token=").unwrap();
        let page = server.get(&format!("/mailbox/{}", kept.id)).send().await.unwrap().text().await.unwrap();
        assert!(page.contains(&format!("token={token}")), "{page}");
        // The link in it serves as if it had arrived.
        let form = [("token", token), ("code", "904716253847"), ("again", "904716253847"), ("lang", "fr")];
        assert!(server.press("/code/renewal", &form).await.contains("Votre code est remplacé"));
        if !gone {
            assert_eq!(refusing.count(), 0);
            refusing.stop().await;
        }
    }
}

#[tokio::test]
async fn the_mailbox_and_the_post_can_be_read_as_pages() {
    let server = Server::start().await;
    let page = async |path: &str| server.get(path).send().await.unwrap().text().await.unwrap();
    assert!(page("/mailbox").await.contains("Aucun message"));
    assert!(page("/post").await.contains("Aucune lettre"));
    let to = cause_mail(&server).await;
    handed_over(&server, &to, "no_server").await;
    let list = page("/mailbox").await;
    assert!(list.contains(&to) && list.contains("Choisissez un nouveau code") && list.contains("démonstration"));
    let mail = page("/mailbox/1").await;
    assert!(mail.contains("/code/renewal?token=") && !mail.contains("<script"), "{mail}");
    assert_eq!(server.get("/mailbox/99").send().await.unwrap().status(), StatusCode::NOT_FOUND);
    assert_eq!(server.get("/post/99").send().await.unwrap().status(), StatusCode::NOT_FOUND);
}
