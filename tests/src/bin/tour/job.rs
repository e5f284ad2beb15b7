//! The main job, picture by picture.

use std::path::Path;

use anyhow::Result;
use tests::{App, Failure, KeepCode, Person, Stage};

use crate::say;

/// The job: sign in, read, filter, open one, lose the network, start again, read again, save an attestation.
pub(crate) async fn walk(folder: &Path) -> Result<(), Failure> {
    let mut stage = Stage::new().await?;
    let member = stage.member(0).await?;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            say("the choice of the caisse")?;
            person.see("Trouver votre caisse").await?;
            take(app, folder, "01-caisse").await?;
            person.choose_caisse("31000").await?;
            say("signing in")?;
            person.see("Se connecter").await?;
            take(app, folder, "02-sign-in").await?;
            person.try_to_sign_in(&member.nir, &member.code).await?;
            person.see("Garder votre code sur cet appareil ?").await?;
            take(app, folder, "03-keep-the-code").await?;
            person.answer(KeepCode::Yes).await?;
            person.wait_until_up_to_date().await?;
            take(app, folder, "04-home").await?;
            say("payments, filtered")?;
            person.go_to("Mes paiements").await?;
            person.press("button", "Noé").await?;
            person.see("Optique de la Rotonde").await?;
            take(app, folder, "05-payments-of-one-person").await?;
            person.press("button", "Toute la famille").await?;
            open_payment(&person).await?;
            take(app, folder, "06-a-payment").await
        })
        .await?;
    app.close().await?;
    say("the service stops, the app starts again")?;
    stage.service.stop();
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.see("Camille").await?;
            take(app, folder, "07-locked").await?;
            person.unlock(&member.code).await?;
            person.see("Hors ligne.").await?;
            person.go_to("Mes paiements").await?;
            open_payment(&person).await?;
            take(app, folder, "08-offline").await?;
            say("an attestation, made offline")?;
            person.go_to("Mes documents").await?;
            person.press("link", "Attestation de droits").await?;
            person.find("img", "").await?;
            person.press("button", "Enregistrer").await?;
            person.see("Copie enregistrée").await?;
            take(app, folder, "09-attestation-saved").await
        })
        .await?;
    app.close().await?;
    stage.service.resume()?;
    Ok(())
}

async fn open_payment(person: &Person<'_>) -> Result<()> {
    person.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
    person.see("Pourquoi 15,00 € et non 19,00 € ?").await
}

async fn take(app: &App, folder: &Path, name: &str) -> Result<()> {
    app.picture(&folder.join(format!("{name}.png"))).await.map(drop)
}
