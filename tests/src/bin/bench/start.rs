//! The app's start and memory, beside Chromium with a static page of the same content. Both are looked at from outside: the
//! clock stops when the last payments are on the screen, pixel by pixel as they stay.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use axum::Router;
use axum::response::Html;
use axum::routing::get;
use tests::{KeepCode, Output, Process, Stage, resident};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::glass::{Glass, Part, Picture};
use crate::report::{Report, median, ms};

const RUNS: usize = 7;
/// The page as it is drawn, without what would make it do something.
const CONTENT: &str = "const shown = document.documentElement.cloneNode(true);
    for (const script of shown.querySelectorAll('script, [rel=modulepreload], noscript')) script.remove();
    return '<!doctype html>' + shown.outerHTML;";

/// From the start of the program to the last payments, by way of the locked screen and the code, and the memory then.
pub(crate) async fn measure(report: &mut Report) -> Result<()> {
    let stage = Stage::new().await.map_err(|cause| anyhow::anyhow!("{cause:?}"))?;
    let member = stage.member(0).await?;
    let app = stage.open().await?;
    app.person().enter(&member, KeepCode::Yes).await?;
    app.person().see("Mes derniers paiements").await?;
    let content = app.ask(CONTENT).await?.as_str().context("no page")?.to_owned();
    let payments = place(&app, ".home section.last").await?;
    app.close().await?;
    let app = stage.open().await?;
    app.person().find("button", "Déverrouiller").await?;
    let unlock = place(&app, "form button[type=submit]").await?;
    app.close().await?;

    let glass = Glass::on(stage.display())?;
    let empty = glass.look(payments)?;
    let locked = Shown { part: unlock, picture: with(&stage, |_| glass.settled(unlock, &glass.look(unlock)?))? };
    let open = with(&stage, |_| {
        glass.until(locked.part, &locked.picture)?;
        let before = glass.look(payments)?;
        glass.enter(&member.code)?;
        glass.settled(payments, &before)
    })?;
    let open = Shown { part: payments, picture: open };

    let (mut to_locked, mut starts, mut memory) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let start = Instant::now();
        with(&stage, |process| {
            glass.until(locked.part, &locked.picture)?;
            to_locked.push(start.elapsed());
            glass.enter(&member.code)?;
            glass.until(open.part, &open.picture)?;
            starts.push(start.elapsed());
            memory.push(resident(process));
            Ok(())
        })?;
    }
    let (to_locked, ours, ours_memory) = (median(to_locked), median(starts), middle(memory));
    let Some((theirs, theirs_memory)) = chromium(&stage, &glass, &empty, payments, content).await? else {
        return report.skip("start and memory beside Chromium", "Chromium is not installed");
    };
    let detail =
        format!("{:.0} ms, of them {:.0} to the locked screen; Chromium {:.0} ms", ms(ours), ms(to_locked), ms(theirs));
    report.at_most("start to the last payments", ms(ours) / ms(theirs), 1.0, "", &detail)?;
    let detail = format!("{} MB, Chromium {} MB (PSS of all processes)", ours_memory / 1000, theirs_memory / 1000);
    report.at_most("memory", ours_memory as f64 / theirs_memory as f64, 0.85, "", &detail)
}

/// A picture and where it is to be seen.
struct Shown {
    part: Part,
    picture: Picture,
}

/// Where this stands on the screen: the window lies in its corner.
async fn place(app: &tests::App, selector: &str) -> Result<Part> {
    let script = format!(
        "const {{ x, y, width, height }} = document.querySelector('{selector}').getBoundingClientRect();
        return [x, y, width, Math.min(height, innerHeight - y)].map(Math.floor);"
    );
    Ok(Part(serde_json::from_value(app.ask(&script).await?)?))
}

/// Starts the app, looks at it, and ends it.
fn with<T>(stage: &Stage, look: impl FnOnce(u32) -> Result<T>) -> Result<T> {
    let process = stage.open_alone()?;
    let seen = look(process.id());
    process.end()?;
    seen
}

/// The same for Chromium; none where it is not installed.
async fn chromium(
    stage: &Stage,
    glass: &Glass,
    empty: &Picture,
    part: Part,
    content: String,
) -> Result<Option<(Duration, u64)>> {
    let Some(program) = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(program) else {
        return Ok(None);
    };
    let files = ServeDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist"));
    let page = Router::new().route("/page", get(async || Html(content))).fallback_service(files);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, page).await });

    let open = || {
        let profile = tempfile::tempdir()?;
        let mut command = Process::command(&program);
        command.args([
            "--no-sandbox",
            "--no-first-run",
            "--disable-gpu",
            "--window-size=1280,800",
            "--window-position=0,0",
        ]);
        command.arg(format!("--user-data-dir={}", profile.path().display()));
        command.arg(format!("--app=http://{address}/page")).stdin(Stdio::null());
        stage.place(&mut command).env("HOME", profile.path());
        let start = Instant::now();
        anyhow::Ok((start, Process::start(&mut command, &profile.path().join("log"), Output::Logged)?, profile))
    };
    let (_, process, _profile) = open()?;
    let drawn = glass.settled(part, empty)?;
    process.end()?;

    let (mut starts, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let (start, process, _profile) = open()?;
        glass.until(part, &drawn)?;
        starts.push(start.elapsed());
        memory.push(resident(process.id()));
        process.end()?;
    }
    Ok(Some((median(starts), middle(memory))))
}

fn middle(mut figures: Vec<u64>) -> u64 {
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
