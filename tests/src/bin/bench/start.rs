//! The app's start and memory, beside Chromium with a static page that says the same.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tests::{KeepCode, Output, Process, Stage, resident};

use crate::report::{Report, median, ms};

const RUNS: usize = 5;

/// From the start of the program to the locked screen, from the code to the last payments, and the memory then.
pub(crate) async fn measure(report: &mut Report) -> Result<()> {
    let stage = Stage::new().await.map_err(|cause| anyhow::anyhow!("{cause:?}"))?;
    let member = stage.member(0).await?;
    let app = stage.open().await?;
    app.person().enter(&member, KeepCode::Yes).await?;
    app.person().see("Mes derniers paiements").await?;
    let text = app.person().text().await?;
    app.close().await?;

    let (mut starts, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let start = Instant::now();
        let app = stage.open().await?;
        app.person().find("button", "Déverrouiller").await?;
        let locked = start.elapsed();
        app.person().fill("Votre code", &member.code).await?;
        let typed = Instant::now();
        app.person().press("button", "Déverrouiller").await?;
        app.person().see("Mes derniers paiements").await?;
        starts.push(locked + typed.elapsed());
        memory.push(app.memory()?);
        app.close().await?;
    }
    let ours = median(starts);
    memory.sort_unstable();
    let ours_memory = memory.get(RUNS / 2).copied().unwrap_or_default();
    let Some((theirs, theirs_memory)) = chromium(&stage, &text)? else {
        return report.skip("start and memory beside Chromium", "Chromium is not installed");
    };
    let detail = format!("{:.0} ms with driver and code, Chromium {:.0} ms", ms(ours), ms(theirs));
    report.at_most("start to the last payments", ms(ours) / ms(theirs), 1.0, "", &detail)?;
    let detail = format!("{} MB, Chromium {} MB (PSS of all processes)", ours_memory / 1000, theirs_memory / 1000);
    let ratio = ours_memory as f64 / theirs_memory as f64;
    report.at_most("memory", ratio, 0.85, "", &detail)
}

/// Time until the page has been painted, and memory in kB then; none without Chromium.
fn chromium(stage: &Stage, text: &str) -> Result<Option<(Duration, u64)>> {
    let Some(program) = ["chromium", "chromium-browser", "google-chrome"].into_iter().find(|name| is_there(name))
    else {
        return Ok(None);
    };
    let (mut starts, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let profile = tempfile::tempdir()?;
        let mut command = Process::command(program);
        command.args(["--no-sandbox", "--no-first-run", "--disable-gpu", "--window-size=1280,800"]);
        command.arg(format!("--user-data-dir={}", profile.path().display()));
        command.arg(format!("--app=http://{address}/")).stdin(Stdio::null());
        stage.place(&mut command).env("HOME", profile.path());
        let start = Instant::now();
        let process = Process::start(&mut command, &profile.path().join("log"), Output::Logged)?;
        serve_until_painted(&listener, text)?;
        starts.push(start.elapsed());
        memory.push(resident(process.id()));
        process.end()?;
    }
    memory.sort_unstable();
    Ok(Some((median(starts), memory.get(RUNS / 2).copied().unwrap_or_default())))
}

/// Serves the page, which asks for `/painted` after its second frame. A browser also opens connections to say nothing, and
/// drops others: each has a thread of its own, and only that one request counts.
fn serve_until_painted(listener: &TcpListener, text: &str) -> Result<()> {
    let script = "requestAnimationFrame(() => requestAnimationFrame(() => fetch('/painted')))";
    let page = format!(
        "<!doctype html><html lang=fr><meta charset=utf-8><title>x</title><p>{text}</p><script>{script}</script>"
    );
    let (painted, seen) = channel();
    listener.set_nonblocking(true)?;
    loop {
        match listener.accept() {
            Ok((stream, _)) => {
                let (page, painted) = (page.clone(), painted.clone());
                thread::spawn(move || {
                    if serve(stream, &page).unwrap_or(false) {
                        let _ = painted.send(());
                    }
                });
            }
            Err(cause) if cause.kind() == ErrorKind::WouldBlock => {
                if seen.recv_timeout(Duration::from_millis(1)).is_ok() {
                    return Ok(());
                }
            }
            Err(cause) => return Err(cause.into()),
        }
    }
}

/// Whether the request on this connection was for `/painted`.
fn serve(mut stream: TcpStream, page: &str) -> Result<bool> {
    stream.set_nonblocking(false)?;
    let mut request = [0; 2048];
    let read = stream.read(&mut request)?;
    let request = String::from_utf8_lossy(request.get(..read).context("no request")?).into_owned();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close";
    write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{page}", page.len())?;
    Ok(request.starts_with("GET /painted"))
}

fn is_there(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}
