//! The « attestation de droits » and the statements, made here and kept here.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use tests::{App, Device, KeepCode, Outcome, Stage, require, until};

use super::CAMILLE;

/// Saves the attestation that is on the screen, and answers the copy's place.
async fn save(app: &App, device: &Device) -> anyhow::Result<PathBuf> {
    let before = Device::files(&device.downloads());
    let person = app.person();
    person.press("button", "Enregistrer").await?;
    person.see("Copie enregistrée").await?;
    // The notice may still be that of the copy before, and a copy's name is taken before its content is there.
    let is_whole = |file: &PathBuf| {
        file.extension().is_some_and(|kind| kind == "pdf") && file.metadata().is_ok_and(|about| about.len() > 0)
    };
    let copy = until(async || {
        let files = Device::files(&device.downloads()).into_iter();
        files.filter(is_whole).find(|file| !before.contains(file))
    })
    .await;
    copy.context("there is no new file in the Downloads folder")
}

/// The text of a PDF file, on one line, as poppler finds it.
fn text(pdf: &Path) -> anyhow::Result<String> {
    let output = Command::new("pdftotext").arg(pdf).arg("-").output().context("pdftotext")?;
    anyhow::ensure!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[tokio::test]
async fn d1_makes_an_attestation_for_the_family_or_one_person() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().enter(&camille, KeepCode::Yes).await).await?;
    stage.service.stop();
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.go_to("Mes documents").await?;
            person.press("link", "Attestation de droits").await?;
            let family = save(app, &stage.device).await?;
            let on_paper = text(&family)?;
            for expected in ["Camille Morel", "Louise Morel", "Noé Morel", "1 84 07 31 555 960", "démonstration"] {
                let found = on_paper.to_lowercase().contains(&expected.to_lowercase());
                anyhow::ensure!(found, "the attestation does not say « {expected} »: {on_paper}");
            }
            person.press("button", "Noé").await?;
            person.see("Noé Morel").await?;
            let one = save(app, &stage.device).await?;
            anyhow::ensure!(!text(&one)?.to_lowercase().contains("louise"), "one person's paper names another");
            let name = family.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            anyhow::ensure!(!name.contains("morel") && !name.contains("camille"), "a personal file name: {name}");
            Ok(())
        })
        .await?;
    let files = Device::files(&stage.device.downloads());
    for file in &files {
        let checked = Command::new("qpdf").arg("--check").arg(file).output().context("qpdf")?;
        require(checked.status.success(), || String::from_utf8_lossy(&checked.stdout).into_owned())?;
    }
    Ok(app.close().await?)
}

#[tokio::test]
async fn d1_names_an_exemption_only_when_the_box_is_ticked() -> Outcome {
    let stage = Stage::new().await?;
    let member = stage.member_with("(ALD)").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&member, KeepCode::Yes).await?;
            person.go_to("Mes documents").await?;
            person.press("link", "Attestation de droits").await?;
            let ticked = person.is_on("checkbox", "Indiquer l'exonération du ticket modérateur").await?;
            anyhow::ensure!(!ticked, "the box is ticked from the start");
            let silent = text(&save(app, &stage.device).await?)?;
            anyhow::ensure!(!silent.to_lowercase().contains("longue durée"), "an ALD is named, unasked");
            person.press("checkbox", "Indiquer l'exonération du ticket modérateur").await?;
            let told = text(&save(app, &stage.device).await?)?;
            anyhow::ensure!(told.to_lowercase().contains("longue durée"), "the exemption asked for is not named");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn p4_makes_the_statement_of_each_of_27_months_without_a_network() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().enter(&camille, KeepCode::Yes).await).await?;
    stage.service.stop();
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.go_beside_payments("Relevés mensuels").await?;
            let list = person.inside("region", "Document");
            for month in ["Novembre 2026", "Septembre 2024"] {
                list.see(month).await?;
            }
            list.not_see("Août 2024").await?;
            list.see("Octobre 2026 Aucun paiement").await?;
            list.press("button", "Afficher plus de relevés").await?;
            list.see("Juin 2024").await?;

            list.press("link", "Novembre 2026").await?;
            list.find("heading", "Relevé mensuel, novembre 2026").await?;
            let first = save(app, &stage.device).await?;
            let on_paper = text(&first)?;
            for expected in [
                "Relevé mensuel",
                "Nature des prestations",
                "Consultation, Dr Lenoir",
                "Participation forfaitaire différée",
                "Réglé le 19 novembre 2026",
                "pour information",
                "DÉMONSTRATION",
            ] {
                anyhow::ensure!(on_paper.contains(expected), "the statement does not say « {expected} »: {on_paper}");
            }
            let name = first.file_name().unwrap_or_default().to_string_lossy().into_owned();
            anyhow::ensure!(name == "releve-de-novembre-2026.pdf", "another name: {name}");
            let again = save(app, &stage.device).await?;
            anyhow::ensure!(std::fs::read(&first)? == std::fs::read(&again)?, "the same month gives other bytes");

            // It is kept once, among the documents made here.
            person.go_to("Mes documents").await?;
            let documents = person.inside("region", "Mes documents");
            documents.see("Relevé de novembre 2026").await?;
            let kept = documents.count("link", "Relevé de novembre 2026").await?;
            anyhow::ensure!(kept == 1, "kept {kept} times");
            Ok(())
        })
        .await?;
    for file in Device::files(&stage.device.downloads()) {
        let checked = Command::new("qpdf").arg("--check").arg(file).output().context("qpdf")?;
        require(checked.status.success(), || String::from_utf8_lossy(&checked.stdout).into_owned())?;
    }
    Ok(app.close().await?)
}

#[tokio::test]
async fn p5_sums_up_a_year_and_says_that_it_is_computed() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Mes documents").await?;
            person.press("link", "Relevés mensuels").await?;
            let list = person.inside("region", "Document");
            list.press("link", "2025 Calculé par l’application").await?;
            list.find("heading", "Relevé annuel 2025").await?;
            let on_paper = text(&save(app, &stage.device).await?)?;
            for expected in ["Relevé annuel", "Calculé par l’application", "décembre", "Louise Morel", "Total"] {
                anyhow::ensure!(on_paper.contains(expected), "the statement does not say « {expected} »: {on_paper}");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn d5_reads_documents_offline_after_a_restart() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Mes documents").await?;
            person.see("Bienvenue dans votre compte").await?;
            person.press("link", "Attestation de droits").await?;
            save(app, &stage.device).await.map(drop)
        })
        .await?;
    app.close().await?;
    stage.service.stop();

    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.unlock(&camille.code).await?;
            person.go_to("Mes documents").await?;
            let list = person.inside("region", "Mes documents");
            list.see("Faits sur cet appareil").await?;
            list.press("link", "Attestation de droits Toute la famille").await?;
            person.find("button", "Supprimer").await?;
            person.find("img", "").await?;
            list.press("link", "Bienvenue dans votre compte").await?;
            person.inside("main", "").find("heading", "Bienvenue dans votre compte").await
        })
        .await?;
    app.close().await?;
    for file in Device::files(&stage.device.data()) {
        let bytes = std::fs::read(&file)?;
        let clear = bytes.windows(5).any(|window| window == b"%PDF-");
        require(!clear, || format!("a document stands in clear in {}", file.display()))?;
    }
    Ok(())
}
