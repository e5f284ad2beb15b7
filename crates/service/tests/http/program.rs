use std::process::Stdio;
use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};
use service::{Mailed, Member};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::mail_server::{MailServer, Manner};
use crate::support::client;
use crate::walk::six_digits;

#[tokio::test]
async fn the_program_says_where_it_listens_serves_and_ends_when_told() {
    let mut program = start(&["--listen", "127.0.0.1:0", "--now", "2026-11-20T09:12:00Z", "--faults"]);
    let mut lines = BufReader::new(program.stdout.take().unwrap()).lines();
    let first = lines.next_line().await.unwrap().unwrap();
    let url = first.strip_prefix("listening on ").unwrap();
    assert!(url.starts_with("http://127.0.0.1:"), "{first}");
    let response = client().get(format!("{url}/health?nir=1840731555012")).send().await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    let pid = program.id().unwrap().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().await.unwrap().success());
    assert!(program.wait().await.unwrap().success());
    assert_eq!(lines.next_line().await.unwrap(), None);
    let mut log = String::new();
    program.stderr.take().unwrap().read_to_string(&mut log).await.unwrap();
    assert!(log.contains("/health") && !log.contains("1840731555012"), "{log}");
}

#[tokio::test]
async fn the_log_holds_nothing_of_those_who_come_in_when_no_mail_server_is_there() {
    let log = log_of_one_who_comes_in("127.0.0.1:9", "failed").await;
    assert!(log.contains("did not take"), "{log}");
}

#[tokio::test]
async fn the_log_holds_nothing_of_those_who_come_in_when_the_mail_server_refuses_them_by_name() {
    let refusing = MailServer::start(Manner::Refuses).await;
    let log = log_of_one_who_comes_in(&refusing.address, "failed").await;
    assert!(log.contains("did not take") && log.contains("550"), "{log}");
}

#[tokio::test]
async fn the_log_holds_nothing_of_those_who_come_in_when_the_mail_server_takes_everything() {
    let taking = MailServer::start(Manner::Takes).await;
    let log = log_of_one_who_comes_in(&taking.address, "done").await;
    assert!(!log.contains("did not take"), "{log}");
    assert_eq!(taking.count(), 2);
}

/// Six digits and a new code, both by e-mail: nothing of it is in the log, which is given back.
async fn log_of_one_who_comes_in(smtp: &str, hand_over: &str) -> String {
    let mut program = start(&["--listen", "127.0.0.1:0", "--now", "2026-11-20T09:12:00Z", "--smtp", smtp]);
    let mut lines = BufReader::new(program.stdout.take().unwrap()).lines();
    let first = lines.next_line().await.unwrap().unwrap();
    let url = first.strip_prefix("listening on ").unwrap();
    let members: Vec<Member> = client().get(format!("{url}/members.json")).send().await.unwrap().json().await.unwrap();
    let member = members.into_iter().find(|member| member.about.contains("Code à usage unique")).unwrap();
    let post = |path: &str, body: Value| client().post(format!("{url}{path}")).json(&body).send();
    let form = json!({ "nir": member.nir, "code": member.code, "device": null });
    let entered: Value = post("/v1/sign-in", form).await.unwrap().json().await.unwrap();
    let act = json!({ "entrance": entered["entrance"], "act": { "act": "send_email_code" } });
    post("/v1/entrance", act).await.unwrap();
    post("/v1/code/forgotten", json!({ "nir": member.nir, "birth_date": member.birth_date })).await.unwrap();
    let to = member.email.unwrap();
    let (code, link) = loop {
        let asked = client().get(format!("{url}/mailbox.json")).query(&[("to", &to)]).send().await.unwrap();
        let mails: Vec<Mailed> = asked.json().await.unwrap();
        if mails.len() == 2 && mails.iter().all(|mail| mail.hand_over == hand_over) {
            let link = mails.iter().find_map(|mail| mail.link.clone()).unwrap();
            let code = mails.iter().find(|mail| mail.link.is_none()).unwrap();
            break (six_digits(&code.text), link);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert!(link.starts_with(url), "{link}");
    assert!(client().get(&link).send().await.unwrap().status().is_success());
    let pid = program.id().unwrap().to_string();
    Command::new("kill").args(["-TERM", &pid]).status().await.unwrap();
    program.wait().await.unwrap();
    let mut log = String::new();
    program.stderr.take().unwrap().read_to_string(&mut log).await.unwrap();
    let token = link.split_once("token=").unwrap().1;
    let entrance = entered["entrance"].as_str().unwrap();
    assert!(log.contains("/code/renewal"), "{log}");
    for secret in [member.nir.as_str(), &member.code, &to, code.expose(), token, entrance] {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
    log
}

#[tokio::test]
async fn the_program_refuses_what_it_does_not_understand() {
    for words in [&["--listen"][..], &["--now", "yesterday"], &["--sed", "1"]] {
        let program = start(words).wait_with_output().await.unwrap();
        assert!(!program.status.success());
        assert!(program.stdout.is_empty());
        assert!(String::from_utf8(program.stderr).unwrap().contains(words[0]));
    }
}

fn start(words: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_service"));
    command.args(words).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true).spawn().unwrap()
}
