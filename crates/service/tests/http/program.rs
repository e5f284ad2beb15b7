use std::process::Stdio;

use reqwest::StatusCode;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::support::client;

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
