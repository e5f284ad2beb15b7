//! Devices of the account, and who was in it.

use tests::{Device, KeepCode, Outcome, Person, Stage};

use super::CAMILLE;

async fn look(person: &Person<'_>) -> anyhow::Result<()> {
    person.go_to("Réglages").await?;
    person.press("link", "Appareils et accès").await?;
    person.find("heading", "Appareils et accès").await
}

#[tokio::test]
async fn i3_tells_what_happened_at_the_service_and_on_this_device() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.choose_caisse("31000").await?;
            person.try_to_sign_in(&camille.nir, "00000000").await?;
            person.see("Numéro de sécurité sociale ou code incorrect.").await?;
            person.try_to_sign_in(&camille.nir, &camille.code).await?;
            person.answer(KeepCode::Yes).await?;
            person.wait_until_up_to_date().await?;
            person.press("button", "Verrouiller").await?;
            person.try_to_unlock("00000000").await?;
            person.see("Ce code n'ouvre pas ce compte.").await?;
            person.unlock(&camille.code).await?;
            person.go_to("Mes documents").await?;
            person.press("link", "Attestation de droits").await?;
            person.press("button", "Enregistrer").await?;
            person.see("Copie enregistrée").await?;
            look(&person).await?;
            person.see("Ordinateur Linux").await?;
            person.see("Cet appareil").await?;
            anyhow::ensure!(person.count("button", "Déconnecter cet appareil").await? == 0, "it can end itself");
            for what in [
                "1 code incorrect Appareil inconnu · noté par le service",
                "Connexion Cet appareil · noté par le service",
                "1 code incorrect à l'ouverture Cet appareil · noté par cet appareil",
                "Déverrouillage",
                "Document créé",
                "Copie d'un document enregistrée",
            ] {
                person.see(what).await?;
            }
            person.press("button", "Au service").await?;
            person.not_see("Déverrouillage").await?;
            person.see("Connexion").await?;
            person.press("button", "Sur cet appareil").await?;
            person.see("Déverrouillage").await?;
            person.not_see("noté par le service").await
        })
        .await
}

#[tokio::test]
async fn i3_signs_another_device_out_which_then_stays_out() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    let app = stage.open().await?;
    // The code is kept: even so the device does not sign in again by itself.
    stage.act(&app, async |app| app.person().enter(&camille, KeepCode::Yes).await).await?;
    app.close().await?;

    let first = std::mem::replace(&mut stage.device, Device::new()?);
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::No).await?;
            look(&person).await?;
            anyhow::ensure!(person.count("button", "Déconnecter cet appareil").await? == 1, "not one other device");
            Ok(())
        })
        .await?;
    stage.service.stop();
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.press("button", "Déconnecter cet appareil").await?;
            person.see("Déconnecter cet appareil ?").await?;
            person.press("button", "Déconnecter cet appareil").await?;
            person.see("Le service est injoignable").await
        })
        .await?;
    stage.service.resume()?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.press("button", "Déconnecter cet appareil").await?;
            person.see("Appareil déconnecté : Ordinateur Linux.").await?;
            person.see("Appareil déconnecté depuis un autre").await?;
            anyhow::ensure!(person.count("button", "Déconnecter cet appareil").await? == 0, "it is still there");
            Ok(())
        })
        .await?;
    app.close().await?;

    stage.device = first;
    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.try_to_unlock(&camille.code).await?;
            person.see("Vous êtes déconnecté de votre compte").await?;
            person.see("Cet appareil a été déconnecté depuis un autre de vos appareils.").await?;
            person.press("button", "J'accède à mon compte").await?;
            person.see("Se connecter").await
        })
        .await?;
    app.close().await?;
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().see("Se connecter").await).await?;
    Ok(app.close().await?)
}
