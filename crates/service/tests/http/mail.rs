//! E-mails handed over by SMTP, and the pages on which they can be read.

use std::time::Duration;

use reqwest::StatusCode;
use service::Settings;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::support::{Server, settings};

/// A mail server of a few lines: takes one e-mail, or refuses every address, and gives back what it heard.
async fn take_one(listener: TcpListener, refuses: bool) -> String {
    let (stream, _) = listener.accept().await.unwrap();
    let mut stream = BufReader::new(stream);
    let mut heard = String::new();
    say(&mut stream, "220 here").await;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap() == 0 {
            return heard;
        }
        heard.push_str(&line);
        let answer = match line.split_whitespace().next().unwrap_or_default() {
            "RCPT" if refuses => "550 no such box: camille.morel@exemple.fr",
            "DATA" => {
                say(&mut stream, "354 go on").await;
                while !heard.ends_with("\r\n.\r\n") {
                    stream.read_line(&mut heard).await.unwrap();
                }
                "250 taken"
            }
            "QUIT" => return heard,
            _ => "250 fine",
        };
        say(&mut stream, answer).await;
    }
}

async fn say(stream: &mut BufReader<TcpStream>, line: &str) {
    stream.get_mut().write_all(format!("{line}\r\n").as_bytes()).await.unwrap();
}

/// A forgotten code is the simplest e-mail to cause.
async fn cause_mail(server: &Server) -> String {
    let member = server.member(0);
    let request = serde_json::json!({ "nir": member.nir, "birth_date": member.birth_date });
    let answer = server.post("/v1/code/forgotten").json(&request).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::ACCEPTED);
    member.email.unwrap()
}

async fn handed_over(server: &Server, to: &str, state: &str) {
    while server.mails(to).await.first().is_none_or(|mail| mail.hand_over != state) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn an_e_mail_is_handed_over_by_smtp_and_stays_in_the_mailbox() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let smtp = Some(listener.local_addr().unwrap().to_string().parse().unwrap());
    let taking = tokio::spawn(take_one(listener, false));
    let server = Server::with(Settings { smtp, ..settings() }).await;
    let to = cause_mail(&server).await;
    handed_over(&server, &to, "done").await;
    drop(server);
    let heard = taking.await.unwrap();
    assert!(heard.contains(&format!("RCPT TO:<{to}>")), "{heard}");
    assert!(heard.contains("Subject: Choisissez un nouveau code") && heard.contains("multipart/alternative"));
}

#[tokio::test]
async fn a_mail_server_that_refuses_or_is_not_there_changes_no_answer() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let smtp = Some(listener.local_addr().unwrap().to_string().parse().unwrap());
    let refusing = tokio::spawn(take_one(listener, true));
    let server = Server::with(Settings { smtp: smtp.clone(), ..settings() }).await;
    let to = cause_mail(&server).await;
    handed_over(&server, &to, "failed").await;
    refusing.abort();
    let server = Server::with(Settings { smtp, ..settings() }).await;
    let to = cause_mail(&server).await;
    handed_over(&server, &to, "failed").await;
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
