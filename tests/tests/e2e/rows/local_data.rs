//! What stands on the device: encrypted, whole after any death of the app, set aside when damaged.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use tests::{Device, KeepCode, Outcome, Stage, require};

use super::CAMILLE;

fn database(device: &Device) -> anyhow::Result<PathBuf> {
    let mut files = Device::files(&device.data()).into_iter();
    files.find(|file| file.extension().is_some_and(|is| is == "dossier")).context("there is no file")
}

#[tokio::test]
async fn x5_keeps_no_name_number_or_amount_in_clear() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Mes paiements").await?;
            person.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
            person.go_to("Mes informations").await?;
            person.press("button", "Afficher : Numéro de sécurité sociale").await?;
            person.see("1 84 07 31 555 960 03").await
        })
        .await?;
    // While the app runs, too: journals are there then.
    search(&stage.device, &camille)?;
    app.close().await?;
    search(&stage.device, &camille)?;

    let file = database(&stage.device)?;
    let opened = rusqlite::Connection::open(&file)?;
    let read = opened.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
    Ok(require(read.is_err(), || format!("{} opens without a key", file.display()))?)
}

/// Every file of the device, the app's log and the webview's own storage included.
fn search(device: &Device, member: &tests::Member) -> anyhow::Result<()> {
    let secrets = [
        member.nir.as_str(),
        member.code.as_str(),
        "1 84 07 31 555 960",
        "Camille",
        "Morel",
        "Louise",
        "Lenoir",
        "Tanneurs",
        "429,48",
        "42948",
        "camille@exemple.fr",
    ];
    for file in Device::files(device.folder()) {
        let bytes = fs::read(&file).unwrap_or_default();
        for secret in secrets {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            anyhow::ensure!(!found, "« {secret} » stands in clear in {}", file.display());
        }
        anyhow::ensure!(
            !bytes.starts_with(b"SQLite format 3") || !file.starts_with(device.data()),
            "{}",
            file.display()
        );
    }
    Ok(())
}

#[tokio::test]
async fn x2_sets_a_damaged_file_aside_and_fetches_again() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().enter(&camille, KeepCode::Yes).await).await?;
    app.close().await?;
    let file = database(&stage.device)?;
    let mut bytes = fs::read(&file)?;
    bytes.iter_mut().skip(2048).step_by(7).for_each(|byte| *byte = !*byte);
    fs::write(&file, &bytes)?;

    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.unlock(&camille.code).await?;
            person.see("Le fichier de cet appareil était abîmé.").await?;
            person.wait_until_up_to_date().await?;
            person.go_to("Mes paiements").await?;
            person.see("Consultation, Dr Lenoir").await
        })
        .await?;
    app.close().await?;
    // Opening may have moved pages of the journal into it; it is there all the same.
    let aside = Device::files(&stage.device.data()).into_iter().find(|found| {
        let set_aside = found.to_string_lossy().contains(".damaged-");
        set_aside && fs::metadata(found).is_ok_and(|about| about.len() >= 4096)
    });
    Ok(aside.map(drop).context("the damaged file was not set aside")?)
}

#[tokio::test]
async fn x2_resumes_a_first_synchronisation_after_the_app_was_killed() -> Outcome {
    let stage = Stage::new().await?;
    let georges = stage.member_with("Quarante ans").await?;
    // Slow pages, so that the app dies between two of them.
    let slow = serde_json::json!({ "path": "/v1/changes", "times": 1000, "fault": { "delay_ms": 300 } });
    stage.service.order(slow).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            person.try_to_sign_in(&georges.nir, &georges.code).await?;
            person.answer(KeepCode::Yes).await?;
            person.see("Mise à jour").await
        })
        .await?;
    app.kill().await?;
    for pause in [100, 700, 1300] {
        let app = stage.open().await?;
        stage.act(&app, async |app| app.person().unlock(&georges.code).await).await?;
        tokio::time::sleep(Duration::from_millis(pause)).await;
        app.kill().await?;
    }
    stage.service.heal().await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.unlock(&georges.code).await?;
            person.wait_until_up_to_date().await?;
            person.not_see("abîmé").await?;
            person.go_to("Mes paiements").await?;
            person.see("paiements plus anciens").await
        })
        .await?;
    Ok(app.close().await?)
}
