//! Closing the account for good.

use tests::{Device, KeepCode, Outcome, Person, Stage, require};

use super::CAMILLE;

async fn look(person: &Person<'_>) -> anyhow::Result<()> {
    person.go_to("Réglages").await?;
    person.press("link", "Fermer mon compte").await?;
    person.find("heading", "Fermer mon compte").await
}

async fn try_to_close(person: &Person<'_>, code: &str) -> anyhow::Result<()> {
    person.fill("Votre code personnel", code).await?;
    person.press("button", "Fermer mon compte définitivement").await
}

#[tokio::test]
async fn r14_closes_the_account_and_leaves_nothing_on_the_device() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            look(&person).await?;
            person.see("Ce que vous perdez").await?;
            person.see("documents peuvent être enregistrés maintenant").await?;
            person.see("L'export complet de vos paiements n'existe pas encore").await
        })
        .await?;
    stage.service.stop();
    stage
        .act(&app, async |app| {
            let person = app.person();
            try_to_close(&person, &camille.code).await?;
            person.see("Le service est injoignable.").await
        })
        .await?;
    stage.service.resume()?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            try_to_close(&person, "00000000").await?;
            person.see("Ce code n'ouvre pas ce compte.").await?;
            // The session goes on: a wrong code here is no end of it.
            person.go_to("Mes paiements").await?;
            person.see("Consultation, Dr Lenoir").await?;
            look(&person).await?;
            try_to_close(&person, &camille.code).await?;
            person.see("Votre compte est fermé").await?;
            person.press("button", "Revenir à l'accueil").await?;
            person.see("Se connecter").await?;
            person.not_see("Camille").await?;
            person.try_to_sign_in(&camille.nir, &camille.code).await?;
            person.see("Numéro de sécurité sociale ou code incorrect.").await
        })
        .await?;
    app.close().await?;
    Ok(nothing_is_left(&stage)?)
}

#[tokio::test]
async fn r14_erases_the_account_from_other_devices_too() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().enter(&camille, KeepCode::Yes).await).await?;
    app.close().await?;

    let first = std::mem::replace(&mut stage.device, Device::new()?);
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::No).await?;
            look(&person).await?;
            person.see("l'application y effacera aussi les données de ce compte").await?;
            try_to_close(&person, &camille.code).await?;
            person.see("Votre compte est fermé").await
        })
        .await?;
    app.close().await?;

    // Without a network the other device knows nothing of it: it opens, and erases nothing.
    stage.device = first;
    stage.service.stop();
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.unlock(&camille.code).await?;
            person.see("Hors ligne.").await?;
            person.go_to("Mes paiements").await?;
            person.see("Consultation, Dr Lenoir").await
        })
        .await?;
    app.close().await?;
    stage.service.resume()?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.try_to_unlock(&camille.code).await?;
            person.see("Votre compte est fermé").await?;
            person.see("Il a été fermé depuis un autre de vos appareils.").await?;
            person.press("button", "Revenir à l'accueil").await?;
            person.see("Se connecter").await?;
            person.not_see("Camille").await
        })
        .await?;
    app.close().await?;
    Ok(nothing_is_left(&stage)?)
}

/// Neither a file nor a secret; the list of members is there, and empty.
fn nothing_is_left(stage: &Stage) -> anyhow::Result<()> {
    let left: Vec<_> = Device::files(&stage.device.data());
    require(left.iter().all(|file| file.ends_with("settings.json")), || format!("left behind: {left:?}"))?;
    let entries = stage.keyring_entries()?;
    require(entries == 1, || format!("{entries} entries in the keyring, not only the empty list"))
}
