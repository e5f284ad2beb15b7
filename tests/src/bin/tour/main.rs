//! Walks through the real app, without a display, and leaves pictures: `tour FOLDER [PART [VIEW]]`. First the main job, in the
//! order in which it happens; then every screen at every size, by day and by night, in both languages, and with text
//! twice as large. What a survey finds on them goes to `findings.txt`.

mod album;
mod job;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tests::{Failure, Light, Stage, StageOptions, screens};

use album::Album;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let folder = PathBuf::from(std::env::args().nth(1).context("tour FOLDER [PART [VIEW]]")?);
    let part = std::env::args().nth(2).unwrap_or_default();
    let only = std::env::args().nth(3).unwrap_or_default();
    let mut album = Album::new(folder.join("screens"), only);
    if "job".starts_with(&part) {
        job::walk(&folder).await?;
    }
    if "opening".starts_with(&part) {
        picture_opening(&mut album).await?;
    }
    if "account".starts_with(&part) {
        picture_account(&mut album).await?;
    }
    if "franceconnect".starts_with(&part) {
        picture_franceconnect(&mut album).await?;
    }
    if "owing".starts_with(&part) {
        picture_owing(&mut album).await?;
    }
    if "dossiers".starts_with(&part) {
        picture_dossiers(&mut album).await?;
    }
    if "links".starts_with(&part) {
        picture_links(&mut album).await?;
    }
    Ok(finish(&folder, &album)?)
}

async fn picture_opening(album: &mut Album) -> Result<(), Failure> {
    say("every screen before an account")?;
    let mut stage = day().await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| screens::opening(&stage, app, &mut async |app, name| album.take(app, name).await).await)
        .await?;
    let walked = screens::entering(&mut stage, &app, &mut async |app, name| album.take(app, name).await).await;
    stage.act(&app, async move |_| walked).await?;
    Ok(app.close().await?)
}

async fn picture_account(album: &mut Album) -> Result<(), Failure> {
    say("every screen of an account")?;
    let mut stage = day().await?;
    let (camille, long) = (stage.member(0).await?, stage.member_with("Onze bénéficiaires").await?);
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().choose_caisse("31000").await).await?;
    let walked = screens::account(&mut stage, &app, &camille, &mut async |app, name| album.take(app, name).await).await;
    stage.act(&app, async move |_| walked).await?;
    let mut look = async |app: &_, name: &str| album.take(app, name).await;
    stage.act(&app, async |app| screens::ways_out(app, &camille, &long, &mut look).await).await?;
    Ok(app.close().await?)
}

async fn picture_franceconnect(album: &mut Album) -> Result<(), Failure> {
    say("FranceConnect")?;
    let stage = day().await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            app.person().choose_caisse("31000").await?;
            screens::franceconnect(&stage, app, &mut async |app, name| album.take(app, name).await).await
        })
        .await?;
    Ok(app.close().await?)
}

async fn picture_owing(album: &mut Album) -> Result<(), Failure> {
    say("what is owed, and paying it")?;
    let stage = day().await?;
    let solene = stage.member_with("une créance à payer").await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            app.person().choose_caisse("29200").await?;
            screens::owing(&stage, app, &solene, &mut async |app, name| album.take(app, name).await).await
        })
        .await?;
    Ok(app.close().await?)
}

async fn picture_dossiers(album: &mut Album) -> Result<(), Failure> {
    say("leaves, files and illnesses")?;
    let stage = day().await?;
    let (thierry, marie) = (stage.member_with("à l’enquête").await?, stage.member_with("(ALD)").await?);
    let camille = stage.member(0).await?;
    let mut look = async |app: &_, name: &str| album.take(app, name).await;
    let app = stage.open().await?;
    stage.act(&app, async |app| screens::dossiers(app, [&camille, &thierry, &marie], &mut look).await).await?;
    Ok(app.close().await?)
}

async fn picture_links(album: &mut Album) -> Result<(), Failure> {
    say("the service's own pages")?;
    let stage = day().await?;
    let camille = stage.member(0).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            app.person().choose_caisse("31000").await?;
            screens::pages_of_links(&stage, app, &camille, &mut async |app, name| album.take_page(app, name).await)
                .await
        })
        .await?;
    Ok(app.close().await?)
}

async fn day() -> Result<Stage> {
    Stage::with(StageOptions { light: Light::Day, ..StageOptions::default() }).await
}

/// What the surveys found, in a file beside the pictures.
fn finish(folder: &Path, album: &Album) -> Result<()> {
    std::fs::write(folder.join("findings.txt"), album.findings.join("\n"))?;
    say(&format!("{} pictures, {} findings", album.taken, album.findings.len()))
}

fn say(what: &str) -> Result<()> {
    Ok(writeln!(std::io::stdout(), "  {what}")?)
}
