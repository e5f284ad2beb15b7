//! Several members on one device, each apart.

use std::path::PathBuf;

use tests::{Device, KeepCode, Keyring, Member, Outcome, Person, Stage, StageOptions, require};

use super::CAMILLE;

const LUCAS: &str = "Lucas Petit";

/// Encrypted files on the device.
fn dossiers(device: &Device) -> Vec<PathBuf> {
    let files = Device::files(&device.data()).into_iter();
    files.filter(|file| file.extension().is_some_and(|is| is == "dossier")).collect()
}

/// Whoever is open stays locked behind; the other one signs in for the first time.
async fn add(person: &Person<'_>, member: &Member, keep: Option<KeepCode>) -> anyhow::Result<()> {
    person.press("button", "Verrouiller").await?;
    person.press("button", "Ajouter un utilisateur").await?;
    person.try_to_sign_in(&member.nir, &member.code).await?;
    if let Some(keep) = keep {
        person.answer(keep).await?;
    }
    person.wait_until_up_to_date().await
}

async fn switch_to(person: &Person<'_>, name: &str) -> anyhow::Result<()> {
    person.press("button", "Changer de personne").await?;
    person.find("heading", "Choisissez votre compte").await?;
    // The button that removes has the name in it as well, at its end.
    person.press("button", &format!("{name} 1")).await
}

#[tokio::test]
async fn a14_keeps_two_members_of_one_device_apart_without_the_network() -> Outcome {
    let mut stage = Stage::new().await?;
    let (camille, lucas) = (stage.member(CAMILLE).await?, stage.member_with(LUCAS).await?);
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            add(&person, &lucas, Some(KeepCode::No)).await?;
            person.see("Bonjour Lucas").await?;
            person.not_see("Dr Lenoir").await?;
            person.go_to("Réglages").await?;
            anyhow::ensure!(!person.is_on("checkbox", "Garder mon code dans le trousseau").await?, "it keeps the code");
            Ok(())
        })
        .await?;
    require(dossiers(&stage.device).len() == 2, || "not a file each".to_owned())?;
    stage.service.stop();
    stage
        .act(&app, async |app| {
            let person = app.person();
            switch_to(&person, "Camille Morel").await?;
            person.see("Bonjour Camille").await?;
            person.see("1 84 07 •• ••• ••• ••").await?;
            for _ in 0..3 {
                person.try_to_unlock(&lucas.code).await?;
                person.see("Ce code n'ouvre pas ce compte.").await?;
            }
            person.see("Nouvel essai possible dans").await?;

            switch_to(&person, LUCAS).await?;
            person.unlock(&lucas.code).await?;
            person.see("Bonjour Lucas").await
        })
        .await?;
    app.close().await?;

    // Camille's wait is over by then; the app opens on the screen that was the last.
    stage.set_now("2026-11-20T10:00:00Z");
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.see("Bonjour Lucas").await?;
            switch_to(&person, "Camille Morel").await?;
            person.unlock(&camille.code).await?;
            person.see("Hors ligne.").await?;
            person.go_to("Mes paiements").await?;
            person.see("Consultation, Dr Lenoir").await?;
            person.go_to("Réglages").await?;
            anyhow::ensure!(person.is_on("checkbox", "Garder mon code dans le trousseau").await?, "the code is lost");
            Ok(())
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn a14_leaves_nothing_of_a_member_who_is_removed() -> Outcome {
    let stage = Stage::new().await?;
    let (camille, lucas) = (stage.member(CAMILLE).await?, stage.member_with(LUCAS).await?);
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().enter(&camille, KeepCode::Yes).await).await?;
    let (files, entries) = (dossiers(&stage.device), stage.keyring_entries()?);
    require(files.len() == 1 && entries == 2, || format!("{files:?}, {entries} entries"))?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            add(&person, &lucas, Some(KeepCode::Yes)).await?;
            anyhow::ensure!(dossiers(&stage.device).len() == 2 && stage.keyring_entries()? == 3, "not kept apart");
            person.press("button", "Verrouiller").await?;
            person.press("button", "Changer de personne").await?;
            person.press("button", "Retirer de cet appareil : Lucas Petit").await?;
            person.see("Retirer Lucas Petit de cet appareil ?").await?;
            person.press("button", "Annuler").await?;
            person.press("button", "Retirer de cet appareil : Lucas Petit").await?;
            person.press("button", "Retirer de cet appareil").await?;
            person.see("Retiré de cet appareil : Lucas Petit.").await?;
            person.not_see("1 96 04").await?;
            person.see("Camille Morel").await
        })
        .await?;
    require(dossiers(&stage.device) == files, || format!("files: {:?}", dossiers(&stage.device)))?;
    let left = stage.keyring_entries()?;
    require(left == entries, || format!("{left} entries in the keyring"))?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.press("button", "Camille Morel 1").await?;
            person.unlock(&camille.code).await?;
            person.wait_until_up_to_date().await
        })
        .await?;
    app.close().await?;
    // A journal beside the file is part of it.
    let is_kept = |path: &PathBuf| {
        path.ends_with("settings.json") || files.iter().any(|file| file.file_stem() == path.file_stem())
    };
    let left = Device::files(&stage.device.data());
    Ok(require(left.iter().all(is_kept), || format!("left behind: {left:?}"))?)
}

#[tokio::test]
async fn a14_shows_who_logged_out_and_leads_them_to_signing_in() -> Outcome {
    let stage = Stage::new().await?;
    let (camille, lucas) = (stage.member(CAMILLE).await?, stage.member_with(LUCAS).await?);
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            add(&person, &lucas, Some(KeepCode::No)).await?;
            person.press("button", "Déconnexion").await?;
            person.press("button", "Se déconnecter").await?;
            person.press("button", "J'accède à mon compte").await?;
            person.find("heading", "Choisissez votre compte").await?;
            person.see("Lucas Petit 1 96 04 •• ••• ••• •• Déconnecté(e)").await?;
            anyhow::ensure!(person.text().await?.matches("Déconnecté(e)").count() == 1, "not only Lucas");
            person.press("button", "Lucas Petit 1").await?;
            person.find("heading", "Se connecter").await?;
            person.see("Session fermée sur cet appareil.").await?;
            person.see("1 96 04 •• ••• ••• ••").await?;
            person.press("button", "Retour aux comptes de cet appareil").await?;
            person.press("button", "Lucas Petit 1").await?;
            person.try_to_sign_in(&lucas.nir, &lucas.code).await?;
            person.answer(KeepCode::No).await?;
            person.see("Bonjour Lucas").await?;
            person.press("button", "Verrouiller").await?;
            person.press("button", "Changer de personne").await?;
            person.see("Camille Morel").await?;
            person.not_see("Déconnecté(e)").await
        })
        .await
}

#[tokio::test]
async fn a14_works_for_a_session_without_a_keyring() -> Outcome {
    let stage = Stage::with(StageOptions { keyring: Keyring::Absent, ..StageOptions::default() }).await?;
    let (camille, lucas) = (stage.member(CAMILLE).await?, stage.member_with(LUCAS).await?);
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            person.try_to_sign_in(&camille.nir, &camille.code).await?;
            person.wait_until_up_to_date().await?;
            add(&person, &lucas, None).await?;
            person.press("button", "Verrouiller").await?;
            switch_to(&person, "Camille Morel").await?;
            person.unlock(&camille.code).await?;
            person.go_to("Mes paiements").await?;
            person.see("Consultation, Dr Lenoir").await
        })
        .await
}

#[tokio::test]
async fn a16_finds_an_open_form_again_after_a_lock_but_not_another_member() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Mes documents").await?;
            person.press("link", "Attestation de droits").await?;
            person.press("button", "Noé").await?;
            person.press("button", "Verrouiller").await?;
            person.unlock(&camille.code).await?;
            anyhow::ensure!(person.is_on("button", "Noé").await?, "the choice is lost");
            person.press("button", "Verrouiller").await?;
            person.press("button", "Ajouter un utilisateur").await?;
            person.press("button", "Retour aux comptes de cet appareil").await?;
            person.press("button", "Camille Morel 1").await?;
            person.unlock(&camille.code).await?;
            person.see("Bonjour Camille").await?;
            person.go_to("Mes documents").await?;
            person.press("link", "Attestation de droits").await?;
            anyhow::ensure!(!person.is_on("button", "Noé").await?, "the choice outlives its member's screen");
            Ok(())
        })
        .await
}
