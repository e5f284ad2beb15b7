//! The link that opens the services.

use tests::{Outcome, Size, Stage};

use super::{CODE, confirm, email, is_inside, start, to_contact, to_proof};

#[tokio::test]
async fn a8_keeps_services_closed_until_the_link_is_followed_and_is_no_dead_end() -> Outcome {
    let stage = Stage::new().await?;
    let manon = stage.service.newcomer("tout est là").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            app.resize(Size::PHONE).await?;
            start(&person).await?;
            to_contact(&person, &manon).await?;
            email(&person, "manon.delcour@exemple.fr").await?;
            person.press("button", "Créer mon compte").await?;
            person.see("les services de votre compte restent fermés").await?;
            person.see("7 jours").await?;
            person.press("button", "J'ai suivi le lien, continuer").await?;
            person.see("L'adresse n'est pas encore confirmée").await?;
            // The proof is given again: as long as nothing is confirmed, the last opening counts.
            person.press("button", "Retour").await?;
            person.press("button", "Je crée mon compte").await?;
            to_contact(&person, &manon).await?;
            email(&person, "manon.delcourt@exemple.fr").await?;
            person.press("button", "Créer mon compte").await?;
            person.see("Confirmez votre adresse").await?;
            confirm(&stage, &person, "manon.delcourt@exemple.fr").await?;
            is_inside(app, "Manon").await?;
            // Whoever opens it a second time learns that it is there.
            app.resize(Size::LAPTOP).await?;
            person.press("button", "Déconnexion").await?;
            person.press("button", "Se déconnecter").await?;
            person.press("button", "J'accède à mon compte").await?;
            person.press("button", "Je crée mon compte").await?;
            to_proof(&person, &manon).await?;
            person.fill("7 derniers chiffres de votre IBAN", &manon.iban_end).await?;
            let serial = manon.serial_end.clone().unwrap_or_default();
            person.fill("11 derniers chiffres du numéro de série", &serial).await?;
            person.press("button", "Continuer").await?;
            person.see("Vous avez déjà un compte").await?;
            person.press("button", "Me connecter").await?;
            person.try_to_sign_in(&manon.nir, CODE).await?;
            is_inside(app, "Manon").await
        })
        .await
}
